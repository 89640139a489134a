package dev.knet.reach.objects;

/**
 * Something to be said about manifests.
 *
 * @param isError whether the analysis would be wrong without what it is about; nothing is answered then
 */
public record Finding(boolean isError, Origin origin, String message) {}
