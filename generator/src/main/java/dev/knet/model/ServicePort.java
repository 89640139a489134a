package dev.knet.model;

import dev.knet.source.Span;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A port of a service and the pod's port behind it. The target's name is present if it is written by name, the name if
 * the port has one of its own.
 */
public record ServicePort(
        @Nullable String name,
        Protocol protocol,
        int number,
        int targetNumber,
        @Nullable String targetName,
        OptionalInt nodePort,
        Span span) {

    /** `tcp/80`. */
    public String written() {
        return protocol.word() + "/" + number;
    }

    /** The pod's port behind it, for a policy. */
    public Port target() {
        return targetName == null ? Port.Range.one(protocol, targetNumber) : new Port.Named(protocol, targetName);
    }
}
