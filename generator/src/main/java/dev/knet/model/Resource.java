package dev.knet.model;

/** What a container gets for sure of a resource, `cpu` or `memory`, and at most: quantities as they are written. */
public record Resource(String name, String request, String limit) {}
