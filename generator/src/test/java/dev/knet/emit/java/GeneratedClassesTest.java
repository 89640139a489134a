package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated classes ask nothing of whoever compiles them, and do nothing behind anyone's back. */
class GeneratedClassesTest {
    private static final Path RUNTIME = Path.of("src/main/java/dev/knet/emit/java/runtime");
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Za-z]+\\b");

    private static Map<String, String> sources;
    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        sources = Compiled.sources(Sample.of(Everything.TEXT).java());
        compiled = Compiled.of(sources);
    }

    /** The names of classes and methods that a class uses are text in it. */
    @Test
    void noReflectionNoFilesNoNetworkNothingOfOurs() {
        assertThat(compiled.types()).hasSizeGreaterThan(60);
        for (String type : compiled.types()) {
            assertThat(new String(compiled.bytes(type), StandardCharsets.ISO_8859_1))
                    .as(type)
                    .contains("com/acme/everything")
                    .doesNotContain("dev/knet", "dev.knet")
                    .doesNotContain("java/lang/reflect", "java/lang/ClassLoader", "forName", "java/util/ServiceLoader")
                    .doesNotContain(
                            "java/io/", "java/nio/file", "java/nio/channels", "java/net/Socket", "java/net/Inet")
                    .doesNotContain("java/net/URL", "java/net/http", "java/lang/Process", "java/lang/Runtime\u0001")
                    .doesNotContain("java/lang/System", "java/lang/Thread", "java/util/Random", "java/time/")
                    .doesNotContain("io/fabric8/kubernetes/client", "com/fasterxml");
        }
    }

    /** Every option by which javac says more; with its own words about doc comments too, but that enums are commented. */
    @Test
    void noWarningOfTheJavacOfJdk25(@TempDir Path folder) throws Exception {
        Path jdk =
                Path.of(Objects.requireNonNullElse(System.getenv("KNET_JDK25"), "/usr/lib/jvm/temurin-25-jdk-amd64"));
        Path javac = jdk.resolve("bin/javac");
        assumeTrue(Files.isExecutable(javac), "no " + javac + ": set KNET_JDK25 to the folder of a JDK 25");
        List<String> command = new ArrayList<>(List.of(
                javac.toString(),
                "-Xlint:all",
                "-Xdoclint:all/protected",
                "-Werror",
                "-proc:none",
                "-encoding",
                "US-ASCII",
                "-d",
                folder.resolve("classes").toString(),
                "-classpath",
                Compiled.modelOnly()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            command.add(Files.writeString(file, source.getValue(), StandardCharsets.US_ASCII)
                    .toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void everyClassOfTheRuntimeIsWrittenAndReserved() throws IOException {
        try (Stream<Path> files = Files.list(RUNTIME)) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();
            assertThat(names).hasSizeGreaterThan(30);
            for (String name : names) {
                assertThat(ReservedNames.contains(Identifiers.key(name)))
                        .as(name)
                        .isTrue();
                assertThat(sources).containsKey("com/acme/everything/" + name + ".java");
            }
        }
    }

    /** In the package of a topology, a thing of the same name would be meant instead. */
    @Test
    void theTypesOfJavaThatTheRuntimeNamesAreReserved() throws IOException {
        try (Stream<Path> files = Files.list(RUNTIME)) {
            for (Path file : files.toList()) {
                String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|\"[^\"\n]*\"", "");
                Matcher words = WORD.matcher(code);
                while (words.find()) {
                    if (isOfJava(words.group())) {
                        assertThat(ReservedNames.contains(Identifiers.key(words.group())))
                                .as(words.group() + " in " + file)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static boolean isOfJava(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
