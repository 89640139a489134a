package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.Claim.CounterExample;
import dev.knet.reach.Claim.Kind;
import dev.knet.reach.Claim.Verdict;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.space.Address;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.PortSet.Stretch;
import dev.knet.reach.space.Protocol;
import dev.knet.testing.cluster.OnePacket;
import dev.knet.testing.cluster.OnePacket.Party;
import dev.knet.testing.cluster.RandomCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Claims about random clusters against packets, one by one: what holds, no packet refutes, and examples are real. Packets
 * between two pods of which neither is in the manifests are left out: all sorts of them are tried at either end, but not all
 * pairs of sorts.
 */
final class ClaimsTest {
    private static final int CLUSTERS = Integer.getInteger("knet.claims", 600);
    private static final List<PolicyObject.Port> ON = List.of(new PolicyObject.Numbers(PortSet.of(Protocol.TCP, 80)));

    private final List<String> failures = new ArrayList<>();
    private int held;
    private int refuted;

    @Test
    void noPodThatCouldRunRefutesWhatHolds() {
        for (int seed = 0; seed < CLUSTERS; seed++) {
            Random random = new Random(seed);
            ClusterObjects objects = new RandomCluster(random).next();
            for (int i = 0; i < 4 && !objects.pods().isEmpty(); i++) {
                Claim claim = new Claim(
                        random.nextBoolean() ? Kind.CANNOT_REACH : Kind.ONLY,
                        List.of(selection(objects, random)),
                        List.of(selection(objects, random)),
                        ON);
                Verdict verdict = Claims.check(objects, List.of(claim)).get(0);
                check("seed " + seed + " " + claim, objects, verdict, random);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(held).as("claims that hold, beside %s refuted", refuted).isGreaterThan(CLUSTERS / 4);
        assertThat(refuted).isGreaterThan(CLUSTERS / 4);
    }

    private void check(String what, ClusterObjects objects, Verdict verdict, Random random) {
        OnePacket packet = new OnePacket(objects);
        if (verdict.objection().isPresent()) {
            refuted++;
            if (verdict.objection().get() instanceof CounterExample example) {
                checkExample(what, packet, example);
            }
            return;
        }
        held++;
        List<Party> sources = parties(packet, objects, random);
        List<Party> targets = parties(packet, objects, random);
        boolean isMeant = verdict.claim().kind() == Kind.CANNOT_REACH;
        for (Party target : targets) {
            for (Party source : sources) {
                boolean isAbout = matches(verdict.claim().sources().get(0), source) == isMeant
                        && matches(verdict.claim().targets().get(0), target)
                        && !(source.address().isPresent() && target.address().isPresent())
                        && !source.equals(target)
                        && (isThere(objects, source) || isThere(objects, target))
                        && (isMeant
                                || objects.pods().stream()
                                        .anyMatch(it -> target.pod().equals(Optional.of(it))));
                if (isAbout && packet.passes(source, target, Protocol.TCP, 80)) {
                    failures.add(what + "\n  holds, but " + source + "\n  reaches " + target + "\n  in " + objects);
                    return;
                }
            }
        }
    }

    private static boolean isThere(ClusterObjects objects, Party party) {
        return party.pod().isEmpty() || objects.pods().contains(party.pod().get());
    }

    /** Of an end that stands for many, one that is just like it. */
    private void checkExample(String what, OnePacket packet, CounterExample example) {
        for (Stretch stretch : example.ports().stretches()) {
            boolean passes = packet.objects().pods().stream()
                    .flatMap(pod -> parties(packet, example.from()).stream())
                    .anyMatch(from -> parties(packet, example.to()).stream()
                            .anyMatch(to -> packet.passes(from, to, stretch.protocol(), stretch.first())
                                    == example.canConnect()));
            if (!passes) {
                failures.add(what + "\n  is refuted by what is not so: " + example + "\n  in " + packet.objects());
            }
        }
    }

    private static List<Party> parties(OnePacket packet, End end) {
        return end.fold(
                workload -> packet.objects().pods().stream()
                        .filter(it -> new End.Workload(it.namespace(), it.name(), it.kind()).equals(workload))
                        .map(it -> packet.party(it, Map.of()))
                        .toList(),
                external -> List.of(Party.of(external.range().first())),
                stranger -> List.of(new Party(
                        Optional.of(new PodsObject(
                                stranger.endpoint().namespace(),
                                OnePacket.STRANGER,
                                "stranger",
                                stranger.labels(),
                                List.of(),
                                false,
                                Origin.CODE)),
                        stranger.endpoint().namespaceLabels(),
                        Optional.empty())));
    }

    /** What is there, and whatever else could be: pods of any labels in any namespace, and addresses. */
    private static List<Party> parties(OnePacket packet, ClusterObjects objects, Random random) {
        List<Party> parties = new ArrayList<>();
        objects.pods().forEach(it -> parties.add(packet.party(it, Map.of())));
        for (int i = 0; i < 40; i++) {
            Map<String, String> labels = new TreeMap<>();
            for (String key : RandomCluster.KEYS) {
                maybe(labels, key, random);
            }
            String namespace = List.of("shop", "mon", "far", "elsewhere").get(random.nextInt(4));
            Map<String, String> namespaceLabels = new TreeMap<>(Map.of(NamespaceObject.NAME_LABEL, namespace));
            maybe(namespaceLabels, "team", random);
            PodsObject pod = new PodsObject(namespace, "Pod", "any", labels, List.of(), false, Origin.CODE);
            parties.add(packet.party(pod, namespaceLabels));
        }
        for (String address :
                List.of("0.0.0.0", "10.0.0.1", "10.1.2.3", "10.200.0.1", "255.255.255.255", "2001:db8::1")) {
            parties.add(Party.of(Address.of(address).orElseThrow()));
        }
        return parties;
    }

    private static void maybe(Map<String, String> labels, String key, Random random) {
        int choice = random.nextInt(5);
        if (choice < 4) {
            labels.put(key, List.of("a", "b", "c", "z").get(choice));
        }
    }

    private static boolean matches(Selection selection, Party party) {
        return selection.fold(
                named -> false,
                pods -> party.pod().isPresent()
                        && pods.namespace()
                                .filter(it -> !it.equals(party.pod().get().namespace()))
                                .isEmpty()
                        && pods.namespaces().matches(party.namespaceLabels())
                        && pods.pods().matches(party.pod().get().labels()),
                addresses -> party.address().filter(addresses.range()::contains).isPresent()
                        && addresses.except().stream()
                                .noneMatch(it -> it.contains(party.address().orElseThrow())),
                anyone -> true);
    }

    private static Selection selection(ClusterObjects objects, Random random) {
        PodsObject pods = objects.pods().get(random.nextInt(objects.pods().size()));
        return switch (random.nextInt(6)) {
            case 0 -> Selection.ANYONE;
            case 1 -> new Selection.Addresses(AddressRange.ofCidr("10.0.0.0/8").orElseThrow(), List.of());
            case 2 -> new Selection.Pods(Optional.of("shop"), LabelQuery.EVERYTHING, LabelQuery.EVERYTHING);
            case 3 ->
                new Selection.Pods(
                        Optional.empty(),
                        new LabelQuery(List.of(new Requirement("team", Operator.IN, List.of("a")))),
                        new LabelQuery(List.of(new Requirement("role", Operator.NOT_IN, List.of("b")))));
            default ->
                new Selection.Pods(Optional.of(pods.namespace()), LabelQuery.EVERYTHING, LabelQuery.of(pods.labels()));
        };
    }
}
