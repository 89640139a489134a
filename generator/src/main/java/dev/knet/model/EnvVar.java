package dev.knet.model;

import dev.knet.source.Span;

/** An environment variable of a container, its value written out. */
public record EnvVar(String name, String value, Span span) {}
