package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `cni cilium { sctp }`: the cluster's network plugin, and what of its installation matters. */
public record ClusterCni(Name name, List<CniSwitch> switches, Span span) implements Node {
    public ClusterCni {
        switches = List.copyOf(switches);
    }
}
