package dev.knet.diagnostic;

import dev.knet.source.Span;

/** Another place that has to do with a problem, and what it is: "declared here". */
public record Label(Span span, String text) {}
