package dev.knet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The floor: a JVM that starts, reads the bytes and writes them. Arguments: from, to. */
public final class CopyProgram {
    private CopyProgram() {}

    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[1]), Files.readAllBytes(Path.of(arguments[0])));
    }
}
