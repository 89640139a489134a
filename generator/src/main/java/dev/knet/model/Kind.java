package dev.knet.model;

import java.util.Locale;

/** The kinds of workload. */
public enum Kind {
    POD,
    DEPLOYMENT;

    public static boolean isKnown(String word) {
        return word.equals(POD.word()) || word.equals(DEPLOYMENT.word());
    }

    /** Of the language's word, `deployment`. */
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The language's word, `deployment`. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
