package dev.knet.syntax;

import dev.knet.source.Span;

/** `tcp/80`: the protocol is its word in lower case. */
public record PortNumber(String protocol, Int number, Span span) implements Node {}
