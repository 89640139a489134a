package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports and locks on the disk: one step, nothing beside them, nothing touched without need. */
final class TextWriterTest {
    @TempDir
    private Path folder;

    @Test
    void makesTheFoldersAndLeavesNothingElse() throws Exception {
        Path file = folder.resolve("a/b/report.txt");

        assertThat(TextWriter.write(file, "ä\n")).isTrue();

        assertThat(file).content().isEqualTo("ä\n");
        assertThat(file.getParent()).isDirectoryNotContaining(it -> !it.equals(file));
    }

    @Test
    void replacesWhatIsDifferentOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("report.txt"), "old");
        FileTime before = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, before);

        assertThat(TextWriter.write(file, "old")).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(TextWriter.write(file, "new")).isTrue();
        assertThat(file).content().isEqualTo("new");
    }

    @Test
    void leavesAFolderInPeace() throws Exception {
        Path file = Files.createDirectories(folder.resolve("report.txt/in"));

        assertThatThrownBy(() -> TextWriter.write(file.getParent(), "new"))
                .isInstanceOf(OutputException.class)
                .hasMessageEndingWith("report.txt is in the way: it is no file. Move it, or choose another name");
        assertThat(file).exists();
    }

    @Test
    void saysWhatIsInTheWayOfTheFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("target"), "a file");

        assertThatThrownBy(() -> TextWriter.write(file.resolve("report.txt"), "new"))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith("cannot write the output: ")
                .hasMessageEndingWith(". Nothing was changed");
        assertThat(file).content().isEqualTo("a file");
    }

    @Test
    void writesWhereALinkLeads() throws Exception {
        Path real = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = folder.resolve("link.txt");
        try {
            Files.createSymbolicLink(link, real);
        } catch (UnsupportedOperationException | FileSystemException e) {
            assumeTrue(false, "links cannot be made here");
        }

        TextWriter.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(real).content().isEqualTo("new");
    }

    @Test
    void removesFilesOnly() throws Exception {
        Path file = Files.writeString(folder.resolve("report.txt"), "old");
        TextWriter.remove(file);
        TextWriter.remove(file);
        TextWriter.remove(folder);

        assertThat(folder).isEmptyDirectory();
    }
}
