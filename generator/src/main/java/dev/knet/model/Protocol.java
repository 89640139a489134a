package dev.knet.model;

import java.util.Locale;

/** The transport protocols that a Kubernetes policy can name. */
public enum Protocol {
    TCP,
    UDP,
    SCTP;

    /** Of the language's word, `tcp`. */
    public static Protocol of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The language's word, `tcp`. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
