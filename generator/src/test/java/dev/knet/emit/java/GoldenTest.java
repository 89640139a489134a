package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The quickstart's own files, byte by byte, as a Java developer sees them. What comes out now is written over them by
 * {@code -Dknet.updateGoldens=true}, and the test fails all the same.
 */
class GoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/dev/knet/emit/java/quickstart");

    @Test
    void quickstart() throws IOException {
        Map<String, String> made = new TreeMap<>();
        for (Artifact artifact : Sample.of(Path.of("../samples/quickstart/src/main/knet/shop.knet"))
                .ownJava()) {
            made.put(artifact.path(), artifact.text());
        }
        Map<String, String> expected = read();
        if (expected.isEmpty() || Boolean.getBoolean("knet.updateGoldens")) {
            write(made, expected);
        }
        assertThat(made).isEqualTo(expected);
        assertThat(Boolean.getBoolean("knet.updateGoldens")).isFalse();
    }

    private static Map<String, String> read() throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(GOLDENS)) {
            try (Stream<Path> paths = Files.walk(GOLDENS)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(GOLDENS.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            }
        }
        return files;
    }

    private static void write(Map<String, String> made, Map<String, String> expected) throws IOException {
        for (String path : expected.keySet()) {
            Files.delete(GOLDENS.resolve(path));
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            Path path = GOLDENS.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
