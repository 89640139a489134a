package dev.knet.meaning;

import dev.knet.model.Direction;
import dev.knet.model.Port;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may talk to whom by the sentences alone: the section "Meaning" of the language's description, for all sources at once.
 * Ends are known by their places in the list of them.
 */
public final class Meaning {
    private final Ends ends;
    private final List<Sentences> topologies = new ArrayList<>();
    private final BitSet ingressIsolated = new BitSet();
    private final BitSet egressIsolated = new BitSet();

    private Meaning(List<Topology> topologies, Ends ends) {
        this.ends = ends;
        for (Topology topology : topologies) {
            Sentences sentences = Sentences.of(topology, ends);
            this.topologies.add(sentences);
            ingressIsolated.or(sentences.isolated(Direction.INGRESS));
            egressIsolated.or(sentences.isolated(Direction.EGRESS));
        }
    }

    /** Of one topology or of several that `use` links, and of everything that can be an end. */
    public static Meaning of(List<Topology> topologies, List<End> ends) {
        return new Meaning(topologies, Ends.of(topologies, ends));
    }

    /** What the sentences say of connections into one end. */
    public Target into(int target) {
        return new Target(target);
    }

    /** One end as the target of connections. What a pod sends to itself is never judged, so its own bit means nothing. */
    public final class Target {
        private final int target;

        private Target(int target) {
            this.target = target;
        }

        /** The sources from which a connection on this contact is possible. */
        public BitSet sources(Contact contact) {
            return possible(contact, Certainty.CERTAIN);
        }

        /**
         * The same, and those of which it cannot be told. Where something is denied, whether a source may reach anything else
         * than DNS, and so gets it, can depend on pods and addresses that are not among the ends.
         */
        public BitSet atMost(Contact contact) {
            return possible(contact, Certainty.POSSIBLE);
        }

        /**
         * "A connection from s to t on p is possible iff no `denies` covers it, and (t is not ingress-isolated or
         * permitted(s,t,p)), and (s is not egress-isolated or permitted(s,t,p))."
         */
        private BitSet possible(Contact contact, Certainty certainty) {
            BitSet possible = mayEnter(contact, certainty);
            possible.and(mayLeave(contact, certainty));
            possible.andNot(denied(contact));
            return possible;
        }

        /** "t is not ingress-isolated or permitted(s,t,p)", by the sentences of one who isolates it. */
        private BitSet mayEnter(Contact contact, Certainty certainty) {
            if (!ingressIsolated.get(target)) {
                return ends.all();
            }
            BitSet mayEnter = new BitSet();
            for (Sentences topology : topologies) {
                if (topology.isolated(Direction.INGRESS).get(target)) {
                    mayEnter.or(topology.permitted(target, contact, certainty));
                }
            }
            return mayEnter;
        }

        /** "s is not egress-isolated or permitted(s,t,p)", by the sentences of one who isolates it. */
        private BitSet mayLeave(Contact contact, Certainty certainty) {
            BitSet mayLeave = ends.all();
            mayLeave.andNot(egressIsolated);
            for (Sentences topology : topologies) {
                BitSet permitted = topology.permitted(target, contact, certainty);
                permitted.and(topology.isolated(Direction.EGRESS));
                mayLeave.or(permitted);
            }
            return mayLeave;
        }

        private BitSet denied(Contact contact) {
            BitSet denied = new BitSet();
            for (Sentences topology : topologies) {
                denied.or(topology.denied(target, contact));
            }
            return denied;
        }

        /**
         * The ports at which the answer may change: those that the sentences about this target name, as numbers. It is the same
         * on all contacts that lie in the same of these, and on all that lie in none.
         */
        public List<Port.Range> ranges() {
            Set<Port.Range> ranges = new TreeSet<>();
            for (Sentences topology : topologies) {
                ranges.addAll(topology.ranges(target));
            }
            return List.copyOf(ranges);
        }
    }
}
