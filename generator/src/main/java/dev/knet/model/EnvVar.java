package dev.knet.model;

import dev.knet.source.Span;

/** An environment variable of a container, and where its value is. */
public record EnvVar(String name, EnvValue value, Span span) {}
