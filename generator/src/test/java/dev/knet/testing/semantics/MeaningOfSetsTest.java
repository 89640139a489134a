package dev.knet.testing.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.knet.meaning.Contact;
import dev.knet.meaning.End;
import dev.knet.meaning.Meaning;
import dev.knet.model.Port;
import dev.knet.model.Protocol;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the build asks for all sources at once is what the direct reading of the section "Meaning" says of each pair.
 * {@code -Dknet.topologies=100000} looks longer, {@code -Dknet.seed=7} at one topology only.
 */
final class MeaningOfSetsTest {
    private static final int TOPOLOGIES = Integer.getInteger("knet.topologies", 500);
    private static final Integer SEED = Integer.getInteger("knet.seed");
    private static final int HIGHEST = Port.Range.HIGHEST;

    private long open;
    private long closed;
    private long untold;

    @Test
    void setsSayWhatPairsSay() {
        int first = SEED == null ? 0 : SEED;
        int last = SEED == null ? TOPOLOGIES : SEED + 1;
        for (int seed = first; seed < last; seed++) {
            int current = seed;
            Optional<Candidate> candidate = Candidate.repaired(RandomTopology.of(seed));
            if (candidate.isPresent() && difference(candidate.get(), seed).isPresent()) {
                Candidate smallest = candidate
                        .get()
                        .smallest(smaller -> difference(smaller, current).isPresent());
                fail("seed " + seed + "\n" + difference(smallest, seed).orElseThrow() + "\n\n"
                        + smallest.lowered().text());
            }
        }
        assertThat(open).as("open").isGreaterThan(SEED == null ? closed / 4 : -1);
        assertThat(closed).as("closed").isGreaterThan(SEED == null ? open / 4 : -1);
        assertThat(untold).as("neither").isGreaterThan(SEED == null ? 0 : -1);
    }

    private Optional<String> difference(Candidate candidate, long seed) {
        Topology topology = candidate.lowered().topology();
        Cluster cluster = Cluster.of(candidate.lowered(), seed);
        List<Cluster.Member> members = cluster.members();
        Meaning sets = Meaning.of(
                List.of(topology),
                members.stream().map(member -> end(member.end(), topology)).toList());
        var pairs = dev.knet.testing.meaning.Meaning.of(
                topology,
                Cluster.HOME,
                members.stream().map(Cluster.Member::end).toList(),
                withNeighbours(cluster.contacts()));
        var standings =
                members.stream().map(member -> pairs.standing(member.end())).toList();
        for (int target = 0; target < members.size(); target++) {
            Meaning.Target into = sets.into(target);
            Map<Set<Port.Range>, BitSet> byRanges = new HashMap<>();
            for (var asked : cluster.contacts()) {
                Contact contact = contact(asked);
                BitSet sources = into.sources(contact);
                BitSet atMost = into.atMost(contact);
                for (int source = 0; source < members.size(); source++) {
                    var from = standings.get(source);
                    var to = standings.get(target);
                    boolean isSame = source == target
                            || sources.get(source) == pairs.between(from, to).test(asked)
                                    && atMost.get(source)
                                            == pairs.atMost(from, to).test(asked);
                    if (!isSame) {
                        return Optional.of(members.get(source).name() + " -> "
                                + members.get(target).name() + " on " + asked + ": " + sources.get(source)
                                + ", at most "
                                + atMost.get(source));
                    }
                }
                count(sources, atMost, members.size());
                BitSet same = byRanges.putIfAbsent(ranges(into, contact), sources);
                if (same != null && !same.equals(sources)) {
                    return Optional.of("the ranges of " + members.get(target).name() + " do not tell of " + asked);
                }
            }
        }
        return Optional.empty();
    }

    private void count(BitSet sources, BitSet atMost, int all) {
        open += sources.cardinality();
        closed += all - atMost.cardinality();
        untold += atMost.cardinality() - sources.cardinality();
    }

    private static Set<Port.Range> ranges(Meaning.Target target, Contact contact) {
        Set<Port.Range> ranges = new LinkedHashSet<>(target.ranges());
        ranges.removeIf(
                range -> !contact.protocol().equals(Optional.of(range.protocol())) || !range.contains(contact.port()));
        return ranges;
    }

    /** Where a port is left between those that are denied, it is beside one of them. */
    private static List<dev.knet.testing.meaning.Contact> withNeighbours(
            List<dev.knet.testing.meaning.Contact> contacts) {
        Set<dev.knet.testing.meaning.Contact> all = new LinkedHashSet<>(contacts);
        for (var contact : contacts) {
            Stream.of(contact.port() - 1, contact.port() + 1)
                    .filter(port -> contact.port() > 0 && 0 < port && port <= HIGHEST)
                    .forEach(port -> all.add(new dev.knet.testing.meaning.Contact(contact.protocol(), port)));
        }
        return new ArrayList<>(all);
    }

    private static Contact contact(dev.knet.testing.meaning.Contact contact) {
        return new Contact(
                Stream.of(Protocol.values())
                        .filter(protocol -> protocol.name().equals(contact.protocol()))
                        .findFirst(),
                contact.port());
    }

    private static End end(dev.knet.testing.meaning.End end, Topology topology) {
        if (end instanceof dev.knet.testing.meaning.End.Address address) {
            return new End.Address(address.single());
        }
        var pod = (dev.knet.testing.meaning.End.Pod) end;
        String namespace = pod.namespace().equals(Cluster.HOME) ? "" : pod.namespace();
        List<End.NamedPort> ports = pod.ports().stream()
                .map(port -> new End.NamedPort(port.name(), Protocol.valueOf(port.protocol()), port.number()))
                .toList();
        Optional<Workload> workload = topology.workloads().stream()
                .filter(it ->
                        it.namespace().name().equals(namespace) && it.labels().equals(pod.labels()))
                .findFirst();
        return new End.Pod(namespace, pod.namespaceLabels(), pod.labels(), ports, workload);
    }
}
