package dev.knet.testing;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.HumanRenderer;
import dev.knet.emit.Artifact;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case of src/test/cases: the files that are compiled together, by their names.
 *
 * @param settings what a {@code build.properties} beside them says: {@code environments=a,b}, {@code parameter.x=1}
 * @param name its path below {@code accept} or {@code reject}
 * @param golden the folder or the file that holds what is expected
 */
public record Case(String name, SortedMap<String, String> sources, CompileRequest.Settings settings, Path golden) {
    private static final Path ROOT = Path.of("src/test/cases");
    private static final String ENDING = ".knet";
    private static final String LOCK = ".knet.lock";
    private static final String PARAMETER = "parameter.";
    private static final Pattern LINK = Pattern.compile("(?m)^(use \"|topology shop$)");

    /** What must compile: {@code accept/<feature>/<case>/*.knet}, and beside them {@code expected/**}. */
    public static List<Case> accepted() {
        List<Case> cases = new ArrayList<>();
        for (Path feature : list(ROOT.resolve("accept"))) {
            for (Path folder : list(feature)) {
                cases.add(new Case(
                        nameOf(feature, folder), sources(folder), settings(folder), folder.resolve("expected")));
            }
        }
        return cases;
    }

    /** What must not: {@code reject/<rule>/<case>.knet}, or a folder of several, and beside it {@code <case>.diag}. */
    public static List<Case> rejected() {
        List<Case> cases = new ArrayList<>();
        for (Path rule : list(ROOT.resolve("reject"))) {
            for (Path source : list(rule)) {
                if (Files.isDirectory(source) || source.toString().endsWith(ENDING)) {
                    String name = nameOf(rule, source).replace(ENDING, "");
                    Path golden = ROOT.resolve("reject").resolve(name + ".diag");
                    cases.add(new Case(name, sources(source), settings(source), golden));
                }
            }
        }
        return cases;
    }

    private static String nameOf(Path parent, Path child) {
        return parent.getFileName() + "/" + child.getFileName();
    }

    private static SortedMap<String, String> sources(Path place) {
        SortedMap<String, String> sources = new TreeMap<>();
        if (Files.isDirectory(place)) {
            Goldens.files(place).forEach((path, text) -> {
                if (path.endsWith(ENDING) || path.endsWith(LOCK)) {
                    sources.put(path, text);
                }
            });
        } else {
            String name = place.getFileName().toString();
            sources.put(name, Goldens.files(place.getParent()).get(name));
        }
        return sources;
    }

    private static CompileRequest.Settings settings(Path place) {
        Properties properties = new Properties();
        Path file = place.resolve("build.properties");
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, String> parameters = new TreeMap<>();
        List<String> environments = new ArrayList<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PARAMETER)) {
                parameters.put(key.substring(PARAMETER.length()), properties.getProperty(key));
            } else {
                environments.addAll(List.of(properties.getProperty(key).split(",")));
            }
        }
        return new CompileRequest.Settings(parameters, environments, Resolving.TODAY);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The manifests that the compiler makes of the sources, and what it says about them. */
    public CompileResult compile() {
        return compile(sources);
    }

    /** The same for other sources, in the order of the map. */
    public CompileResult compile(Map<String, String> others) {
        return compile(others, settings, Set.of(Artifact.Kind.MANIFEST));
    }

    /** The same with everything that can be made of them, which has faults of its own. */
    public CompileResult compileAll(Map<String, String> others) {
        return compile(others, settings, EnumSet.allOf(Artifact.Kind.class));
    }

    private static CompileResult compile(
            Map<String, String> sources, CompileRequest.Settings settings, Set<Artifact.Kind> wanted) {
        List<CompileRequest.Source> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(new CompileRequest.Source(name, name, bytes(text))));
        return Compiler.compile(new CompileRequest(files, "knet", settings, wanted));
    }

    /** Whether each file means by itself, and without a word of the build, what it means here. */
    public boolean isOfSeparateFiles() {
        boolean areLinked =
                sources.values().stream().anyMatch(text -> LINK.matcher(text).find());
        return settings.environments().isEmpty() && settings.parameters().isEmpty() && !areLinked;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The files of a result by their paths. */
    public static SortedMap<String, String> artifacts(CompileResult result) {
        SortedMap<String, String> files = new TreeMap<>();
        result.artifacts().forEach(artifact -> files.put(artifact.path(), artifact.text()));
        return files;
    }

    /** The diagnostics of a result as people see them. */
    public static String diagnostics(CompileResult result) {
        return rendered(result.diagnostics());
    }

    private static String rendered(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.forEach(
                diagnostic -> out.append(out.isEmpty() ? "" : "\n").append(HumanRenderer.render(diagnostic)));
        return out.toString();
    }

    /** The ids of the diagnostics of a result. */
    public static Set<String> rules(CompileResult result) {
        Set<String> ids = new TreeSet<>();
        result.diagnostics().forEach(diagnostic -> ids.add(diagnostic.rule().id()));
        return ids;
    }

    @Override
    public String toString() {
        return name;
    }
}
