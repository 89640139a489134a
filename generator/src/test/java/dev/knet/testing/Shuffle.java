package dev.knet.testing;

import dev.knet.parse.Parser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.NamespaceBlock;
import dev.knet.syntax.Node;
import dev.knet.syntax.PolicyBlock;
import dev.knet.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The same statements in another order: in the file, in each namespace and in each policy block. */
public final class Shuffle {
    private final String text;
    private final Random random;

    private Shuffle(String text, Random random) {
        this.text = text;
        this.random = random;
    }

    /** Of a text without errors. */
    public static String of(String text, Random random) {
        SourceFile file = SourceFile.of("shuffled.knet", text);
        SyntaxTree tree = Parser.parse(file).tree().orElseThrow();
        return new Shuffle(file.text(), random)
                .shuffled(tree.statements(), 0, file.text().length());
    }

    /** Comments between statements go with the statement below, or stay at the end. */
    private String shuffled(List<? extends Node> nodes, int start, int end) {
        List<String> parts = new ArrayList<>();
        int from = start;
        for (Node node : nodes) {
            parts.add(text.substring(from, node.span().start()) + shuffled(node));
            from = node.span().end();
        }
        Collections.shuffle(parts, random);
        return String.join("\n", parts) + text.substring(from, end);
    }

    private String shuffled(Node node) {
        List<? extends Node> items = node instanceof NamespaceBlock namespace
                ? namespace.items()
                : node instanceof PolicyBlock policy ? policy.relations() : List.of();
        Span span = node.span();
        if (items.isEmpty()) {
            return span.text();
        }
        int open = text.indexOf('{', span.start()) + 1;
        return text.substring(span.start(), open) + shuffled(items, open, span.end());
    }
}
