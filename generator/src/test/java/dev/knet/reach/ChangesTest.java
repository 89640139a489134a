package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.policy.Queries;
import dev.knet.reach.read.ManifestReader;
import dev.knet.reach.space.Address;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import dev.knet.testing.cluster.OnePacket;
import dev.knet.testing.cluster.OnePacket.Party;
import dev.knet.testing.cluster.RandomCluster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    private static final String WEB = "shop/web[Deployment]";
    private static final String DB = "shop/db[StatefulSet]";
    private static final List<String> ADDRESSES = List.of(
            "0.0.0.0",
            "9.255.255.255",
            "10.0.0.0",
            "10.0.255.255",
            "10.1.0.0",
            "10.2.0.0",
            "10.128.0.0",
            "11.0.0.0",
            "255.255.255.255",
            "::",
            "2001:db8::",
            "2001:db9::");
    private static final List<Integer> PORTS = List.of(78, 79, 80, 81, 90, 91);

    @Test
    void whatIsEqualDoesNotShow() {
        assertThat(Changes.between(list(WEB + " => " + DB + " : TCP 5432"), list(WEB + " => " + DB + " : TCP 5432")))
                .isEmpty();
    }

    @Test
    void connectionsAreAddedRemovedAndChanged() {
        var changes = Changes.between(
                list(WEB + " => " + DB + " : TCP 80,5432", WEB + " => */*[Pod] : UDP 53"),
                list(WEB + " => " + DB + " : TCP 5432-5433", DB + " => " + WEB + " : All Connections"));
        assertThat(changes)
                .extracting(it -> it.from().text() + " " + it.to().text() + " " + it.kind() + " +" + it.added() + " -"
                        + it.removed() + " " + it.widens() + " " + it.narrows())
                .containsExactly(
                        DB + " " + WEB + " ADDED +All Connections -No Connections true false",
                        WEB + " */*[Pod] REMOVED +No Connections -UDP 53 false true",
                        WEB + " " + DB + " CHANGED +TCP 5433 -TCP 80 true true");
    }

    @Test
    void addressesAreComparedAsAddresses() {
        assertThat(Changes.between(
                        list(
                                WEB + " => 0.0.0.0-9.255.255.255[External] : TCP 80",
                                WEB + " => 10.0.0.0-10.255.255.255[External] : TCP 80,443",
                                WEB + " => 11.0.0.0-255.255.255.255[External] : TCP 80"),
                        list(WEB + " => 0.0.0.0-255.255.255.255[External] : TCP 80")))
                .extracting(Change::toString)
                .containsExactly(WEB + " => 10.0.0.0-10.255.255.255[External] : TCP 80 (before: TCP 80,443)");
    }

    @Test
    void neighboursWithTheSameChangeAreOne() {
        assertThat(Changes.between(
                        list(
                                "10.0.0.0-10.0.0.9[External] => " + WEB + " : TCP 1",
                                "0.0.0.0-255.255.255.255[External] => " + DB + " : TCP 1"),
                        list(
                                "10.0.0.5-10.0.0.7[External] => " + WEB + " : TCP 1",
                                "10.0.0.8-10.0.0.20[External] => " + WEB + " : TCP 1",
                                "::-::1[External] => " + WEB + " : TCP 1",
                                "0.0.0.0-9.255.255.255[External] => " + DB + " : TCP 1",
                                "10.0.0.0-255.255.255.255[External] => " + DB + " : TCP 1")))
                .extracting(Change::toString)
                .containsExactly(
                        "10.0.0.0-10.0.0.4[External] => " + WEB + " : No Connections (before: TCP 1)",
                        "10.0.0.10-10.0.0.20[External] => " + WEB + " : TCP 1 (before: No Connections)",
                        "::-::1[External] => " + WEB + " : TCP 1 (before: No Connections)");
    }

    @Test
    void aWorkloadThatIsNewIsNotAStrangerToo() {
        String before = pod("db") + policy("db", "web");
        String after = before + pod("report") + policy("db", "report");

        assertThat(changes(before, after))
                .contains("shop/report[Pod] => shop/db[Pod] : All Connections (before: No Connections)")
                .noneMatch(it -> it.contains("{app=report}") && it.contains("shop/db[Pod]"));
        assertThat(changes(after, before))
                .contains("shop/report[Pod] => shop/db[Pod] : No Connections (before: All Connections)")
                .noneMatch(it -> it.contains("{app=report}") && it.contains("shop/db[Pod]"));
    }

    /** The workload that goes says nothing of what pods with its labels can do from now on. */
    @Test
    void whatIsWiderForAStrangerIsSaidThoughAWorkloadWasLikeIt() {
        String before = pod("db") + pod("report") + policy("db", "web");
        String after = pod("db") + policy("db", "web") + policy("db", "report");

        assertThat(changes(before, after))
                .contains("shop/{app=report}[Pod] => shop/db[Pod] : All Connections (before: No Connections)");
    }

    private static List<String> changes(String before, String after) {
        return Changes.between(objects(before), objects(after), Reachability.Options.USUAL).stream()
                .map(Change::toString)
                .toList();
    }

    private static ClusterObjects objects(String yaml) {
        return ManifestReader.read(
                List.of(new ManifestReader.Source("shop.yaml", yaml.getBytes(StandardCharsets.UTF_8))), "default");
    }

    private static String pod(String name) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %1$s, namespace: shop, labels: {app: %1$s}}
                spec: {containers: [{name: c, image: "nginx:1.27"}]}
                ---
                """.formatted(name);
    }

    private static String policy(String subject, String peer) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: %1$s-%2$s, namespace: shop}
                spec:
                  podSelector: {matchLabels: {app: %1$s}}
                  ingress: [{from: [{podSelector: {matchLabels: {app: %2$s}}}]}]
                ---
                """.formatted(subject, peer);
    }

    @Test
    void changesOfRandomClustersAreThoseOfEachPair() {
        Random random = new Random(11);
        int changes = 0;
        for (int i = 0; i < 400; i++) {
            RandomCluster clusters = new RandomCluster(random);
            ClusterObjects before = clusters.next();
            ClusterObjects after = random.nextInt(4) == 0 ? clusters.next() : clusters.changed(before);
            var found = Changes.between(before, after, new Reachability.Options(true, true, List.of()));
            changes += found.size();
            assertThat(found).isSorted();
            comparePairs(before, after, found);
        }
        assertThat(changes).isGreaterThan(1000);
    }

    /** All parties that both may have: pods by the workloads that they belong to, strangers that changed, addresses. */
    private static void comparePairs(ClusterObjects before, ClusterObjects after, List<Change> changes) {
        var was = parties(before, changes);
        var is = parties(after, changes);
        List<ClusterObjects> states = List.of(before, after);
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String from : names) {
            for (String to : names) {
                boolean areAddresses =
                        Address.of(from).isPresent() && Address.of(to).isPresent();
                if (!areAddresses
                        && !(from.equals(to) && from.endsWith("[Pod]") && !from.contains("{") && !from.contains("*"))) {
                    for (int port : PORTS) {
                        boolean passed = passes(before, was, from, to, port);
                        boolean passes = passes(after, is, from, to, port);
                        PortSet tcp = PortSet.of(Protocol.TCP, port);
                        List<Change> own = about(changes, List.of(), from, to);
                        assertThat(says(
                                        own,
                                        () -> about(changes, states, from, to),
                                        !passed && passes,
                                        it -> it.added().contains(tcp)))
                                .as("%s => %s : %s now of\n%s\n%s", from, to, port, before, after)
                                .isEqualTo(!passed && passes);
                        assertThat(says(
                                        own,
                                        () -> about(changes, states, from, to),
                                        passed && !passes,
                                        it -> it.removed().contains(tcp)))
                                .as("%s => %s : %s before", from, to, port)
                                .isEqualTo(passed && !passes);
                    }
                }
            }
        }
    }

    /** What must be said of a stranger may be said of a workload that is just like it. */
    private static boolean says(List<Change> own, Supplier<List<Change>> alike, boolean must, Predicate<Change> what) {
        return own.stream().anyMatch(what) || must && alike.get().stream().anyMatch(what);
    }

    private static List<Change> about(List<Change> changes, List<ClusterObjects> states, String from, String to) {
        return changes.stream()
                .filter(it -> (isMeant(it.from(), from) || isLike(states, it.from(), from))
                        && (isMeant(it.to(), to) || isLike(states, it.to(), to)))
                .toList();
    }

    private static boolean isLike(List<ClusterObjects> states, End end, String name) {
        return end instanceof End.Workload workload
                && End.parse(name).orElse(workload) instanceof End.Stranger stranger
                && workload.namespace().equals(stranger.namespace())
                && isLike(states, workload, stranger);
    }

    private static boolean isLike(List<ClusterObjects> states, End.Workload workload, End.Stranger stranger) {
        Set<String> keys = new TreeSet<>();
        states.forEach(it -> keys.addAll(Queries.of(it.policies()).podKeys()));
        return states.stream()
                .flatMap(it -> it.pods().stream())
                .filter(it -> workload.equals(new End.Workload(it.namespace(), it.name(), it.kind())))
                .anyMatch(it -> {
                    Map<String, String> labels = new HashMap<>(it.labels());
                    labels.keySet().retainAll(keys);
                    return labels.equals(stranger.labels());
                });
    }

    private static boolean isMeant(End end, String name) {
        return end.fold(
                workload -> workload.text().equals(name),
                external -> Address.of(name).filter(external.range()::contains).isPresent(),
                stranger -> stranger.text().equals(name));
    }

    private static boolean passes(
            ClusterObjects objects, Map<String, List<Party>> parties, String from, String to, int port) {
        OnePacket packet = new OnePacket(objects);
        return parties.getOrDefault(from, List.of()).stream()
                .anyMatch(source -> parties.getOrDefault(to, List.of()).stream()
                        .anyMatch(target ->
                                isListed(source, target) && packet.passes(source, target, Protocol.TCP, port)));
    }

    /** Reachability says nothing of what is outside at both ends. */
    private static boolean isListed(Party source, Party target) {
        return target.address().isEmpty() || source.pod().isPresent();
    }

    private static Map<String, List<Party>> parties(ClusterObjects objects, List<Change> changes) {
        OnePacket packet = new OnePacket(objects);
        Map<String, List<Party>> parties = new HashMap<>();
        for (PodsObject pods : objects.pods()) {
            parties.computeIfAbsent(
                            new End.Workload(pods.namespace(), pods.name(), pods.kind()).text(),
                            none -> new ArrayList<>())
                    .add(packet.party(pods, Map.of()));
        }
        for (Change change : changes) {
            for (End end : List.of(change.from(), change.to())) {
                if (end instanceof End.Stranger stranger) {
                    var endpoint = stranger.endpoint();
                    PodsObject pod = new PodsObject(
                            endpoint.namespace(),
                            OnePacket.STRANGER,
                            "x",
                            stranger.labels(),
                            List.of(),
                            false,
                            Origin.CODE);
                    parties.put(stranger.text(), List.of(packet.party(pod, endpoint.namespaceLabels())));
                }
            }
        }
        ADDRESSES.forEach(it -> parties.put(it, List.of(Party.of(Address.of(it).orElseThrow()))));
        return parties;
    }

    private static List<Connection> list(String... lines) {
        return List.of(lines).stream()
                .map(it -> Connection.parse(it).orElseThrow())
                .toList();
    }
}
