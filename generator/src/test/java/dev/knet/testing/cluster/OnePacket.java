package dev.knet.testing.cluster;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.space.Address;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether one packet passes, decided policy by policy: as slow and as plain as can be. */
public record OnePacket(ClusterObjects objects) {
    /** The kind of a pod of whose ports nothing is known. */
    public static final String STRANGER = "Stranger";

    /** A pod, or an address outside the cluster. */
    public record Party(Optional<PodsObject> pod, Map<String, String> namespaceLabels, Optional<Address> address) {
        public static Party of(Address address) {
            return new Party(Optional.empty(), Map.of(), Optional.of(address));
        }

        boolean isSeen() {
            return pod.filter(it -> !it.hostNetwork()).isPresent();
        }
    }

    /** With the labels that its namespace has here, or those if it is not here. */
    public Party party(PodsObject pod, Map<String, String> otherwise) {
        Map<String, String> labels = objects.namespaces().stream()
                .filter(it -> it.name().equals(pod.namespace()))
                .map(NamespaceObject::labels)
                .findFirst()
                .orElse(otherwise);
        return new Party(Optional.of(pod), labels, Optional.empty());
    }

    public boolean passes(Party from, Party to, Protocol protocol, int port) {
        return isOpen(from, to, to, protocol, port, true) && isOpen(to, from, to, protocol, port, false);
    }

    private boolean isOpen(Party own, Party other, Party target, Protocol protocol, int port, boolean egress) {
        boolean isIsolated = false;
        for (PolicyObject policy : objects.policies()) {
            Optional<List<Rule>> rules = egress ? policy.egress() : policy.ingress();
            if (rules.isPresent() && isIn(own, policy.namespace()) && has(own, policy.subjects())) {
                isIsolated = true;
                for (Rule rule : rules.get()) {
                    if (isPeer(rule, policy.namespace(), other) && isOn(rule, target, protocol, port)) {
                        return true;
                    }
                }
            }
        }
        return !isIsolated;
    }

    private static boolean isIn(Party party, String namespace) {
        return party.isSeen() && party.pod().orElseThrow().namespace().equals(namespace);
    }

    private static boolean has(Party party, LabelQuery query) {
        return query.matches(party.pod().orElseThrow().labels());
    }

    private static boolean isPeer(Rule rule, String namespace, Party party) {
        return rule.peers().isEmpty() || rule.peers().stream().anyMatch(it -> isPeer(it, namespace, party));
    }

    private static boolean isPeer(Peer peer, String namespace, Party party) {
        return peer.fold(
                pods -> party.isSeen()
                        && has(party, pods.pods())
                        && pods.namespaces()
                                .map(it -> it.matches(party.namespaceLabels()))
                                .orElseGet(() -> isIn(party, namespace)),
                block -> isIn(block, party));
    }

    private static boolean isIn(PolicyObject.Block block, Party party) {
        return party.address()
                .map(it ->
                        block.range().contains(it) && block.except().stream().noneMatch(except -> except.contains(it)))
                .orElse(!party.isSeen());
    }

    private static boolean isOn(Rule rule, Party target, Protocol protocol, int port) {
        return rule.ports().isEmpty() || rule.ports().stream().anyMatch(it -> isOn(it, target, protocol, port));
    }

    /** Of one that could be anybody, every port may have any name. */
    private static boolean isStranger(Party party) {
        return party.pod().filter(it -> it.kind().equals(STRANGER)).isPresent();
    }

    private static boolean isOn(Port port, Party target, Protocol protocol, int number) {
        PortSet wanted = PortSet.of(protocol, number);
        return port.fold(
                numbers -> numbers.ports().contains(wanted),
                named -> isStranger(target) && named.protocol() == protocol
                        || target.pod().stream()
                                .flatMap(it -> it.ports().stream())
                                .anyMatch(it -> it.name().equals(named.name())
                                        && it.protocol() == named.protocol()
                                        && PortSet.of(it.protocol(), it.number())
                                                .contains(wanted)));
    }
}
