package dev.knet.model;

import java.util.Locale;

/** The kinds of workload. */
public enum Kind {
    POD,
    DEPLOYMENT;

    /** Of the language's word, `deployment`. */
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The language's word, `deployment`. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
