package dev.knet.prove;

import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Topology;
import dev.knet.reach.Selection;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom sentences speak of, in the form of policies that do nothing: so that pods are looked for which sentences tell from
 * others, though no policy does.
 */
final class Spoken {
    private Spoken() {}

    static ClusterObjects of(List<Topology> topologies) {
        List<PolicyObject> policies = new ArrayList<>();
        for (Topology topology : topologies) {
            List<Peer> peers = new ArrayList<>(Vocabulary.peersOf(topology));
            for (Isolation isolation : topology.isolations()) {
                peers.addAll(isolation.subjects());
            }
            peers.stream()
                    .distinct()
                    .forEach(peer -> Vocabulary.selection(peer)
                            .fold(
                                    named -> false,
                                    pods -> policies.add(about(pods)),
                                    addresses -> false,
                                    anyone -> false));
        }
        return new ClusterObjects(List.of(), List.of(), List.of(), policies, List.of());
    }

    private static PolicyObject about(Selection.Pods pods) {
        return pods.namespace()
                .map(namespace -> policy(namespace, pods.pods(), Optional.empty()))
                .orElseGet(() -> policy(
                        Vocabulary.HOME,
                        LabelQuery.EVERYTHING,
                        Optional.of(new PolicyObject.Pods(Optional.of(pods.namespaces()), pods.pods()))));
    }

    private static PolicyObject policy(String namespace, LabelQuery subjects, Optional<PolicyObject.Peer> peer) {
        Optional<List<Rule>> rules = peer.map(it -> List.of(new Rule(List.of(it), List.of())));
        return new PolicyObject(namespace, "spoken", subjects, rules, Optional.empty(), Origin.CODE);
    }
}
