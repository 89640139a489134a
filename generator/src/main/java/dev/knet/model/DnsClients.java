package dev.knet.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is given the cluster's DNS: the egress-isolated pods that may reach anything else, as sets of pods of one
 * namespace each.
 */
public final class DnsClients {
    private DnsClients() {}

    public static Set<Peer.Pods> of(Topology topology, IsolatedPods isolated) {
        Set<Peer.Pods> clients = new LinkedHashSet<>();
        List<Peer> dns = topology.dns().map(Dns::peers).orElse(List.of());
        for (Permission permission : topology.dns().isEmpty() ? List.<Permission>of() : topology.permissions()) {
            if (permission.openings().stream().anyMatch(opening -> !dns.containsAll(opening.targets()))) {
                clients.addAll(isolated.ends(permission, Direction.EGRESS, permission.sources()));
            }
        }
        return clients;
    }
}
