package dev.knet.maven;

import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;

/**
 * How messages call files, so that they can be found, and clicked, from where the build was started: by the path from
 * there, or by the whole path if they are elsewhere. With `/` between folders everywhere.
 */
record PathNames(Path base) {

    PathNames {
        base = base.toAbsolutePath().normalize();
    }

    /** With -f that is not where the project is; in a daemon it is not where the process is. */
    static PathNames from(MavenSession session) {
        return new PathNames(
                Path.of(session.getSystemProperties().getProperty("user.dir", session.getExecutionRootDirectory())));
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
