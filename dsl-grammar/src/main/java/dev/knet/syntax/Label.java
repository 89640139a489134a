package dev.knet.syntax;

import dev.knet.source.Span;

/** `app=web`. */
public record Label(Name key, Text value, Span span) implements Node {}
