package dev.knet.compile;

import dev.knet.emit.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The first line of a file. Whether knet generated it, and from what, stands there behind the comment sign. */
record Headline(String text) {
    static final int LONGEST = 4096;
    private static final Pattern KNETS = Pattern.compile("[^\\p{L}\\p{N}]*" + Pattern.quote(Artifact.MARK) + "\\b");

    static Headline of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.UTF_8);
        return new Headline(head.lines().findFirst().orElse(""));
    }

    static Headline of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LONGEST));
        }
    }

    boolean isKnets() {
        return KNETS.matcher(text).lookingAt();
    }
}
