package dev.knet.lower;

import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Policies. A permission opens both ends: its subject, which it isolates, and of the other end whatever this topology
 * isolates. An egress-isolated source that may reach anything may reach the cluster's DNS too.
 */
final class PolicyLowering {
    private static final String DNS_SENTENCE = "dns, for all that may reach something";

    private final IsolatedPods isolated;
    private final List<Denial> denials;
    private final PolicyDrafts drafts = new PolicyDrafts();

    private PolicyLowering(IsolatedPods isolated, List<Denial> denials) {
        this.isolated = isolated;
        this.denials = denials;
    }

    static List<Manifest> lower(Topology topology, Metadata metadata) {
        IsolatedPods isolated = IsolatedPods.of(topology);
        PolicyLowering lowering = new PolicyLowering(isolated, Denial.sorted(topology.denials()));
        topology.isolations().forEach(lowering::isolate);
        topology.permissions().forEach(lowering::permit);
        Set<Peer.Pods> clients = DnsClients.of(topology, isolated);
        if (!clients.isEmpty()) {
            topology.dns().ifPresent(dns -> lowering.openDns(dns, clients));
        }
        return lowering.drafts.manifests(topology, metadata);
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
        boolean isolates = permission.isolates() == direction;
        Optional<String> chosen = isolates ? permission.policyName() : Optional.empty();
        for (Peer.Pods pods : isolated.ends(permission, direction, ends)) {
            if (denials.isEmpty()) {
                drafts.permission(pods, chosen).add(direction, rule, permission.text());
            } else {
                Remainder rest = Remainder.of(direction, pods, rule, permission.text(), denials);
                rest.addTo(drafts, pods, chosen);
                if (isolates && !rest.isAbout(pods)) {
                    rest.isolate(drafts.permission(pods, chosen));
                }
            }
        }
    }

    /** Opens both ends, as a sentence about these clients would. */
    private void openDns(Dns dns, Set<Peer.Pods> clients) {
        for (Permission.Opening opening : dns.openings()) {
            openTo(Rule.of(opening.targets(), opening.ports()), clients);
            Rule fromAll = Rule.of(List.copyOf(clients), opening.ports());
            Rule fromGroups = Rule.of(List.copyOf(PodGroups.of(clients)), opening.ports());
            for (Peer server : opening.targets()) {
                for (Peer.Pods pods : isolated.in(Direction.INGRESS, server).pods()) {
                    Remainder rest = Remainder.of(Direction.INGRESS, pods, fromAll, DNS_SENTENCE, denials);
                    Remainder shown = rest.isWhole() ? rest.with(fromGroups) : rest;
                    shown.addTo(drafts, pods, Optional.empty());
                }
            }
        }
    }

    /** Clients to whom nothing of it is denied stand together in few policies. */
    private void openTo(Rule toDns, Set<Peer.Pods> clients) {
        Set<Peer.Pods> free = new LinkedHashSet<>();
        for (Peer.Pods client : clients) {
            Remainder rest = Remainder.of(Direction.EGRESS, client, toDns, DNS_SENTENCE, denials);
            if (rest.isWhole()) {
                free.add(client);
            } else {
                rest.parts().forEach(part -> part.addTo(drafts.dns(part.pods())));
            }
        }
        for (Peer.Pods client : PodGroups.of(free)) {
            drafts.dns(client).add(Direction.EGRESS, toDns, DNS_SENTENCE);
        }
    }
}
