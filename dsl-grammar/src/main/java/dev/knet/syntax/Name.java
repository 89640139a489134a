package dev.knet.syntax;

import dev.knet.source.Span;

/** A name, bare or in quotes. */
public record Name(String text, Span span) implements Node {}
