package dev.knet.reach.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are read, and by which names. */
final class ManifestFolderTest {
    @TempDir
    Path temp;

    private void write(String... paths) throws IOException {
        for (String path : paths) {
            Path file = temp.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, path);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return ManifestReader.folder(folder).stream()
                .map(ManifestReader.Source::name)
                .toList();
    }

    @Test
    void manifestsAndNothingElse() throws IOException {
        write(
                "in/b.yml",
                "in/a.yaml",
                "in/d/e/f.JSON",
                "in/d.yaml",
                "in/x.txt",
                "in/yaml",
                "in/.h.yaml",
                "in/.g/a.yaml");
        Files.createDirectories(temp.resolve("in/z.yaml"));
        assertThat(names(temp.resolve("in"))).containsExactly("a.yaml", "b.yml", "d.yaml", "d/e/f.JSON");
        assertThat(ManifestReader.folder(temp.resolve("in")).get(3).content())
                .asString()
                .isEqualTo("in/d/e/f.JSON");
        assertThat(names(temp.resolve("in/x.txt"))).containsExactly("x.txt");
        assertThatThrownBy(() -> names(temp.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void links() throws IOException {
        write("out/o.yaml", "in/a.yaml", "in/.data/b.yaml", "in/d/c.yaml");
        Path in = temp.resolve("in");
        Files.createSymbolicLink(in.resolve("0.yaml"), Path.of("a.yaml"));
        Files.createSymbolicLink(in.resolve("b.yaml"), Path.of(".data/b.yaml"));
        Files.createSymbolicLink(in.resolve("broken.yaml"), Path.of("nowhere.yaml"));
        Files.createSymbolicLink(in.resolve("o.yaml"), Path.of("../out/o.yaml"));
        Files.createSymbolicLink(in.resolve("out"), Path.of("../out"));
        Files.createSymbolicLink(in.resolve("circle"), Path.of("."));
        Files.createSymbolicLink(in.resolve("self.yaml"), Path.of("self.yaml"));
        assertThat(names(in)).containsExactly("a.yaml", "b.yaml", "d/c.yaml");
        Files.createSymbolicLink(temp.resolve("link"), Path.of("in"));
        assertThat(names(temp.resolve("link"))).containsExactly("a.yaml", "b.yaml", "d/c.yaml");
    }

    @Test
    void contentIsOnesOwn() {
        byte[] bytes = {1};
        ManifestReader.Source source = new ManifestReader.Source("a", bytes);
        bytes[0] = 2;
        source.content()[0] = 3;
        assertThat(source.content()).containsExactly(1);
    }
}
