package dev.knet.model;

import java.util.ArrayList;
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
        List<Denial> denials = Denial.sorted(topology.denials());
        List<Peer> dns = topology.dns().map(Dns::peers).orElse(List.of());
        for (Permission permission : topology.dns().isEmpty() ? List.<Permission>of() : topology.permissions()) {
            if (permission.openings().stream().anyMatch(opening -> !dns.containsAll(opening.targets()))) {
                Set<Peer.Pods> ends = isolated.ends(permission, Direction.EGRESS, permission.sources());
                clients.addAll(denials.isEmpty() ? ends : reaching(ends, permission, dns, denials));
            }
        }
        return clients;
    }

    /** Those to which not everything is denied. */
    private static Set<Peer.Pods> reaching(
            Set<Peer.Pods> ends, Permission permission, List<Peer> dns, List<Denial> denials) {
        Set<Peer.Pods> reaching = new LinkedHashSet<>();
        for (Permission.Opening opening : permission.openings()) {
            List<Peer> others = new ArrayList<>(opening.targets());
            others.removeAll(dns);
            for (Peer.Pods end : others.isEmpty() ? Set.<Peer.Pods>of() : ends) {
                Subtraction subtraction = new Subtraction(Direction.EGRESS, new Box(end, others, opening.ports()));
                denials.forEach(subtraction::less);
                // Where there are too many to tell, nobody is given more: it is an error elsewhere.
                if (!subtraction.obstacles().contains(Obstacle.TOO_MANY)) {
                    reaching.addAll(subtraction.ends());
                }
            }
        }
        return reaching;
    }
}
