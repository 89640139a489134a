package dev.knet.emit.java;

import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.PeerGroup;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Selector;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** By what the policies and services of topologies know pods, namespaces and ports: keys of labels, and names of ports. */
final class SelectedNames {
    private final SortedSet<String> ports = new TreeSet<>();
    private final SortedSet<String> keys = new TreeSet<>(List.of(Namespace.NAME_LABEL));

    private SelectedNames() {}

    private void add(Topology topology) {
        topology.workloads().forEach(workload -> add(workload.selector()));
        topology.permissions().forEach(permission -> {
            add(permission.sources());
            add(permission.targets());
            permission.openings().forEach(opening -> add(opening.ports()));
        });
        for (Service service : topology.services()) {
            service.fold(
                    ofWorkload -> {
                        ofWorkload.ports().forEach(port -> add(Ports.of(List.of(port.target()))));
                        return true;
                    },
                    ofHost -> false);
        }
        topology.denials().forEach(denial -> {
            add(denial.sources());
            for (Permission.Opening opening : denial.openings()) {
                add(opening.targets());
                add(opening.ports());
            }
        });
        topology.isolations().forEach(isolation -> isolation.subjects().forEach(this::add));
        for (PeerGroup group : topology.groups()) {
            group.members().forEach(member -> add(member.peers()));
        }
        topology.dns().ifPresent(dns -> add(dns.peers()));
    }

    static SelectedNames of(Collection<Topology> topologies) {
        SelectedNames names = new SelectedNames();
        topologies.forEach(names::add);
        return names;
    }

    SortedSet<String> labels() {
        return keys;
    }

    SortedSet<String> ports() {
        return ports;
    }

    private void add(Ports some) {
        for (Port port : some.list()) {
            if (port instanceof Port.Named named) {
                ports.add(named.name());
            }
        }
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
