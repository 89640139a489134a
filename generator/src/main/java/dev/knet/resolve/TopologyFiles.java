package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.EnvironmentBlock;
import dev.knet.syntax.NamespaceBlock;
import dev.knet.syntax.NamespaceItem;
import dev.knet.syntax.Statement;
import dev.knet.syntax.SyntaxTree;
import dev.knet.syntax.TopologyStatement;
import dev.knet.syntax.UseStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one topology: those that say the same name with `topology`, or one file that says none and is called so.
 * They are sorted by their paths, so that the order in which they come does not show.
 */
final class TopologyFiles {
    private final List<ParsedFile> files = new ArrayList<>();
    private final List<SyntaxTree> trees = new ArrayList<>();

    void add(ParsedFile file, SyntaxTree tree) {
        files.add(file);
        trees.add(tree);
    }

    /** What a file says its topology is called. */
    static Optional<TopologyStatement> nameIn(SyntaxTree tree) {
        return tree.statements().stream()
                .filter(TopologyStatement.class::isInstance)
                .map(TopologyStatement.class::cast)
                .findFirst();
    }

    /** Whether they say what their topology is called, so that another file that says so too is one of them. */
    boolean sayTheirName() {
        return nameIn(trees.get(0)).isPresent();
    }

    /** The statements of each file that name its topology. */
    List<List<TopologyStatement>> names() {
        return trees.stream()
                .map(tree -> tree.statements().stream()
                        .filter(TopologyStatement.class::isInstance)
                        .map(TopologyStatement.class::cast)
                        .toList())
                .toList();
    }

    SourceFile first() {
        return trees.get(0).file();
    }

    List<String> paths() {
        return files.stream().map(ParsedFile::path).toList();
    }

    /** The place of the name where it is said first, or else the beginning of the file. */
    Span nameSpan() {
        return nameIn(trees.get(0)).map(it -> it.name().span()).orElseGet(() -> new Span(first(), 0, 0));
    }

    /** Each with the path of the file that it stands in. */
    Map<UseStatement, String> uses() {
        Map<UseStatement, String> uses = new LinkedHashMap<>();
        for (int i = 0; i < trees.size(); i++) {
            for (Statement statement : trees.get(i).statements()) {
                if (statement instanceof UseStatement use) {
                    uses.put(use, files.get(i).path());
                }
            }
        }
        return uses;
    }

    /** All statements that are no `use`, and in which the blocks of each namespace in several files are one. */
    List<Statement> statements(Optional<String> environment, Problems problems) {
        List<Statement> outside = new ArrayList<>();
        List<EnvironmentBlock> blocks = new ArrayList<>();
        Map<String, Integer> namespaces = new LinkedHashMap<>();
        for (SyntaxTree tree : trees) {
            Map<String, EnvironmentBlock> own = new LinkedHashMap<>();
            for (Statement statement : tree.statements()) {
                if (statement instanceof EnvironmentBlock block) {
                    EnvironmentBlock earlier = own.putIfAbsent(block.name().text(), block);
                    if (earlier != null) {
                        problems.twice(
                                block.name(),
                                earlier.name(),
                                "environment `" + block.name().text() + "`");
                    } else if (environment.filter(block.name().text()::equals).isPresent()) {
                        blocks.add(block);
                    }
                } else if (statement instanceof NamespaceBlock block) {
                    Integer at = namespaces.putIfAbsent(block.name().text(), outside.size());
                    if (at == null || isInSameFile(outside.get(at), block)) {
                        outside.add(block);
                    } else {
                        outside.set(at, joined((NamespaceBlock) outside.get(at), block, problems));
                    }
                } else if (!(statement instanceof UseStatement)) {
                    outside.add(statement);
                }
            }
        }
        return Environments.in(blocks, outside, problems);
    }

    /** Two in one file are one too many, which is found where names are. */
    private static boolean isInSameFile(Statement first, Statement second) {
        return first.span().file() == second.span().file();
    }

    private static NamespaceBlock joined(NamespaceBlock first, NamespaceBlock second, Problems problems) {
        if (first.existing() != second.existing()) {
            problems.add(Diagnostic.of(
                            Rule.DUPLICATE_NAME,
                            second.name().span(),
                            "namespace `" + second.name().text()
                                    + "` is said to be there already in one file of this topology only")
                    .withLabel(first.name().span(), "this is the other")
                    .withHelp("write `existing` in front of both, or of none"));
        }
        List<NamespaceItem> items = new ArrayList<>(first.items());
        items.addAll(second.items());
        return new NamespaceBlock(
                first.doc().isEmpty() ? second.doc() : first.doc(),
                first.fresh(),
                first.existing(),
                first.name(),
                items,
                first.span());
    }
}
