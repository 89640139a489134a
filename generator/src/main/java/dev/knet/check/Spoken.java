package dev.knet.check;

import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Topology;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A sentence that becomes rules of policies, or is taken from them: that of a file, or that some pods may ask the DNS. */
record Spoken(Span span, List<Peer> sources, List<Permission.Opening> openings) {

    /** All of a topology. */
    static List<Spoken> in(Topology topology) {
        List<Spoken> all = new ArrayList<>();
        for (Permission permission : topology.permissions()) {
            all.add(new Spoken(permission.span(), permission.sources(), permission.openings()));
        }
        for (Denial denial : topology.denials()) {
            all.add(new Spoken(denial.span(), denial.sources(), denial.openings()));
        }
        topology.dns().ifPresent(dns -> addTo(all, dns, DnsClients.of(topology, IsolatedPods.of(topology))));
        return all;
    }

    private static void addTo(List<Spoken> all, Dns dns, Set<Peer.Pods> clients) {
        if (!clients.isEmpty()) {
            all.add(new Spoken(dns.span(), List.copyOf(clients), dns.openings()));
        }
    }

    /** The ranges of addresses at either end. */
    List<Peer.Addresses> addresses() {
        List<Peer.Addresses> addresses = new ArrayList<>();
        for (Peer peer : peers()) {
            if (peer instanceof Peer.Addresses range) {
                addresses.add(range);
            }
        }
        return addresses;
    }

    private List<Peer> peers() {
        List<Peer> peers = new ArrayList<>(sources);
        openings.forEach(opening -> peers.addAll(opening.targets()));
        return peers;
    }

    List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        openings.forEach(opening -> ports.addAll(opening.ports().list()));
        return ports;
    }

    /** The peers that a rule for this direction has. */
    List<Peer> peers(Direction direction, Permission.Opening opening) {
        return direction == Direction.INGRESS ? sources : opening.targets();
    }
}
