package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** What the file says of everything: its name, who answers the cluster's DNS, and what is never to be. */
@Generated("knet")
final class Facts {
    private final String topology;
    private final List<Denial> denials = new ArrayList<>();
    private Optional<End> dns = Optional.empty();

    /** A sentence of the file, and the ports that it is about, those of its targets; none stand for any. */
    record Denial(String text, List<Ports> ports) {
        Denial {
            ports = List.copyOf(ports);
        }
    }

    Facts(String topology) {
        this.topology = topology;
    }

    /** Who answers the names of the cluster. */
    void dns(End end) {
        dns = Optional.of(end);
    }

    void denial(String text, Ports... ports) {
        denials.add(new Denial(text, List.of(ports)));
    }

    Optional<End> dns() {
        return dns;
    }

    /** Of a number that an end has. */
    Denial denial(int number) {
        return denials.get(number);
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
