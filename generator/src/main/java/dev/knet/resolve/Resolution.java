package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.model.KubernetesNames;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.SyntaxTree;
import dev.knet.syntax.Text;
import dev.knet.syntax.TopologyStatement;
import dev.knet.syntax.UseStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes topologies of all files of a build: first the things of each, then the links that `use` makes between them, and
 * then the sentences, so that topologies may use each other in a circle.
 */
public final class Resolution {
    private static final Pattern TOPOLOGY = Pattern.compile("(?m)^[ \\t]*topology[ \\t]+\"?([a-z0-9-]{1,63})");

    private final List<ParsedFile> files;
    private final ResolveOptions options;
    private final Problems problems = new Problems();
    private final SortedMap<String, Resolver> topologies = new TreeMap<>();
    private final Map<String, Resolver> byPath = new TreeMap<>();
    private final Set<String> unreadable = new HashSet<>();

    private Resolution(List<ParsedFile> files, ResolveOptions options) {
        this.files =
                files.stream().sorted(Comparator.comparing(ParsedFile::path)).toList();
        this.options = options;
    }

    /** A topology with a file that could not be read is left out, and so is one that uses it: its names are not known. */
    public static Resolved of(List<ParsedFile> files, ResolveOptions options) {
        return new Resolution(files, options).resolve();
    }

    private Resolved resolve() {
        group();
        topologies.values().forEach(Resolver::declare);
        topologies.values().forEach(this::link);
        leaveOutTheUnreadable();
        topologies.values().forEach(Resolver::serve);
        List<Resolved.Unit> units = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>(problems.all());
        for (Resolver resolver : topologies.values()) {
            units.add(new Resolved.Unit(resolver.relate(), resolver.paths()));
            diagnostics.addAll(resolver.diagnostics());
        }
        return new Resolved(units, diagnostics);
    }

    private void group() {
        SortedMap<String, TopologyFiles> byName = new TreeMap<>();
        for (ParsedFile file : files) {
            Optional<SyntaxTree> tree = file.parsed().tree();
            if (tree.isEmpty()) {
                unreadable.add(file.path());
                continue;
            }
            Optional<TopologyStatement> statement = TopologyFiles.nameIn(tree.get());
            String name = statement
                    .map(it -> it.name().text())
                    .orElseGet(() -> tree.get().file().stem());
            TopologyFiles others = byName.get(name);
            if (others != null && (statement.isEmpty() || !others.sayTheirName())) {
                duplicate(name, new Span(tree.get().file(), 0, 0), others.nameSpan());
                continue;
            }
            byName.computeIfAbsent(name, none -> new TopologyFiles()).add(file, tree.get());
        }
        byName.forEach((name, its) -> {
            Resolver resolver = new Resolver(name, its, options);
            topologies.put(name, resolver);
            its.paths().forEach(path -> byPath.put(path, resolver));
        });
    }

    private void duplicate(String name, Span span, Span other) {
        problems.add(Diagnostic.of(Rule.DUPLICATE_TOPOLOGY, span, "there is a topology `" + name + "` already")
                .withLabel(other, "this is the other")
                .withHelp("give one of them another name, `topology NAME`; if they are parts of one, write `topology "
                        + KubernetesNames.near(name) + "` in both"));
    }

    private void link(Resolver resolver) {
        resolver.uses()
                .forEach((use, from) -> target(use, from).ifPresent(path -> {
                    if (unreadable.contains(path)) {
                        resolver.usesUnreadable();
                    } else {
                        resolver.use(Objects.requireNonNull(byPath.get(path)));
                    }
                }));
    }

    /** The path of the file that is meant: below the folder of the sources, from the folder of the file that uses it. */
    private Optional<String> target(UseStatement use, String from) {
        Text path = use.path();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        Optional<String> target = path.holes().isEmpty() ? normalized(folder + path.value()) : Optional.empty();
        if (target.isPresent() && (byPath.containsKey(target.get()) || unreadable.contains(target.get()))) {
            return target;
        }
        Set<String> known = new TreeSet<>();
        byPath.keySet().forEach(other -> known.add(relative(folder, other)));
        String help = known.contains(path.value() + ".knet")
                ? "write `use \"" + path.value() + ".knet\"`"
                : NearMisses.help(path.value(), known)
                        .orElse("name a .knet file of this build, by its path from the folder of this file");
        problems.add(
                Rule.UNKNOWN_FILE,
                path.span(),
                "there is no file `" + path.span().oneLine() + "`",
                help);
        return Optional.empty();
    }

    private static Optional<String> normalized(String path) {
        ArrayDeque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && parts.pollLast() == null || part.isEmpty()) {
                return Optional.empty();
            }
            if (!part.equals("..") && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    private static String relative(String folder, String path) {
        return path.startsWith(folder) ? path.substring(folder.length()) : path;
    }

    private void leaveOutTheUnreadable() {
        Set<String> names = new HashSet<>();
        for (ParsedFile file : files) {
            if (unreadable.contains(file.path())) {
                names.add(probableName(file.parsed().file()));
            }
        }
        Set<String> gone = new HashSet<>(names);
        // Who uses one that is left out would not know its names, so it goes too.
        int before = -1;
        while (before != gone.size()) {
            before = gone.size();
            for (Resolver resolver : topologies.values()) {
                if (resolver.isIncomplete() || resolver.usesAnyOf(gone)) {
                    gone.add(resolver.name());
                }
            }
        }
        topologies.keySet().removeAll(gone);
    }

    /** What a file without a tree most likely says that its topology is called. */
    private static String probableName(SourceFile file) {
        Matcher statement = TOPOLOGY.matcher(file.text());
        return statement.find() ? statement.group(1) : file.stem();
    }
}
