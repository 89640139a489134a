package dev.knet.testing.reach;

/** What a new connection asks for: a protocol, and a port of the destination if the protocol has ports. */
public record Packet(String protocol, int port) {}
