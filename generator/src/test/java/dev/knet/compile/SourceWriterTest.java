package dev.knet.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources are replaced whole, where they are, or not at all. */
final class SourceWriterTest {
    private static final String OLD = "deny   all";
    private static final String NEW = "deny all\n";

    @TempDir
    private Path project;

    private Path sources;

    @BeforeEach
    void nameFolder() throws IOException {
        sources = Files.createDirectories(project.resolve("src/main/knet"));
    }

    @Test
    void filesAreReplacedAndNothingElseIsLeft() throws IOException {
        Path one = source("one.knet");
        Path other = source("folder/other.knet");

        SourceWriter.Outcome outcome = write("folder/other.knet", "one.knet");

        assertThat(outcome.written()).containsExactly(other, one);
        assertThat(one).hasContent("deny all").content().isEqualTo(NEW);
        assertThat(other).content().isEqualTo(NEW);
        assertThat(files()).containsExactly("src/main/knet/folder/other.knet", "src/main/knet/one.knet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-rw-", "rwxr-x---", "rw-------"})
    void permissionsStay(String permissions) throws IOException {
        Path file = source("one.knet");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        write("one.knet");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
        assertThat(file).content().isEqualTo(NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "folder/other.knet"})
    void whatIsProtectedKeepsAllFromBeingWritten(String path) throws IOException {
        Path one = source("one.knet");
        source("folder/other.knet");
        Path locked = sources.resolve(path);
        assumeTrue(locked.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(locked), "whoever runs this may write everything");
            assertThatThrownBy(() -> write("one.knet", "folder/other.knet"))
                    .isInstanceOf(OutputException.class)
                    .hasMessage("no permission to write " + locked.toRealPath() + ". Nothing was changed");
        } finally {
            assertThat(locked.toFile().setWritable(true)).isTrue();
        }
        assertThat(one).content().isEqualTo(OLD);
        assertThat(files()).containsExactly("src/main/knet/folder/other.knet", "src/main/knet/one.knet");
    }

    @Test
    void aFileThatChangedMeanwhileKeepsItsChange() throws IOException {
        Path one = source("one.knet");
        Path other = source("other.knet");
        Files.writeString(other, "deny   ingress");

        assertThatThrownBy(() -> write("one.knet", "other.knet"))
                .isInstanceOf(OutputException.class)
                .hasMessage(other.toRealPath()
                        + " has just been changed by somebody else. Nothing was changed; run it again");

        assertThat(one).content().isEqualTo(OLD);
        assertThat(other).content().isEqualTo("deny   ingress");
        assertThat(files()).containsExactly("src/main/knet/one.knet", "src/main/knet/other.knet");
    }

    @Test
    void aFileThatIsGoneStaysGone() throws IOException {
        Path one = source("one.knet");
        assertThatThrownBy(() -> write("one.knet", "gone.knet")).isInstanceOf(OutputException.class);
        assertThat(one).content().isEqualTo(OLD);
        assertThat(files()).containsExactly("src/main/knet/one.knet");
    }

    @Test
    void whatLiesOutsideIsNotWritten() throws IOException {
        Path outside = Files.writeString(project.resolve("outside.knet"), OLD);
        Path folder = Files.createDirectories(project.resolve("elsewhere"));
        Path inFolder = Files.writeString(folder.resolve("more.knet"), OLD);
        link("outside.knet", outside);
        link("folder", folder);
        source("one.knet");

        SourceWriter.Outcome outcome = write("folder/more.knet", "one.knet", "outside.knet");

        assertThat(outcome.written()).containsExactly(sources.resolve("one.knet"));
        assertThat(outcome.outside())
                .containsExactly(sources.resolve("folder/more.knet"), sources.resolve("outside.knet"));
        assertThat(outside).content().isEqualTo(OLD);
        assertThat(inFolder).content().isEqualTo(OLD);
        assertThat(sources.resolve("outside.knet")).isSymbolicLink();
    }

    @Test
    void linksInsideStayLinks() throws IOException {
        Path one = source("one.knet");
        link("two.knet", one);

        SourceWriter.Outcome outcome = write("one.knet", "two.knet");

        assertThat(outcome.written()).containsExactly(one);
        assertThat(Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(sources.resolve("two.knet")).isSymbolicLink().content().isEqualTo(NEW);
    }

    @Test
    void theFolderItselfMayBeALink() throws IOException {
        Path one = source("one.knet");
        Path real = sources;
        sources = project.resolve("link");
        link("", real);

        assertThat(write("one.knet").written()).containsExactly(sources.resolve("one.knet"));
        assertThat(one).content().isEqualTo(NEW);
    }

    @Test
    void whatAKilledRunLeftIsGone() throws IOException {
        Path left = Files.createDirectories(sources.resolve(".knet-format.tmp"));
        Files.writeString(left.resolve("1"), "half");
        source("one.knet");

        write("one.knet");

        assertThat(files()).containsExactly("src/main/knet/one.knet");
    }

    private SourceWriter.Outcome write(String... paths) throws OutputException {
        List<SourceFormat.Change> changes = new ArrayList<>();
        for (String path : paths) {
            byte[] read = OLD.getBytes(UTF_8);
            changes.add(new SourceFormat.Change(new CompileRequest.Source(path, path, read), NEW, 1));
        }
        return SourceWriter.write(sources, changes);
    }

    private Path source(String path) throws IOException {
        Path file = sources.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, OLD);
    }

    private List<String> files() {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link(String path, Path target) throws IOException {
        try {
            Files.createSymbolicLink(path.isEmpty() ? sources : sources.resolve(path), target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            assumeTrue(false, "links cannot be made here");
        }
    }
}
