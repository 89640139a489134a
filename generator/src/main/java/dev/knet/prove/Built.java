package dev.knet.prove;

import dev.knet.lock.Lock;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.read.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What topologies were turned into, as a cluster would have it: read back from the text that is to be written, with all
 * that is there already.
 */
public final class Built {
    private final List<Topology> topologies;
    private final Map<String, ClusterObjects> read = new LinkedHashMap<>();
    private final Sentences sentences = new Sentences();

    private Built(List<Topology> topologies) {
        this.topologies = List.copyOf(topologies);
    }

    /** What is written of a topology: the manifests, and their text. */
    public record Written(Topology topology, Manifests manifests, String fileName, String text) {}

    /**
     * Of topologies that are applied to one cluster.
     *
     * @throws IllegalStateException if a text cannot be read back
     */
    public static Built of(List<Written> written) {
        Built built = new Built(written.stream().map(Written::topology).toList());
        written.forEach(built::add);
        return built;
    }

    private void add(Written written) {
        var source = new ManifestReader.Source(written.fileName, written.text.getBytes(StandardCharsets.UTF_8));
        ClusterObjects objects = ManifestReader.read(List.of(source), Vocabulary.HOME);
        if (!objects.findings().isEmpty()) {
            throw new IllegalStateException("what was written cannot be read: " + objects.findings());
        }
        Topology topology = written.topology;
        read.put(topology.name(), objects);
        sentences.add(topology, written.manifests);
    }

    /** All objects of the cluster. */
    public ClusterObjects cluster() {
        return clusterOf(topologies);
    }

    private ClusterObjects clusterOf(Collection<Topology> some) {
        List<ClusterObjects> parts = new ArrayList<>();
        some.forEach(topology -> parts.add(ExistingObjects.of(topology, some)));
        some.forEach(topology -> parts.add(read.getOrDefault(topology.name(), ClusterObjects.NONE)));
        return ClusterObjects.of(parts);
    }

    /**
     * What the cluster would have by the files of one topology alone. Pods of others that its policies speak of are strangers
     * to it.
     */
    private ClusterObjects objectsOf(Topology topology) {
        return clusterOf(List.of(topology));
    }

    /** How far a topology is from what its lock has in a section. */
    public Drift drift(Topology topology, Lock lock, String section) {
        return Drifts.of(topology, objectsOf(topology), lock, section, watched(topology), sentences);
    }

    /** The lock with what a topology does now in this section. */
    public Lock renewed(Topology topology, Lock lock, String section) {
        return lock.with(section, objectsOf(topology), watched(topology)::contains);
    }

    /** The namespaces that the topologies write pods or policies into: what all others do among themselves is not theirs. */
    public Set<String> watched() {
        Set<String> watched = new TreeSet<>();
        topologies.forEach(topology -> watched.addAll(watched(topology)));
        return watched;
    }

    private Set<String> watched(Topology topology) {
        Set<String> watched = new TreeSet<>();
        ClusterObjects written = read.getOrDefault(topology.name(), ClusterObjects.NONE);
        written.pods().forEach(it -> watched.add(it.namespace()));
        written.policies().forEach(it -> watched.add(it.namespace()));
        written.natives().stream()
                .map(NativePolicy::namespace)
                .filter(it -> !it.isEmpty())
                .forEach(watched::add);
        return watched;
    }

    /** Which sentences stand behind its policies. */
    public Sentences sentences() {
        return sentences;
    }

    /**
     * Compares what was written with what the sentences mean.
     *
     * @throws ProofException if there is a difference
     */
    public void prove() {
        for (List<Topology> linked : groups()) {
            Proof.difference(linked, clusterOf(linked)).ifPresent(difference -> {
                Set<String> names = new TreeSet<>();
                linked.forEach(topology -> names.add("`" + topology.name() + "`"));
                throw new ProofException(String.join(", ", names), difference);
            });
        }
    }

    /** Whether what the files expect comes true, in the order of the topologies and of their files. */
    public List<Judged> expectations() {
        return Expectations.judge(topologies, cluster(), sentences);
    }

    /** The topologies that {@code use} links with each other, in one way or the other. */
    private List<List<Topology>> groups() {
        List<Set<Topology>> groups = new ArrayList<>();
        for (Topology topology : topologies) {
            Set<Topology> joined = new LinkedHashSet<>();
            for (Set<Topology> group : List.copyOf(groups)) {
                if (group.stream().anyMatch(it -> areLinked(it, topology))) {
                    joined.addAll(group);
                    groups.remove(group);
                }
            }
            joined.add(topology);
            groups.add(joined);
        }
        return groups.stream().map(List::copyOf).toList();
    }

    private static boolean areLinked(Topology one, Topology other) {
        return one.uses().contains(other.name()) || other.uses().contains(one.name());
    }
}
