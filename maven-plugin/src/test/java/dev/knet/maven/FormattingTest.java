package dev.knet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals about layout without Maven around them: what they change, and every line that they say. */
final class FormattingTest {
    private static final String RIGHT = "deny all\n";
    private static final String OTHER = "deny   all\n";
    private static final String WRONG = "web  allows\n";

    @TempDir
    private Path project;

    private final RecordingLog log = new RecordingLog();
    private Path sources;
    private boolean asked;

    @BeforeEach
    void nameFolder() {
        sources = project.resolve("src/main/knet");
    }

    @Test
    void formatsWhatIsNot() throws Exception {
        source("a.knet", RIGHT);
        Path other = source("more/b.knet", OTHER);

        formatting().format();

        assertThat(log.messages).containsExactly("[INFO] formatted src/main/knet/more/b.knet");
        assertThat(other).content().isEqualTo(RIGHT);
    }

    @Test
    void saysThatAllIsFormatted() throws Exception {
        source("a.knet", RIGHT);
        formatting().format();
        source("b.knet", RIGHT);
        formatting().format();
        formatting().check();

        assertThat(log.messages)
                .containsExactly(
                        "[INFO] 1 file is laid out already",
                        "[INFO] 2 files are laid out already",
                        "[INFO] 2 files are laid out already");
    }

    @Test
    void formatsTheOthersWhereOneIsWrong() throws Exception {
        Path wrong = source("a.knet", WRONG);
        Path other = source("b.knet", OTHER);

        assertThatThrownBy(() -> formatting().format())
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage("1 error in src/main/knet; a file with an error was left as it is");

        assertThat(log.messages.get(0)).isEqualTo("[INFO] formatted src/main/knet/b.knet");
        assertThat(log.messages.get(1)).startsWith("[ERROR] src/main/knet/a.knet:[1,12] KNET0001: ");
        assertThat(wrong).content().isEqualTo(WRONG);
        assertThat(other).content().isEqualTo(RIGHT);
    }

    @Test
    void checksAndChangesNothing() throws Exception {
        Path other = source("a.knet", RIGHT + OTHER);
        source("b.knet", RIGHT);
        source("c.knet", OTHER);

        assertThatThrownBy(() -> formatting().check())
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage("2 files in src/main/knet are not formatted; run knet:format");

        assertThat(log.messages)
                .containsExactly(
                        "[ERROR] src/main/knet/a.knet:[2,1] from this line on, the file is not formatted",
                        "[ERROR] src/main/knet/c.knet:[1,1] from this line on, the file is not formatted");
        assertThat(other).content().isEqualTo(RIGHT + OTHER);
    }

    @Test
    void doesNotPassWhatItCannotCheck() throws Exception {
        source("a.knet", WRONG);
        assertThatThrownBy(() -> formatting().check())
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage("1 error in src/main/knet; a file with an error cannot be checked");

        source("b.knet", OTHER);
        assertThatThrownBy(() -> formatting().check())
                .hasMessage("1 file in src/main/knet is not formatted; run knet:format."
                        + " Also, 1 error in src/main/knet");
    }

    @Test
    void leavesWhatALinkLeadsOutTo() throws Exception {
        Path outside = Files.writeString(project.resolve("outside.knet"), OTHER);
        Files.createDirectories(sources);
        try {
            Files.createSymbolicLink(sources.resolve("a.knet"), outside);
        } catch (UnsupportedOperationException | FileSystemException e) {
            assumeTrue(false, "links cannot be made here");
        }

        formatting().format();

        assertThat(log.messages)
                .containsExactly("[WARNING] src/main/knet/a.knet is not formatted, and was left as it is:"
                        + " a link leads from there out of src/main/knet. Format it where it is");
        assertThat(outside).content().isEqualTo(OTHER);
    }

    @Test
    void needsNoSources() throws Exception {
        formatting().format();
        Files.createDirectories(sources);
        formatting().check();

        assertThat(log.messages)
                .isEqualTo(List.of(
                        "[INFO] nothing to format: there is no folder src/main/knet",
                        "[INFO] nothing to check: there is no .knet file in src/main/knet"));
    }

    @Test
    void needsTheFolderThatIsNamed() {
        asked = true;
        assertThatThrownBy(() -> formatting().check())
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage("knet.sourceDirectory does not exist: src/main/knet");
    }

    private Formatting formatting() {
        return new Formatting(new PathNames(project), sources, asked, log);
    }

    private Path source(String path, String text) throws IOException {
        Path file = sources.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
