package dev.knet.lower;

import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import java.util.List;
import java.util.Optional;

/**
 * Policies. A permission opens both ends: its subject, which it isolates, and of the other end whatever this topology
 * isolates. An egress-isolated source that may reach anything may reach the cluster's DNS too.
 */
final class PolicyLowering {
    private static final String DNS_SENTENCE = "dns, for all that may reach something";

    private final IsolatedPods isolated;
    private final PolicyDrafts drafts = new PolicyDrafts();

    private PolicyLowering(IsolatedPods isolated) {
        this.isolated = isolated;
    }

    static List<Manifest> lower(Topology topology, Metadata metadata) {
        IsolatedPods isolated = IsolatedPods.of(topology);
        PolicyLowering lowering = new PolicyLowering(isolated);
        topology.isolations().forEach(lowering::isolate);
        topology.permissions().forEach(lowering::permit);
        List<Peer.Pods> clients = PodGroups.of(DnsClients.of(topology, isolated));
        if (!clients.isEmpty()) {
            topology.dns().ifPresent(dns -> lowering.openDns(dns, clients));
        }
        return lowering.drafts.manifests(metadata);
    }

    private void isolate(Isolation isolation) {
        for (Peer.Pods subject : isolation.subjects()) {
            drafts.isolation(subject, isolation.directions(), isolation.policyName())
                    .isolate(isolation.directions(), isolation.text());
        }
    }

    private void permit(Permission permission) {
        for (Permission.Opening opening : permission.openings()) {
            open(Direction.INGRESS, permission, opening.targets(), Rule.of(permission.sources(), opening.ports()));
            open(Direction.EGRESS, permission, permission.sources(), Rule.of(opening.targets(), opening.ports()));
        }
    }

    private void open(Direction direction, Permission permission, List<Peer> ends, Rule rule) {
        Optional<String> chosen = permission.isolates() == direction ? permission.policyName() : Optional.empty();
        for (Peer.Pods pods : isolated.ends(permission, direction, ends)) {
            drafts.permission(pods, chosen).add(direction, rule, permission.text());
        }
    }

    /** Opens both ends, as a sentence about these clients would. */
    private void openDns(Dns dns, List<Peer.Pods> clients) {
        for (Permission.Opening opening : dns.openings()) {
            Rule toDns = Rule.of(opening.targets(), opening.ports());
            clients.forEach(client -> drafts.dns(client).add(Direction.EGRESS, toDns, DNS_SENTENCE));
            Rule fromClients = Rule.of(List.copyOf(clients), opening.ports());
            for (Peer server : opening.targets()) {
                for (Peer.Pods pods : isolated.in(Direction.INGRESS, server).pods()) {
                    drafts.permission(pods, Optional.empty()).add(Direction.INGRESS, fromClients, DNS_SENTENCE);
                }
            }
        }
    }
}
