package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.source.Span;
import dev.knet.syntax.ClusterVersion;
import org.jspecify.annotations.Nullable;

/** Reads the version of Kubernetes: what is written works in all that are supported, and in some that no longer are. */
final class VersionReader {
    /** Those before it take a sidecar for a container that has to end before the others begin. */
    private static final int OLDEST = 29;

    private static final int LONGEST = "1.999".length();

    private final Problems problems;

    VersionReader(Problems problems) {
        this.problems = problems;
    }

    void check(@Nullable ClusterVersion statement) {
        if (statement == null) {
            return;
        }
        int minor = minor(statement.version());
        if (minor < 0) {
            wrong(
                    statement.span(),
                    "`" + statement.version() + "` is no version of Kubernetes",
                    "write it as in `kubernetes 1.33`");
        } else if (minor < OLDEST) {
            wrong(
                    statement.span(),
                    "what knet writes needs Kubernetes 1." + OLDEST + " or newer",
                    "leave the version out if sidecars, the newest of it, are not used");
        }
    }

    private void wrong(Span span, String message, String help) {
        problems.add(Rule.KUBERNETES_VERSION, span, message, help);
    }

    /** Of `1.33`; less than 0 if it is something else. */
    private static int minor(String version) {
        if (!version.startsWith("1.") || version.length() <= 2 || version.length() > LONGEST) {
            return -1;
        }
        for (int i = 2; i < version.length(); i++) {
            if (version.charAt(i) < '0' || version.charAt(i) > '9') {
                return -1;
            }
        }
        return version.charAt(2) == '0' ? -1 : Integer.parseInt(version.substring(2));
    }
}
