package dev.knet.syntax;

import dev.knet.source.Span;

/** `app=web`. */
public record Label(Name key, Name value, Span span) implements Node {}
