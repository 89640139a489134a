package dev.knet.testing.meaning;

import dev.knet.model.Peer;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import java.util.List;

/** What the peers and ports of sentences stand for: the tables "Peers" and "Ports" of the language's description. */
record Coverage(String home) {

    boolean covers(List<? extends Peer> peers, End end) {
        return peers.stream().anyMatch(peer -> covers(peer, end));
    }

    private boolean covers(Peer peer, End end) {
        if (end instanceof End.Pod pod) {
            return peer.fold(pods -> isOneOf(pods, pod), addresses -> false, anyone -> true);
        }
        End.Address address = (End.Address) end;
        return peer.fold(pods -> false, addresses -> isIn(addresses, address), anyone -> true);
    }

    /** "Both must hold": the namespace and the labels. */
    private boolean isOneOf(Peer.Pods pods, End.Pod pod) {
        boolean inNamespace = pods.namespaces()
                .fold(
                        one -> pod.namespace()
                                .equals(
                                        one.namespace().isOutside()
                                                ? home
                                                : one.namespace().name()),
                        matching -> matching.selector().matches(pod.namespaceLabels()));
        return inNamespace && pods.selector().matches(pod.labels());
    }

    private static boolean isIn(Peer.Addresses addresses, End.Address address) {
        return addresses.range().contains(address.single())
                && addresses.except().stream().noneMatch(part -> part.contains(address.single()));
    }

    /** A name stands for whatever number the target itself gives it; what is no pod gives none. */
    static boolean opens(Ports ports, End target, Contact contact) {
        return ports.any()
                || ports.list().stream()
                        .anyMatch(port ->
                                port.fold(range -> isIn(range, contact), named -> isNamed(named, target, contact)));
    }

    private static boolean isIn(Port.Range range, Contact contact) {
        return range.protocol().name().equals(contact.protocol()) && range.contains(contact.port());
    }

    private static boolean isNamed(Port.Named named, End target, Contact contact) {
        return named.protocol().name().equals(contact.protocol())
                && target instanceof End.Pod pod
                && pod.ports().contains(new End.NamedPort(named.name(), contact.protocol(), contact.port()));
    }
}
