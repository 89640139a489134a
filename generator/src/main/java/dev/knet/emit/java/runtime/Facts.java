package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** What the file says of everything: its name, who answers the cluster's DNS, and what is never to be. */
@Generated("knet")
final class Facts {
    private final String topology;
    /** Of each sentence of the file that denies, the ports of its targets; none stand for any. */
    private final Map<String, List<Ports>> denials = new HashMap<>();

    private final Map<String, List<Ports>> named = new HashMap<>();
    private Optional<End> dns = Optional.empty();
    private boolean hasSctp = true;
    private boolean hasPortRanges = true;

    Facts(String topology) {
        this.topology = topology;
    }

    /** Who answers the names of the cluster. */
    void dns(End end) {
        dns = Optional.of(end);
    }

    /** The cluster's network plugin enforces nothing about SCTP. */
    void withoutSctp() {
        hasSctp = false;
    }

    /** The cluster's network plugin would take the first port of a range for all of it. */
    void withoutPortRanges() {
        hasPortRanges = false;
    }

    void refuseUnenforced(Ports ports) {
        if (ports.isSctp() && !hasSctp) {
            throw new IllegalArgumentException(
                    "the cluster's network plugin, as the .knet file has it, enforces nothing about SCTP: " + ports);
        }
        if (ports.isRange() && !hasPortRanges) {
            throw new IllegalArgumentException(
                    "the cluster's network plugin, as the .knet file has it, knows no ranges of"
                            + " ports: name each port of " + ports);
        }
    }

    /** Its ports; those that it means by their names have the numbers that its own targets give them. */
    void denial(String text, Ports... ports) {
        denials.put(text, List.of(ports));
    }

    /** The ports that it means by their names: of other pods than its targets, they may be any. */
    void denialOfNamed(String text, Ports... ports) {
        named.put(text, List.of(ports));
    }

    /** What one file denies, another topology's ends do not know. */
    boolean isOf(Facts other) {
        return topology.equals(other.topology);
    }

    Optional<End> dns() {
        return dns;
    }

    /** Whether the ports of a denial may be among those that are opened. */
    boolean isAbout(String denial, Opening opening) {
        return opening.mayMeet(denials.getOrDefault(denial, List.of()))
                || !opening.target().declaresPorts()
                        && named.containsKey(denial)
                        && opening.mayMeet(named.getOrDefault(denial, List.of()));
    }

    /** With the labels that all objects of the topology have. */
    ObjectMeta metadata(String namespace, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespace.isEmpty() ? null : namespace)
                .addToLabels("app.kubernetes.io/managed-by", "knet")
                .addToLabels("app.kubernetes.io/part-of", topology)
                .build();
    }
}
