package dev.knet.lower;

import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Ports;
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
    private final Optional<Dns> dns;
    private final PolicyDrafts drafts = new PolicyDrafts();
    /** Isolated sources that may reach something other than DNS. */
    private final Set<Peer.Pods> reaching = new LinkedHashSet<>();

    private PolicyLowering(Topology topology) {
        this.isolated = IsolatedPods.of(topology);
        this.dns = topology.dns();
    }

    static List<Manifest> lower(Topology topology, Metadata metadata) {
        PolicyLowering lowering = new PolicyLowering(topology);
        topology.isolations().forEach(lowering::isolate);
        topology.permissions().forEach(lowering::permit);
        lowering.dns.ifPresent(lowering::openDns);
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
            ingress(permission, opening);
            egress(permission, opening);
        }
    }

    private void ingress(Permission permission, Permission.Opening opening) {
        boolean isSubject = permission.isolates() == Direction.INGRESS;
        Rule rule = Rule.of(permission.sources(), opening.ports());
        for (Peer.Pods pods : ends(Direction.INGRESS, opening.targets(), isSubject)) {
            draft(pods, permission, isSubject).add(Direction.INGRESS, rule, permission.text());
        }
    }

    private void egress(Permission permission, Permission.Opening opening) {
        boolean isSubject = permission.isolates() == Direction.EGRESS;
        Rule rule = Rule.of(opening.targets(), opening.ports());
        for (Peer.Pods pods : ends(Direction.EGRESS, permission.sources(), isSubject)) {
            draft(pods, permission, isSubject).add(Direction.EGRESS, rule, permission.text());
            if (!isDns(opening)) {
                reaching.add(pods);
            }
        }
    }

    private boolean isDns(Permission.Opening opening) {
        return dns.isPresent() && dns.get().peers().containsAll(opening.targets());
    }

    /** The subjects themselves, which their sentence isolates; of other ends what is isolated anyway. */
    private Set<Peer.Pods> ends(Direction direction, List<Peer> peers, boolean areSubjects) {
        Set<Peer.Pods> ends = new LinkedHashSet<>();
        for (Peer peer : peers) {
            if (areSubjects) {
                peer.fold(ends::add, addresses -> false, anyone -> false);
            } else {
                ends.addAll(isolated.in(direction, peer).pods());
            }
        }
        return ends;
    }

    private PolicyDraft draft(Peer.Pods pods, Permission permission, boolean isSubject) {
        return drafts.permission(pods, isSubject ? permission.policyName() : Optional.empty());
    }

    private void openDns(Dns answering) {
        Rule toDns = Rule.of(answering.peers(), answering.ports());
        for (Peer.Pods source : DnsClients.grouped(reaching)) {
            drafts.dns(source).add(Direction.EGRESS, toDns, DNS_SENTENCE);
        }
        for (Peer peer : reaching.isEmpty() ? List.<Peer>of() : answering.peers()) {
            for (Peer.Pods server : isolated.in(Direction.INGRESS, peer).pods()) {
                Ports ports = answering.ports();
                drafts.permission(server, Optional.empty())
                        .add(
                                Direction.INGRESS,
                                Rule.of(List.copyOf(DnsClients.grouped(reaching)), ports),
                                DNS_SENTENCE);
            }
        }
    }
}
