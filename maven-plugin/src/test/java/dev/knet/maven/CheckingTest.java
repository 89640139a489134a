package dev.knet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.compile.CompileRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that check and lock without Maven around them: what they find, what they write, and every line they say. */
final class CheckingTest {
    private static final String SHOP = """
            namespace shop {
              deployment web { image "nginx:1.27"; port http tcp/8080 }
              deployment db { image "redis:7.4"; port redis tcp/6379 }
              deny ingress
              db allows web
              expect only web reaches db
            }
            """;
    private static final String WIDER = SHOP.replace("expect only web reaches db", "web allows db");

    @TempDir
    private Path project;

    private final RecordingLog log = new RecordingLog();
    private boolean failOnWarning;

    @Test
    void saysThatAllIsWell() throws Exception {
        source("shop.knet", SHOP);
        source("bank.knet", "pod vault { image \"redis:7.4\" }\n");

        check();

        assertThat(log.messages)
                .containsExactly(
                        "[INFO] bank: the policies are proved",
                        "[INFO] shop: the policies are proved, 1 expectation holds");
        assertThat(report()).content().contains("<testsuite name=\"shop\"", "name=\"expect only web reaches db\"");
        assertThat(project.resolve("target")).isDirectoryNotContaining("glob:**/knet");
    }

    @Test
    void checksEveryEnvironment() throws Exception {
        source("shop.knet", SHOP + "environment prod { namespace shop { deployment web { replicas 3 } } }\n");

        check();

        assertThat(log.messages)
                .containsExactly(
                        "[INFO] shop: the policies are proved, 1 expectation holds",
                        "[INFO] shop (prod): the policies are proved, 1 expectation holds");
        assertThat(report()).content().contains("name=\"shop\"", "name=\"shop (prod)\"");
    }

    @Test
    void reportsAnExpectationThatIsNotMet() throws Exception {
        source("shop.knet", SHOP.replace("only web", "only db"));

        assertThatThrownBy(this::check)
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage("1 error in src/main/knet");

        assertThat(log.messages).singleElement().asString().contains("shop.knet:[6,3] KNET06");
        assertThat(report()).content().contains("failures=\"1\"", "<failure message=");
    }

    @Test
    void leavesNoReportOfAnEarlierRun() throws Exception {
        source("shop.knet", SHOP);
        check();
        source("shop.knet", "pod web {}\n");

        assertThatThrownBy(this::check).hasMessage("1 error in src/main/knet");

        assertThat(report()).doesNotExist();
    }

    @Test
    void failsOnWarningsIfItIsTo() throws Exception {
        source("shop.knet", SHOP.replace("deny ingress", "deny ingress; deny ingress"));
        check();
        assertThat(log.messages.get(0)).startsWith("[WARNING] ");

        failOnWarning = true;
        assertThatThrownBy(this::check)
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage("1 warning in src/main/knet, and knet.failOnWarning does not let it pass");
    }

    @Test
    void failsWhereTheLockDoesNotHold() throws Exception {
        source("shop.knet", SHOP);
        lock();
        check();
        assertThat(log.messages)
                .containsExactly(
                        "[INFO] written: src/main/knet/shop.knet.lock; commit it",
                        "[INFO] shop: the policies are proved, 1 expectation holds, the lock holds");

        source("shop.knet", WIDER);
        assertThatThrownBy(this::check).hasMessage("1 error in src/main/knet");
        assertThat(log.messages.get(2)).startsWith("[ERROR] src/main/knet/shop.knet:[6,3] KNET06");
    }

    @Test
    void locksAnewAndSaysWhatIsAccepted() throws Exception {
        source("shop.knet", SHOP);
        lock();
        lock();
        source("shop.knet", WIDER);
        lock();
        check();

        assertThat(log.messages)
                .containsExactly(
                        "[INFO] written: src/main/knet/shop.knet.lock; commit it",
                        "[INFO] unchanged: src/main/knet/shop.knet.lock",
                        "[INFO] changed: src/main/knet/shop.knet.lock; commit it",
                        "[INFO] + shop/db[Deployment] => shop/web[Deployment] : TCP 8080",
                        "[INFO] shop: the policies are proved, the lock holds");
    }

    @Test
    void locksNothingAfterAnError() throws Exception {
        source("shop.knet", SHOP.replace("only web", "only db"));

        assertThatThrownBy(this::lock).hasMessage("1 error in src/main/knet; no lock was written");

        assertThat(project.resolve("src/main/knet/shop.knet.lock")).doesNotExist();
    }

    @Test
    void writesALockAnewThatAMergeHasBroken() throws Exception {
        source("shop.knet", SHOP);
        source("shop.knet.lock", "<<<<<<< HEAD\n");

        lock();

        assertThat(log.messages)
                .startsWith(
                        "[INFO] changed: src/main/knet/shop.knet.lock; commit it",
                        "[WARNING] src/main/knet/shop.knet.lock was no lock any more,"
                                + " so what is accepted with it may be more than is said here");
        check();
    }

    private void check() throws AbstractMojoExecutionException {
        new Checking(sources(), "knet", failOnWarning, report(), log).run();
    }

    private void lock() throws AbstractMojoExecutionException {
        new Locking(sources(), log).run();
    }

    private Sources sources() {
        return new Sources(
                new PathNames(project),
                project.resolve("src/main/knet"),
                false,
                CompileRequest.Settings.on(LocalDate.EPOCH));
    }

    private Path report() {
        return project.resolve("target/knet-reports/TEST-knet.xml");
    }

    private void source(String path, String text) throws IOException {
        Path file = project.resolve("src/main/knet").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
