package dev.knet.syntax;

import dev.knet.source.Span;
import org.jspecify.annotations.Nullable;

/** `sctp`, or with a value, `dataplane ebpf`. */
public record CniSwitch(Name name, @Nullable Name value, Span span) implements Node {

    /** Both words, with one blank between them. */
    public String text() {
        return value == null ? name.text() : name.text() + " " + value.text();
    }
}
