package dev.knet.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What comes of the patches in {@code src/test/cases/patch}: objects of all kinds, with more than knet says itself. */
public final class MergedObjects {
    private static final Path CASES = Path.of("src/test/cases/patch");

    private MergedObjects() {}

    public static List<HasMetadata> all() {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().map(MergedObjects::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HasMetadata read(Path file) {
        try {
            String[] documents = Files.readString(file).split("(?m)^---\n", -1);
            return Serialization.unmarshal(documents[documents.length - 1], HasMetadata.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
