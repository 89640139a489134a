package dev.knet.model;

import org.jspecify.annotations.Nullable;

/** A port that a peer says it listens on, and what a sentence that names it opens on the pods. */
public record Offer(Protocol protocol, int number, @Nullable String name, Port opens) {}
