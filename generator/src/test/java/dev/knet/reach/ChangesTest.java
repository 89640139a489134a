package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.space.Address;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import dev.knet.testing.cluster.OnePacket;
import dev.knet.testing.cluster.OnePacket.Party;
import dev.knet.testing.cluster.RandomCluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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
                        Optional<Change> change = changes.stream()
                                .filter(it -> isMeant(it.from(), from) && isMeant(it.to(), to))
                                .findFirst();
                        PortSet tcp = PortSet.of(Protocol.TCP, port);
                        assertThat(change.filter(it -> it.added().contains(tcp)).isPresent())
                                .as("%s => %s : %s now of\n%s\n%s", from, to, port, before, after)
                                .isEqualTo(!passed && passes);
                        assertThat(change.filter(it -> it.removed().contains(tcp))
                                        .isPresent())
                                .as("%s => %s : %s before", from, to, port)
                                .isEqualTo(passed && !passes);
                    }
                }
            }
        }
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
