package dev.knet.prove;

import dev.knet.meaning.Contact;
import dev.knet.meaning.Meaning;
import dev.knet.model.Topology;
import dev.knet.reach.End;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.policy.Bound;
import dev.knet.reach.policy.Enforcement;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Compares what the sentences mean with what the policies do, for every pair of ends and every port that either of them
 * can tell apart: the workloads, pods that are none of these but that policies speak of, and all addresses.
 */
final class Proof {
    private final Parties parties;
    private final Meaning meaning;
    private final Enforcement enforcement;

    private Proof(Parties parties, Meaning meaning, Enforcement enforcement) {
        this.parties = parties;
        this.meaning = meaning;
        this.enforcement = enforcement;
    }

    /**
     * The first difference, of the smallest set of ports; empty if there is none.
     *
     * @param topologies one, or all that `use` links with each other
     * @param cluster what was written for them, read back, and what is there already
     */
    static Optional<Difference> difference(List<Topology> topologies, ClusterObjects cluster) {
        Parties parties = Parties.of(topologies, cluster);
        return new Proof(
                        parties,
                        Meaning.of(topologies, parties.meant()),
                        Enforcement.of(cluster, parties.enforced(), Bound.MOST))
                .find();
    }

    private Optional<Difference> find() {
        for (int target = 0; target < parties.size(); target++) {
            Optional<Difference> difference = into(target);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<Difference> into(int target) {
        Meaning.Target meant = meaning.into(target);
        Enforcement.Entrance enforced = enforcement.into(target);
        List<PortSet> cuts = new ArrayList<>(enforced.cuts());
        meant.ranges().forEach(range -> cuts.add(Vocabulary.numbers(range)));
        BitSet judged = parties.judgedWith(target);
        for (PortSet atom : PortSet.atoms(cuts)) {
            Contact contact = contact(atom);
            BitSet open = enforced.sources(atom);
            BitSet wider = (BitSet) open.clone();
            wider.andNot(meant.atMost(contact));
            wider.and(judged);
            if (!wider.isEmpty()) {
                return Optional.of(difference(wider, target, atom, true));
            }
            BitSet narrower = meant.sources(contact);
            narrower.andNot(open);
            narrower.and(judged);
            if (!narrower.isEmpty()) {
                return Optional.of(difference(narrower, target, atom, false));
            }
        }
        return Optional.empty();
    }

    private Difference difference(BitSet sources, int target, PortSet ports, boolean isWider) {
        End from = parties.end(sources.nextSetBit(0));
        return new Difference(from, parties.end(target), ports, isWider);
    }

    /** One of the ports, which speaks for all that nothing tells apart from it. */
    private static Contact contact(PortSet atom) {
        List<PortSet.Stretch> stretches = atom.stretches();
        return stretches.isEmpty()
                ? new Contact(Optional.empty(), 0)
                : new Contact(
                        Optional.of(Vocabulary.protocol(stretches.get(0).protocol())),
                        stretches.get(0).first());
    }
}
