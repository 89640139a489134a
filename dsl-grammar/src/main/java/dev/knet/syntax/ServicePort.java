package dev.knet.syntax;

import dev.knet.source.Span;
import org.jspecify.annotations.Nullable;

/** `tcp/80 -> http at 30080`: at most one of the two targets is present; without any it is the port itself. */
public record ServicePort(
        PortNumber port,
        @Nullable Int targetNumber,
        @Nullable Name targetName,
        @Nullable Int nodePort,
        Span span) implements Node {}
