package dev.knet.maven;

import java.nio.file.Path;

/**
 * How messages call files, so that they can be found, and clicked, from where the build was started: by the path from
 * there, or by the whole path if they are elsewhere. With `/` between folders everywhere.
 */
record PathNames(Path base) {

    PathNames {
        base = base.toAbsolutePath().normalize();
    }

    String of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        boolean isBelow = whole.startsWith(base) && !whole.equals(base);
        return withSlashes(isBelow ? base.relativize(whole) : whole);
    }

    static String withSlashes(Path path) {
        String separator = path.getFileSystem().getSeparator();
        return path.toString().replace(separator, "/");
    }
}
