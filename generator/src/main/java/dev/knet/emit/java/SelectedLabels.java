package dev.knet.emit.java;

import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.PeerGroup;
import dev.knet.model.Selector;
import dev.knet.model.Topology;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The keys of all labels by which a topology's policies and services know pods and namespaces. */
final class SelectedLabels {
    private final SortedSet<String> keys = new TreeSet<>(List.of(Namespace.NAME_LABEL));

    private SelectedLabels(Topology topology) {
        topology.workloads().forEach(workload -> add(workload.selector()));
        topology.permissions().forEach(permission -> {
            add(permission.sources());
            add(permission.targets());
        });
        topology.denials().forEach(denial -> {
            add(denial.sources());
            denial.openings().forEach(opening -> add(opening.targets()));
        });
        topology.isolations().forEach(isolation -> isolation.subjects().forEach(this::add));
        for (PeerGroup group : topology.groups()) {
            group.members().forEach(member -> add(member.peers()));
        }
        topology.dns().ifPresent(dns -> add(dns.peers()));
    }

    static SortedSet<String> of(Topology topology) {
        return new SelectedLabels(topology).keys;
    }

    private void add(List<Peer> peers) {
        peers.forEach(peer -> peer.asPods().ifPresent(this::add));
    }

    private void add(Peer.Pods pods) {
        add(pods.selector());
        pods.namespaces().fold(one -> false, matching -> add(matching.selector()));
    }

    private boolean add(Selector selector) {
        selector.requirements().forEach(requirement -> keys.add(requirement.key()));
        return true;
    }
}
