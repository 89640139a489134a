package dev.knet.testing.meaning;

/** What a connection is made on: a protocol, by Kubernetes' word or any other, and a port number of the target. */
public record Contact(String protocol, int port) {}
