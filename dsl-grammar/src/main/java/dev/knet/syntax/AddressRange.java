package dev.knet.syntax;

import dev.knet.source.Span;

/** `10.0.0.0/8` or a single address, as written. */
public record AddressRange(String text, Span span) implements Node {}
