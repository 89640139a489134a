package dev.knet.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which package may name which: read out of the compiled classes of dsl-grammar and generator. */
final class PackageGraphTest {

    /**
     * One row per package of dev.knet: the packages of dev.knet its classes may name, and the libraries. Rows only name
     * rows above them. A new package needs a row; a row without a package yet does no harm.
     */
    private static final String TABLE = """
            package     | may name                                                | libraries
            ------------|---------------------------------------------------------|-------------------------------------
            source      |                                                         |
            diagnostic  | source                                                  |
            grammar     |                                                         | org.antlr
            syntax      | source                                                  |
            parse       | source diagnostic grammar syntax                        | org.antlr
            format      | source diagnostic syntax parse                          |
            model       | source                                                  |
            lower.cni   | source model                                            | org.snakeyaml.engine
            resolve     | source diagnostic syntax parse model lower.cni          |
            check       | source diagnostic model lower.cni                       |
            meaning     | source model                                            |
            lower       | source model                                            | io.fabric8
            patch       | source diagnostic model lower                                    | io.fabric8 org.snakeyaml.engine
            reach.space |                                                         |
            reach.objects | reach.space                                           |
            reach.read  | reach.space reach.objects                               | io.fabric8 org.snakeyaml.engine
            reach.policy | reach.space reach.objects                              |
            reach       | reach.space reach.objects reach.read reach.policy       | io.fabric8
            lock        | reach reach.space reach.objects                         |
            prove       | source diagnostic model meaning lower                   |
                        |   reach reach.space reach.objects reach.read reach.policy lock | io.fabric8
            emit        |                                                         |
            emit.yaml   | source model lower emit                                 | io.fabric8 com.fasterxml.jackson.annotation
                        |                                                         |   tools.jackson.databind
            emit.java.runtime |                                                   | io.fabric8
            emit.java   | source model lower emit                                 | io.fabric8 com.palantir.javapoet
            emit.graph  | diagnostic reach reach.space reach.objects reach.policy emit |
            emit.report | diagnostic reach reach.space reach.objects reach.policy |
                        |   emit emit.graph                                       |
            compile     | source diagnostic syntax parse format model resolve     |
                        |   check meaning lower lower.cni patch reach lock prove  |
                        |   reach.objects reach.policy reach.space |
                        |   emit emit.yaml emit.java emit.graph emit.report       |
            query       | source diagnostic model reach reach.space reach.objects |
                        |   reach.read reach.policy lock prove emit.report compile |
            """;

    private static final Map<String, Row> ROWS = rows(TABLE);
    private static final String ROOT = "dev.knet.";

    /** No code of ours: it has no package-info. */
    private static final String GENERATED = "grammar";

    /** Not libraries, to this test. */
    private static final List<String> EVERYWHERE = List.of("java.", "javax.", "org.jspecify.");

    private static List<ClassFile> classes = List.of();

    private record Row(Set<String> mayName, Set<String> libraries) {}

    @BeforeAll
    static void readClasses() throws IOException, URISyntaxException {
        classes = mainClasses();
    }

    @Test
    void theClassesOfBothModulesAreRead() {
        assertThat(graphOf(classes).keySet()).contains("source", "grammar", "emit.yaml");
    }

    @Test
    void everyPackageHasARow() {
        assertThat(ROWS.keySet()).containsAll(graphOf(classes).keySet());
    }

    @Test
    void packagesNameOnlyWhatTheirRowAllows() {
        assertThat(forbiddenArrows(classes)).isEmpty();
    }

    @Test
    void librariesStayInThePackagesThatOwnThem() {
        assertThat(forbiddenLibraries(classes)).isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        assertThat(Cycles.firstOf(graphOf(classes))).isEmpty();
    }

    @Test
    void rowsOnlyNameRowsAboveThem() {
        var above = new TreeSet<String>();
        ROWS.forEach((name, row) -> {
            assertThat(above).as("rows above %s", name).containsAll(row.mayName());
            above.add(name);
        });
    }

    /** They are two independent accounts of who may talk to whom; that is why comparing them proves something. */
    @Test
    void meaningAndReachDoNotKnowEachOther() {
        assertThat(reachableFrom("meaning")).doesNotContain("reach", "lower");
        assertThat(reachableFrom("reach")).doesNotContain("meaning", "model");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(graphOf(classes).keySet())
                .filteredOn(name -> !name.equals(GENERATED))
                .allSatisfy(name ->
                        assertThat(Class.forName(ROOT + name + ".package-info")).hasAnnotation(NullMarked.class));
    }

    // Whether the test can fail: the same questions about made-up classes.

    @Test
    void findsACycle() {
        var graph = new TreeMap<String, Set<String>>();
        graph.put("a", Set.of("b"));
        graph.put("b", Set.of("c", "d"));
        graph.put("c", Set.of("b"));
        graph.put("d", Set.of());
        assertThat(Cycles.firstOf(graph)).containsExactly("b", "c", "b");

        graph.put("c", Set.of("d"));
        assertThat(Cycles.firstOf(graph)).isEmpty();
    }

    @Test
    void findsAForbiddenArrow() {
        var reach = new ClassFile("dev.knet.reach.Reach", Set.of("dev.knet.meaning.Meaning", "java.util.List"));
        var prove = new ClassFile("dev.knet.prove.Proof", Set.of("dev.knet.meaning.Meaning", "dev.knet.reach.Reach"));
        assertThat(forbiddenArrows(List.of(reach, prove))).containsExactly("dev.knet.reach.Reach names meaning");
    }

    @Test
    void findsALibraryOutOfItsPlace() {
        var model = new ClassFile("dev.knet.model.Pod", Set.of("io.fabric8.kubernetes.api.model.Pod"));
        var lower = new ClassFile("dev.knet.lower.Pods", Set.of("io.fabric8.kubernetes.api.model.Pod"));
        assertThat(forbiddenLibraries(List.of(model, lower)))
                .containsExactly("dev.knet.model.Pod names io.fabric8.kubernetes.api.model.Pod");
    }

    @Test
    void readsNamesInCodeSignaturesAndAnnotations() throws IOException {
        try (InputStream bytes = PackageGraphTest.class.getResourceAsStream("PackageGraphTest.class")) {
            ClassFile self = ClassFile.read(bytes);
            assertThat(self.name()).isEqualTo(PackageGraphTest.class.getName());
            assertThat(self.uses())
                    .contains(Cycles.class.getName(), ClassFile.class.getName())
                    .contains("java.util.stream.Stream", Test.class.getName())
                    .doesNotContain(PackageGraphTest.class.getName());
        }
    }

    private static List<String> forbiddenArrows(List<ClassFile> from) {
        var found = new ArrayList<String>();
        for (ClassFile file : from) {
            Row row = ROWS.getOrDefault(shortName(file.packageName()), new Row(Set.of(), Set.of()));
            packagesNamedBy(file).stream()
                    .filter(name -> !row.mayName().contains(name))
                    .forEach(name -> found.add(file.name() + " names " + name));
        }
        return found;
    }

    private static List<String> forbiddenLibraries(List<ClassFile> from) {
        var found = new ArrayList<String>();
        for (ClassFile file : from) {
            Row row = ROWS.getOrDefault(shortName(file.packageName()), new Row(Set.of(), Set.of()));
            file.uses().stream()
                    .filter(name -> !name.startsWith(ROOT))
                    .filter(name -> EVERYWHERE.stream().noneMatch(name::startsWith))
                    .filter(name -> row.libraries().stream().noneMatch(library -> name.startsWith(library + ".")))
                    .forEach(name -> found.add(file.name() + " names " + name));
        }
        return found;
    }

    private static Set<String> reachableFrom(String start) {
        Map<String, Set<String>> graph = graphOf(classes);
        var reached = new TreeSet<String>();
        var next = new ArrayList<>(List.of(start));
        while (!next.isEmpty()) {
            graph.getOrDefault(next.remove(next.size() - 1), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    /** Each package and the packages its classes name, without {@code dev.knet.} in front. */
    private static Map<String, Set<String>> graphOf(List<ClassFile> files) {
        var graph = new TreeMap<String, Set<String>>();
        for (ClassFile file : files) {
            graph.computeIfAbsent(shortName(file.packageName()), name -> new TreeSet<>())
                    .addAll(packagesNamedBy(file));
        }
        return graph;
    }

    private static Set<String> packagesNamedBy(ClassFile file) {
        return file.uses().stream()
                .filter(name -> name.startsWith(ROOT))
                .map(ClassFile::packageOf)
                .filter(name -> !name.equals(file.packageName()))
                .map(PackageGraphTest::shortName)
                .collect(toCollection(TreeSet::new));
    }

    private static String shortName(String packageName) {
        return packageName.substring(ROOT.length());
    }

    /** Reads the table; a row whose first column is empty goes on with the row above it. */
    private static Map<String, Row> rows(String table) {
        var rows = new LinkedHashMap<String, Row>();
        String name = "";
        for (String line : table.lines().skip(2).toList()) {
            String[] columns = line.split("\\|", -1);
            name = columns[0].isBlank() ? name : columns[0].strip();
            Row row = rows.computeIfAbsent(name, unused -> new Row(new TreeSet<>(), new TreeSet<>()));
            row.mayName().addAll(words(columns[1]));
            row.libraries().addAll(words(columns[2]));
        }
        return Collections.unmodifiableMap(rows);
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Every class of dev.knet on the class path, folder or jar, but for the tests. */
    private static List<ClassFile> mainClasses() throws IOException, URISyntaxException {
        URI tests = PackageGraphTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        var files = new ArrayList<ClassFile>();
        for (URL url : Collections.list(PackageGraphTest.class.getClassLoader().getResources("dev/knet"))) {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
                    files.addAll(classesUnder(jar.getPath("dev/knet")));
                }
            } else if (!Path.of(uri).startsWith(Path.of(tests))) {
                files.addAll(classesUnder(Path.of(uri)));
            }
        }
        return List.copyOf(files);
    }

    private static List<ClassFile> classesUnder(Path folder) throws IOException {
        var files = new ArrayList<ClassFile>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                try (InputStream bytes = Files.newInputStream(path)) {
                    files.add(ClassFile.read(bytes));
                }
            }
        }
        return files;
    }
}
