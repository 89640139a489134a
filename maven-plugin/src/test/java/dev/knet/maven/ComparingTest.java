package dev.knet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.knet.compile.CompileRequest;
import dev.knet.query.Comparison.Format;
import dev.knet.query.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The goal that compares without Maven around it: which two sides it reads, and when it fails. */
final class ComparingTest {
    private static final String CLOSED = """
            namespace shop {
              deployment web { image "nginx:1.27"; port http tcp/8080 }
              deployment db { image "redis:7.4"; port redis tcp/6379 }
              deny all
            }
            cluster { dns off }
            """;
    private static final String OPEN = CLOSED.replace("deny all", "deny all; db allows web");
    private static final String ADDED = "diff-type: added, source: shop/web[Deployment],"
            + " destination: shop/db[Deployment], dir1: No Connections, dir2: TCP 6379";

    @TempDir
    private Path project;

    private final RecordingLog log = new RecordingLog();
    private Path sources;
    private Optional<Path> manifests = Optional.empty();
    private Optional<Path> before = Optional.empty();
    private Optional<Path> after = Optional.empty();
    private Optional<String> beforeRevision = Optional.empty();
    private Optional<String> afterRevision = Optional.empty();
    private List<String> environments = List.of();
    private Comparing.FailOn failOn = Comparing.FailOn.NEVER;

    @BeforeEach
    void nameFolder() {
        sources = project.resolve("src/main/knet");
    }

    @Nested
    final class Folders {

        @Test
        void areOfSources() throws Exception {
            before = Optional.of(file("old/shop.knet", CLOSED).getParent());
            file("src/main/knet/shop.knet", OPEN);

            compare();

            assertThat(log.messages).contains("[INFO] " + ADDED);
        }

        @Test
        void areOfManifests() throws Exception {
            before = Optional.of(file("old/all.yaml", pods()).getParent());
            after = Optional.of(file("new/all.yaml", pods() + isolation()).getParent());

            compare();

            assertThat(log.messages)
                    .contains("[INFO] diff-type: removed, source: shop/web[Pod], destination: shop/db[Pod],"
                            + " dir1: All Connections, dir2: No Connections");
        }

        @Test
        void areOfOneKind() throws Exception {
            before = Optional.of(file("old/shop.knet", CLOSED).getParent());
            file("old/all.yaml", pods());

            assertRefused("knet.before has both .knet files and manifests, such as old/all.yaml."
                    + " Name a folder that has either");
        }

        @Test
        void haveSomethingInThem() throws Exception {
            before = Optional.of(Files.createDirectories(project.resolve("old")));
            assertRefused("knet.before has neither .knet files nor manifests: old");
            before = Optional.of(project.resolve("older"));
            assertRefused("knet.before does not exist: older");
            before = Optional.of(file("old/shop.knet", CLOSED));
            assertRefused("knet.before is a .knet file: old/shop.knet. Name its folder");
        }
    }

    @Nested
    final class Revisions {

        @Test
        void areReadFromTheRepository() throws Exception {
            file("src/main/knet/shop.knet", CLOSED);
            file("src/main/knet/.hidden.knet", "not for us");
            commit();
            file("src/main/knet/shop.knet", OPEN);
            beforeRevision = Optional.of("HEAD");

            compare();

            assertThat(log.messages).contains("[INFO] " + ADDED);
        }

        @Test
        void areComparedWithEachOther() throws Exception {
            file("src/main/knet/shop.knet", CLOSED);
            commit();
            file("src/main/knet/shop.knet", OPEN);
            commit();
            file("src/main/knet/shop.knet", "broken");
            beforeRevision = Optional.of("HEAD~1");
            afterRevision = Optional.of("HEAD");

            compare();

            assertThat(log.messages).contains("[INFO] " + ADDED);
        }

        @Test
        void areReadInAModuleBelow() throws Exception {
            file("module/src/main/knet/shop.knet", CLOSED);
            file("other/src/main/knet/shop.knet", "broken");
            commit();
            sources = project.resolve("module/src/main/knet");
            file("module/src/main/knet/shop.knet", OPEN);
            beforeRevision = Optional.of("HEAD");

            compare();

            assertThat(log.messages).contains("[INFO] " + ADDED);
        }

        @Test
        void mayHaveAFolderThatIsGone() throws Exception {
            Path file = file("src/main/knet/shop.knet", OPEN);
            commit();
            Files.delete(file);
            Files.delete(file.getParent());
            beforeRevision = Optional.of("HEAD");

            compare();

            assertThat(log.messages)
                    .contains("[INFO] nothing to compare: there is no folder src/main/knet")
                    .anyMatch(line -> line.contains("diff-type: removed, source: shop/web[Deployment]"));
        }

        @Test
        void mayLackTheFolder() throws Exception {
            file("README", "x");
            commit();
            file("src/main/knet/shop.knet", OPEN);
            beforeRevision = Optional.of("HEAD");

            compare();

            assertThat(log.messages.get(0)).isEqualTo("[WARNING] there was nothing in HEAD:src/main/knet");
            assertThat(log.messages).contains("[INFO] " + ADDED);
        }

        @Test
        void areOfManifestsToo() throws Exception {
            Path all = file("k8s/all.yaml", pods());
            file("k8s/notes.txt", "not for us");
            commit();
            file("k8s/all.yaml", pods() + isolation());
            beforeRevision = Optional.of("HEAD");
            for (Path path : List.of(all, all.getParent())) {
                manifests = Optional.of(path);
                log.messages.clear();

                compare();

                assertThat(log.messages).anyMatch(line -> line.contains("removed, source: shop/web[Pod]"));
            }
        }

        @Test
        void leaveLinksOut() throws Exception {
            file("src/main/knet/shop.knet", CLOSED);
            try {
                Files.createSymbolicLink(sources.resolve("link.knet"), Path.of("/etc/hostname"));
            } catch (UnsupportedOperationException | FileSystemException e) {
                assumeTrue(false, "links cannot be made here");
            }
            commit();
            Files.delete(sources.resolve("link.knet"));
            beforeRevision = Optional.of("HEAD");

            compare();

            assertThat(log.messages).containsExactly("[INFO] no change in who can talk to whom");
        }

        @Test
        void nameTheRevisionInErrors() throws Exception {
            file("src/main/knet/shop.knet", "pod web {}\n");
            commit();
            beforeRevision = Optional.of("HEAD");

            assertRefused("1 error in HEAD:src/main/knet");
            assertThat(log.messages.get(0)).startsWith("[ERROR] HEAD:src/main/knet/shop.knet:[1,5] KNET0201: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nowhere", "", "--help", "--output=/tmp/x", "-h", "HEAD\0", "HEAD\nHEAD", "HEAD:src"})
        void mustBeCommits(String revision) throws Exception {
            file("src/main/knet/shop.knet", CLOSED);
            commit();
            beforeRevision = Optional.of(revision);

            assertThatThrownBy(ComparingTest.this::compare)
                    .isExactlyInstanceOf(MojoFailureException.class)
                    .hasMessageStartingWith("git knows no commit `")
                    .hasMessageEndingWith(
                            "` here. If it is elsewhere, fetch it first: a shallow clone, as build servers make, lacks most");
        }

        @Test
        void needARepository() throws Exception {
            assumeTrue(git("--version") == 0, "there is no git");
            file("src/main/knet/shop.knet", CLOSED);
            beforeRevision = Optional.of("HEAD");

            assertThatThrownBy(ComparingTest.this::compare)
                    .isExactlyInstanceOf(MojoFailureException.class)
                    .hasMessageStartingWith("git finds no repository at " + sources);
        }
    }

    @Nested
    final class Environments {
        private static final String PROD = "environment prod { db allows web }\n";

        @Test
        void areAllCompared() throws Exception {
            before = Optional.of(
                    file("old/shop.knet", CLOSED + "environment prod {}\n").getParent());
            file("src/main/knet/shop.knet", CLOSED + PROD);

            compare();
            assertThat(log.messages).contains("[INFO] Connectivity diff in environment prod:");
            assertThat(log.messages).contains("[INFO] " + ADDED);

            failOn = Comparing.FailOn.WIDENING;
            assertRefused("1 connection is wider than before, and knet.failOn does not let that pass");
        }

        @Test
        void ofOneSideAreComparedWithTheFilesOfTheOther() throws Exception {
            Path plain = file("plain/shop.knet", CLOSED).getParent();
            Path prod = file("prod/shop.knet", CLOSED + PROD).getParent();
            for (List<String> asked : List.of(List.<String>of(), List.of("prod"))) {
                environments = asked;
                log.messages.clear();
                before = Optional.of(plain);
                after = Optional.of(prod);
                compare();
                assertThat(log.messages)
                        .contains("[INFO] Connectivity diff in environment prod"
                                + " (not there before: compared with the files as they were):");
                log.messages.clear();
                before = Optional.of(prod);
                after = Optional.of(plain);
                compare();
                assertThat(log.messages)
                        .contains("[INFO] Connectivity diff in environment prod"
                                + " (not there any more: compared with the files as they are):");
                assertThat(log.messages)
                        .anyMatch(line -> line.contains("removed, source: shop/web[Deployment], destination: shop/db"));
            }
        }

        @Test
        void areOnSomeSideIfTheyAreAskedFor() throws Exception {
            before = Optional.of(file("old/shop.knet", CLOSED).getParent());
            file("src/main/knet/shop.knet", CLOSED + PROD);
            environments = List.of("prdo");

            assertRefused("neither side has an environment `prdo`; there are prod");
        }

        @Test
        void areNotGuessedForManifests() throws Exception {
            before = Optional.of(file("old/all.yaml", pods()).getParent());
            file("src/main/knet/shop.knet", CLOSED + PROD);

            compare();
            assertThat(log.messages)
                    .contains("[WARNING] only the files as they are were compared with the manifests,"
                            + " not the environments prod. Choose one with -Dknet.environment=prod");

            environments = List.of("prod");
            log.messages.clear();
            compare();
            assertThat(log.messages).contains("[INFO] Connectivity diff in environment prod:");
        }
    }

    @Test
    void comparesAFolderWithSomething() throws Exception {
        before = Optional.of(file("old/shop.knet", CLOSED).getParent());

        assertRefused(
                "there is nothing in src/main/knet to compare old with." + " Name the other folder, by -Dknet.after");
    }

    @Test
    void leavesOutWhatIsNotAboutTheSources() throws Exception {
        String ingress = "existing namespace ingress\n";
        before = Optional.of(file("old/shop.knet", CLOSED).getParent());
        file("src/main/knet/shop.knet", ingress + CLOSED.replace("deny all", "deny all; web allows namespace ingress"));

        compare();

        assertThat(log.messages)
                .anyMatch(line -> line.contains("source: ingress/*[Pod], destination: shop/web"))
                .filteredOn(line -> line.contains("diff-type"))
                .allMatch(line -> line.contains("shop/"));
    }

    @Test
    void failsIfItIsTo() throws Exception {
        before = Optional.of(file("closed/shop.knet", CLOSED).getParent());
        after = Optional.of(file("open/shop.knet", OPEN).getParent());
        failOn = Comparing.FailOn.WIDENING;
        assertRefused("1 connection is wider than before, and knet.failOn does not let that pass");
        assertThat(log.messages).contains("[INFO] " + ADDED);

        before = Optional.of(project.resolve("open"));
        after = Optional.of(project.resolve("closed"));
        compare();
        failOn = Comparing.FailOn.CHANGE;
        assertRefused("1 connection is not what it was, and knet.failOn does not let that pass");
        after = before;
        compare();
    }

    @Test
    void needsSomethingToCompareWith() throws Exception {
        assertRefused("say what to compare with:"
                + " -Dknet.beforeRevision=main for a revision in git, or -Dknet.before=FOLDER");
        before = Optional.of(project);
        beforeRevision = Optional.of("HEAD");
        assertRefused("knet.before and knet.beforeRevision exclude each other: give a folder or a revision");
    }

    private void compare() throws AbstractMojoExecutionException {
        var names = new PathNames(project);
        var settings = new CompileRequest.Settings(Map.of(), environments, LocalDate.EPOCH);
        var read = new Sources(names, sources, false, settings);
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var request = new Comparing.Request(
                new QueryRequest(read, manifests, new AnswerOutput(Optional.empty(), names, log, out)),
                new Comparing.Side("knet.before", before, beforeRevision),
                new Comparing.Side("knet.after", after, afterRevision),
                new Scope(false, true));
        new Comparing(request, log).run(Format.TXT, failOn);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::compare)
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage(message);
    }

    private void commit() throws Exception {
        assumeTrue(git("init", "-q") == 0, "there is no git");
        git("add", "-A");
        assertThat(git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "-m", "x"))
                .isZero();
    }

    private int git(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    private static String pods() {
        return pod("web") + pod("db");
    }

    private static String pod(String name) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %1$s, namespace: shop, labels: {app: %1$s}}
                spec: {containers: [{name: %1$s, image: "nginx:1.27"}]}
                ---
                """.formatted(name);
    }

    private static String isolation() {
        return """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: db, namespace: shop}
                spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}
                """;
    }

    private Path file(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
