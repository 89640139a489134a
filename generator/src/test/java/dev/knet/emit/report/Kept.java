package dev.knet.emit.report;

import dev.knet.testing.Goldens;
import java.nio.file.Path;

/** The reports that are kept beside the tests. */
final class Kept {
    static final Path FOLDER = Path.of("src/test/resources/dev/knet/emit/report");

    private Kept() {}

    static void check(String name, String actual) {
        Goldens.check(FOLDER.resolve(name), actual);
    }
}
