package dev.knet.syntax;

import dev.knet.source.Span;

/** `kubernetes 1.33`: the version as it is written. */
public record ClusterVersion(String version, Span span) implements Node {}
