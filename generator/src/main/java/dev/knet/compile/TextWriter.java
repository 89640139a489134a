package dev.knet.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes a text that a goal was asked for, or a lock, to the one file that it goes to: wholly, or not at all. */
public final class TextWriter {
    private static final String STAGING = ".knet-text.tmp";

    private TextWriter() {}

    /**
     * Replaces the file, unless it has this text already, and makes the folders that it needs; only one run at a time does,
     * because modules that are built in parallel may write into one folder.
     *
     * @return whether anything was written
     * @throws OutputException if it cannot be written; it is as it was then
     */
    public static synchronized boolean write(Path file, String text) throws OutputException {
        try {
            return replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), text);
        } catch (IOException e) {
            throw OutputException.of(e, "Nothing was changed");
        }
    }

    private static boolean replace(Path file, String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw OutputException.inTheWay(file, "it is no file. Move it, or choose another name");
        }
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        Staging staging = new Staging(file.resolveSibling(STAGING));
        try {
            Staging.moveAll(List.of(staging.add(file, text)));
        } finally {
            staging.discard();
        }
        return true;
    }

    /**
     * Removes what an earlier run wrote.
     *
     * @throws OutputException if it cannot be removed
     */
    public static synchronized void remove(Path file) throws OutputException {
        try {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw OutputException.of(e, "Nothing was changed");
        }
    }
}
