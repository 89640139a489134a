package dev.knet.reach.objects;

import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A NetworkPolicy with its defaults filled in: whom of its namespace it selects, which directions it isolates, and its
 * rules in these.
 *
 * @param namesNamespace whether it says itself which one it is in
 */
public record PolicyObject(
        String namespace,
        String name,
        LabelQuery subjects,
        Optional<List<Rule>> ingress,
        Optional<List<Rule>> egress,
        boolean namesNamespace,
        Origin origin) {
    public PolicyObject {
        ingress = ingress.map(List::copyOf);
        egress = egress.map(List::copyOf);
    }

    public PolicyObject(
            String namespace,
            String name,
            LabelQuery subjects,
            Optional<List<Rule>> ingress,
            Optional<List<Rule>> egress,
            Origin origin) {
        this(namespace, name, subjects, ingress, egress, true, origin);
    }

    /** Any of the peers on any of the ports; no peers at all are everybody, no ports at all are all of every protocol. */
    public record Rule(List<Peer> peers, List<Port> ports) {
        public Rule {
            peers = List.copyOf(peers);
            ports = List.copyOf(ports);
        }
    }

    /** Whom a rule is about. */
    public sealed interface Peer {
        <R> R fold(Function<Pods, R> pods, Function<Block, R> block);
    }

    /** Pods by their labels; without namespaces, those of the policy's own. */
    public record Pods(Optional<LabelQuery> namespaces, LabelQuery pods) implements Peer {
        @Override
        public <R> R fold(Function<Pods, R> pods, Function<Block, R> block) {
            return pods.apply(this);
        }
    }

    /** Addresses outside the cluster, less some of them. */
    public record Block(AddressRange range, List<AddressRange> except) implements Peer {
        public Block {
            except = List.copyOf(except);
        }

        @Override
        public <R> R fold(Function<Pods, R> pods, Function<Block, R> block) {
            return block.apply(this);
        }
    }

    /** What a rule opens. */
    public sealed interface Port {
        <R> R fold(Function<Numbers, R> numbers, Function<Named, R> named);
    }

    public record Numbers(PortSet ports) implements Port {
        @Override
        public <R> R fold(Function<Numbers, R> numbers, Function<Named, R> named) {
            return numbers.apply(this);
        }
    }

    /** Whatever number the pod at the receiving end gives this name. */
    public record Named(Protocol protocol, String name) implements Port {
        @Override
        public <R> R fold(Function<Numbers, R> numbers, Function<Named, R> named) {
            return named.apply(this);
        }
    }
}
