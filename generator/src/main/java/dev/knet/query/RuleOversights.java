package dev.knet.query;

import dev.knet.diagnostic.NearMisses;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Named;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.read.Quoted;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Rules that are about nobody of the manifests, and named ports that none of these pods has. */
final class RuleOversights {
    private final PodCensus pods;
    private final BiConsumer<Origin, Supplier<String>> out;

    RuleOversights(PodCensus pods, BiConsumer<Origin, Supplier<String>> out) {
        this.pods = pods;
        this.out = out;
    }

    void find(PolicyObject policy) {
        BitSet subjects = pods.in(policy.namespace(), policy.subjects());
        // Where no pod is known, none of them lacks a port.
        boolean areKnown = !subjects.isEmpty() && !PodCensus.isOfSystem(policy.namespace());
        List<Rule> entering = policy.ingress().orElse(List.of());
        for (int i = 0; i < entering.size(); i++) {
            At at = new At(policy, Direction.INGRESS, i);
            peers(at, entering.get(i));
            ports(at, entering.get(i), areKnown ? Optional.of(subjects) : Optional.empty(), "that it selects");
        }
        List<Rule> leaving = policy.egress().orElse(List.of());
        for (int i = 0; i < leaving.size(); i++) {
            At at = new At(policy, Direction.EGRESS, i);
            ports(at, leaving.get(i), peers(at, leaving.get(i)), "that the rule is about");
        }
    }

    /** A rule by its place. */
    private record At(PolicyObject policy, Direction direction, int rule) {
        String title(String part, int index) {
            return "`spec." + direction.word() + "[" + rule + "]." + part + "[" + index + "]` of "
                    + Oversights.title(policy);
        }
    }

    /** All pods of the peers, if they are some and there are no others; what is outside has no names for its ports. */
    private Optional<BitSet> peers(At at, Rule rule) {
        BitSet all = new BitSet();
        boolean areKnown = !rule.peers().isEmpty();
        boolean isEmpty = false;
        for (int i = 0; i < rule.peers().size(); i++) {
            if (rule.peers().get(i) instanceof Pods peer) {
                Optional<BitSet> known = pods.in(at.policy.namespace(), peer);
                areKnown &= known.isPresent();
                known.ifPresent(all::or);
                if (known.isPresent() && pods.areUnseen(known.get())) {
                    isEmpty = true;
                    int place = i;
                    out.accept(at.policy.origin(), () -> peer(at, place, peer, known.get()));
                }
            }
        }
        return areKnown && !(isEmpty && all.isEmpty()) ? Optional.of(all) : Optional.empty();
    }

    private String peer(At at, int place, Pods peer, BitSet known) {
        String title = at.title(at.direction == Direction.INGRESS ? "from" : "to", place) + " selects ";
        if (!known.isEmpty()) {
            return title + Oversights.UNSEEN;
        }
        String where = peer.namespaces()
                .map(it -> "in the namespaces with " + Quoted.of(it.toString()))
                .orElseGet(() -> "in namespace " + Quoted.of(at.policy.namespace()));
        String help = pods.namespaceOf(peer.pods())
                .map(it -> "; namespace " + Quoted.of(it) + " has some"
                        + (peer.namespaces().isPresent()
                                ? ""
                                : ", but without a `namespaceSelector` the policy's own namespace is meant"))
                .orElse("");
        return title + "no pod: " + where + ", the manifests have none with "
                + Quoted.of(peer.pods().toString()) + help;
    }

    /** That no address has a name for a port is told by who reads the rule. */
    private void ports(At at, Rule rule, Optional<BitSet> receiving, String whose) {
        if (!rule.peers().isEmpty() && rule.peers().stream().allMatch(PolicyObject.Block.class::isInstance)) {
            return;
        }
        for (int i = 0; i < rule.ports().size(); i++) {
            if (receiving.isPresent()
                    && rule.ports().get(i) instanceof Named port
                    && !pods.have(receiving.get(), port)) {
                int place = i;
                out.accept(at.policy.origin(), () -> port(at, place, port, receiving.get(), whose));
            }
        }
    }

    private String port(At at, int place, Named port, BitSet receiving, String whose) {
        String help = NearMisses.help(port.name(), pods.portNames(receiving, port))
                .map(it -> "; " + it)
                .orElse("");
        return at.title("ports", place) + " opens nothing: no pod " + whose + " names a " + port.protocol() + " port "
                + Quoted.of(port.name()) + help;
    }
}
