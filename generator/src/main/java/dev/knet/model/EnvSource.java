package dev.knet.model;

/** A Secret or ConfigMap, each key of which becomes a variable. */
public record EnvSource(boolean secret, String object) {}
