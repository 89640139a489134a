package dev.knet.meaning;

import dev.knet.model.Protocol;
import java.util.Optional;

/** What a connection is made on: a port of the target, or no port where the protocol has none, such as ICMP. */
public record Contact(Optional<Protocol> protocol, int port) {}
