package dev.knet.diagnostic;

import java.util.Locale;

/** How bad it is: an error stops the build, a warning does not. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word that messages use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
