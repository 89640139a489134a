package dev.knet.model;

import dev.knet.source.Span;
import org.jspecify.annotations.Nullable;

/** A port that a container listens on, with or without a name. */
public record ContainerPort(@Nullable String name, Protocol protocol, int number, Span span) {

    /** `tcp/8080`. */
    public String written() {
        return protocol.word() + "/" + number;
    }
}
