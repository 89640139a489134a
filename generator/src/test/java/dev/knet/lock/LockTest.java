package dev.knet.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.knet.lock.Lock.Problem;
import dev.knet.lock.Lock.Section;
import dev.knet.reach.Change;
import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.policy.Queries;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import dev.knet.testing.cluster.OnePacket;
import dev.knet.testing.cluster.RandomCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LockTest {
    private static final String WEB_TO_DB = "shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432";

    private static final String HELP = "restore the file, or delete it, and run `mvn knet:lock`";

    @Test
    void isWrittenByEnvironment() {
        Lock lock = new Lock(new TreeMap<>(Map.of(
                "prod", section("shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432"),
                "", section("b[Pod] => a[Pod] : UDP 53", "0.0.0.0-255.255.255.255[External] => a[Pod] : TCP 80"))));
        assertThat(lock.write()).isEqualTo("""
                # Who can talk to whom. A build that would allow more than this fails.
                # Written by `mvn knet:lock`; commit it, review its changes, and never edit it by hand.

                0.0.0.0-255.255.255.255[External] => a[Pod] : TCP 80
                b[Pod] => a[Pod] : UDP 53

                [prod]
                shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432
                """);
        assertThat(Lock.read(lock.write())).isEqualTo(new Lock.Parsed(lock, List.of()));
    }

    @Test
    void anEmptyEnvironmentIsKept() {
        Lock lock = Lock.EMPTY.with("prod", cluster(), it -> true);
        assertThat(Lock.read(lock.write()).lock().has("prod")).isTrue();
        assertThat(Lock.read(lock.write()).lock().has("test")).isFalse();
        assertThat(lock.only(Set.of("test"))).isEqualTo(Lock.EMPTY);
        assertThat(Lock.read("")).isEqualTo(new Lock.Parsed(Lock.EMPTY, List.of()));
        assertThat(Lock.read(Lock.EMPTY.write())).isEqualTo(new Lock.Parsed(Lock.EMPTY, List.of()));
    }

    @Test
    void randomClustersAreReadAsTheyWereWritten() {
        RandomCluster clusters = new RandomCluster(new Random(3));
        for (int i = 0; i < 200; i++) {
            ClusterObjects first = clusters.next();
            Lock lock = Lock.EMPTY
                    .with("", first, it -> true)
                    .with("prod", clusters.next(), it -> true)
                    .with("größe 2", clusters.next(), it -> true);
            String text = lock.write();
            Lock.Parsed parsed = Lock.read(text.replace("\n", "\r\n"));
            assertThat(parsed.problems()).isEmpty();
            assertThat(parsed.lock().write()).isEqualTo(text);
            assertThat(parsed.lock()
                            .widened("", parsed.lock().present("", first).connections(), it -> true))
                    .isEmpty();
            assertThat(parsed.lock()
                            .narrowed("", parsed.lock().present("", first).connections(), it -> true))
                    .isEmpty();
        }
    }

    @Test
    void whatCouldNotBeReadIsNotWritten() {
        End odd = new End.Workload("shop", "web\n[prod]", "Pod");
        Lock lock = new Lock(new TreeMap<>(Map.of(
                "", new Section(List.of(new Connection(odd, odd, PortSet.ALL)), List.of()))));
        assertThatThrownBy(lock::write)
                .hasMessage("no line of a lock: `shop/web?[prod][Pod] => shop/web?[prod][Pod] : All Connections`");
        assertThatThrownBy(new Lock(new TreeMap<>(Map.of("a]b", section(WEB_TO_DB))))::write)
                .hasMessage("no line of a lock: `[a]b]`");
    }

    @Test
    void problemsHaveTheirLine() {
        assertThat(problems("# x", "", WEB_TO_DB, "web allows db", "[prod]", WEB_TO_DB, " " + WEB_TO_DB))
                .containsExactly(
                        new Problem(4, "this is no line of a lock: `web allows db`", HELP),
                        new Problem(7, "this is no line of a lock: ` " + WEB_TO_DB + "`", HELP));
    }

    @Test
    void aLineIsThereOnce() {
        assertThat(problems(
                        "[a]", WEB_TO_DB, "[b]", WEB_TO_DB, WEB_TO_DB + "-5433", "shop/*[Pod]", "shop/*[Pod]", "[a]"))
                .extracting(Problem::line, it -> it.message().replaceFirst(";.*", ""))
                .containsExactly(
                        tuple(5, "`shop/web[Deployment] => shop/db[StatefulSet]` is there already, in line 4"),
                        tuple(7, "`shop/*[Pod]` is there already, in line 6"),
                        tuple(8, "`[a]` is there already, in line 1"));
    }

    @Test
    void aMergeIsNotForgotten() {
        assertThat(problems(
                        "<<<<<<< HEAD",
                        WEB_TO_DB,
                        "||||||| 1234",
                        "=======",
                        WEB_TO_DB.replace("db", "c"),
                        ">>>>>>> mine"))
                .extracting(Problem::line)
                .containsExactly(1, 3, 4, 6);
        assertThat(problems("<<<<<<< HEAD"))
                .containsExactly(new Problem(
                        1, "a merge has left `<<<<<<< HEAD`", "keep the lock of either side, and run `mvn knet:lock`"));
    }

    @Test
    void hostileTextIsQuotedTamely() {
        assertThat(problems("# \u001b[31m", "\u202eweb", "x".repeat(5_000_000), WEB_TO_DB + "\r"))
                .extracting(it -> it.message().replaceFirst(";.*", ""))
                .containsExactly(
                        "there is a control character in `# ?[31m`",
                        "this is no line of a lock: `?web`",
                        "this is no line of a lock: `" + "x".repeat(80) + "…`");
        assertThat(problems(
                        "\uD800",
                        WEB_TO_DB + "\r\r",
                        "[]",
                        "[a]b]",
                        "0.0.0.0-0.0.0.1[External] => ::-::1[External] : TCP 1",
                        "shop/web[Deployment]",
                        WEB_TO_DB.replace("TCP 5432", "No Connections")))
                .hasSize(7);
    }

    @Test
    void anyTextIsRead() {
        Random random = new Random(1);
        String letters = "[]{}*/=> :-,#\n\r\tTCP 80others::1.<a";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? WEB_TO_DB + "\n[prod]\n" : "");
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.insert(random.nextInt(text.length() + 1), letters.charAt(random.nextInt(letters.length())));
            }
            Lock.Parsed parsed = Lock.read(text.toString());
            assertThat(Lock.read(parsed.lock().write()).lock())
                    .as(text.toString())
                    .isEqualTo(parsed.lock());
        }
    }

    // What is wider than the lock.

    private static final PolicyObject CLOSED =
            policy(LabelQuery.EVERYTHING, Optional.of(List.of()), Optional.of(List.of()));

    @Test
    void aLockCoversItself() {
        assertThat(widened(cluster(CLOSED), cluster(CLOSED))).isEmpty();
        assertThat(widened(cluster(), cluster(CLOSED))).isEmpty();
        assertThat(widened(cluster(), cluster())).isEmpty();
    }

    @Test
    void everythingIsNewWithoutALock() {
        assertThat(Lock.EMPTY.widened("", Lock.EMPTY.present("", cluster()).connections(), it -> true))
                .isNotEmpty();
    }

    /** All workloads keep what they can do; only a pod that is not there could do more. */
    @Test
    void theEndOfANamespacesIsolationIsWider() {
        PolicyObject own = policy(labels("app=web"), Optional.of(List.of()), Optional.of(List.of()));
        assertThat(widened(cluster(CLOSED, own), cluster(own)))
                .contains("*/*[Pod] => shop/*[Pod] : All Connections (before: No Connections)")
                .noneMatch(it -> it.contains("web[Deployment]"));
    }

    @Test
    void theEndOfAnIsolationOfPodsThatAreNotThereIsWider() {
        PolicyObject legacy = policy(labels("app=legacy"), Optional.of(List.of()), Optional.of(List.of()));
        assertThat(widened(cluster(legacy), cluster()))
                .contains("*/*[Pod] => shop/{app=legacy}[Pod] : All Connections (before: No Connections)")
                .allMatch(it -> it.contains("shop/{app=legacy}[Pod]"));
    }

    @Test
    void anotherValueInASelectorIsWider() {
        assertThat(widened(cluster(CLOSED, from(in("app", "a"))), cluster(CLOSED, from(in("app", "a", "b")))))
                .isEmpty();
        PolicyObject out =
                policy(LabelQuery.EVERYTHING, Optional.empty(), Optional.of(List.of(new Rule(List.of(), List.of()))));
        assertThat(widened(cluster(CLOSED, out, from(in("app", "a"))), cluster(CLOSED, out, from(in("app", "a", "b")))))
                .contains("shop/{app=b}[Pod] => shop/web[Deployment] : All Connections (before: No Connections)")
                .noneMatch(it -> it.contains("{app=a}[Pod] =>"));
    }

    @Test
    void aValueLessInARefusalIsWider() {
        PolicyObject out =
                policy(LabelQuery.EVERYTHING, Optional.empty(), Optional.of(List.of(new Rule(List.of(), List.of()))));
        assertThat(widened(
                        cluster(CLOSED, out, from(notIn("app", "a", "b"))),
                        cluster(CLOSED, out, from(notIn("app", "a")))))
                .contains("shop/{app=b}[Pod] => shop/web[Deployment] : All Connections (before: No Connections)")
                .allMatch(it -> it.startsWith("shop/{app=b}[Pod] => "));
    }

    /** Although a pod of the manifests fits the selector, others than it may come in. */
    @Test
    void aRequirementLessIsWider() {
        PodsObject client = pods("client", Map.of("app", "client", "role", "a"));
        PolicyObject out =
                policy(LabelQuery.EVERYTHING, Optional.empty(), Optional.of(List.of(new Rule(List.of(), List.of()))));
        ClusterObjects before = with(cluster(CLOSED, out, from(labels("app=client", "role=a"))), client);
        ClusterObjects after = with(cluster(CLOSED, out, from(labels("role=a"))), client);
        assertThat(widened(before, after))
                .contains("shop/{role=a}[Pod] => shop/web[Deployment] : All Connections (before: No Connections)")
                .noneMatch(it -> it.contains("client[Deployment]"));
    }

    /** The lock has to speak of them before a policy does. */
    @Test
    void addressesOfVersion6AreNotForgotten() {
        AddressRange some = AddressRange.ofCidr("2001:db8::/32").orElseThrow();
        PolicyObject before = policy(
                LabelQuery.EVERYTHING,
                Optional.empty(),
                Optional.of(List.of(new Rule(
                        List.of(
                                new PolicyObject.Block(AddressRange.ALL_V4, List.of()),
                                new PolicyObject.Block(some, List.of())),
                        List.of()))));
        PolicyObject after =
                policy(LabelQuery.EVERYTHING, Optional.empty(), Optional.of(List.of(new Rule(List.of(), List.of()))));
        assertThat(widened(cluster(before), cluster(after)))
                .contains(
                        "shop/web[Deployment] => ::-2001:db7:ffff:ffff:ffff:ffff:ffff:ffff[External] : All Connections (before: No Connections)");
        assertThat(widened(cluster(after), cluster(before))).isEmpty();
    }

    @Test
    void whatAWorkloadsOwnPodsCanDoIsNotForgotten() {
        PolicyObject own = policy(
                labels("app=web"),
                Optional.of(List.of(new Rule(
                        List.of(new Pods(Optional.empty(), labels("app=web"))),
                        List.of(new PolicyObject.Numbers(PortSet.of(Protocol.TCP, 7000)))))),
                Optional.of(List.of(new Rule(List.of(), List.of()))));
        assertThat(widened(cluster(CLOSED), cluster(CLOSED, own)))
                .contains("shop/web[Deployment] => shop/web[Deployment] : TCP 7000 (before: No Connections)");
    }

    @Test
    void aNewWorkloadIsWiderIfItCanTalkToSomeone() {
        PodsObject api = pods("api", Map.of("app", "api"));
        assertThat(widened(cluster(CLOSED), with(cluster(CLOSED), api))).isEmpty();
        assertThat(widened(cluster(), with(cluster(), api)))
                .contains("shop/api[Deployment] => shop/web[Deployment] : All Connections (before: No Connections)")
                .allMatch(it -> it.contains("shop/api[Deployment]"));
    }

    @Test
    void lessIsNarrower() {
        Lock lock = Lock.EMPTY.with("", cluster(), it -> true);
        List<Connection> now = lock.present("", cluster(CLOSED)).connections();
        assertThat(lock.narrowed("", now, it -> true)).isNotEmpty().noneMatch(Change::widens);
    }

    /**
     * Random packets between pods that need not be there, in two random states of a cluster: if one passes only in the
     * later state, the lock of the earlier one says that something is wider. Each pod has one label at most, for what
     * combines labels that no selector combines is not looked at; nor is what is just like a workload of then.
     */
    @Test
    void nothingIsMissed() {
        Random random = new Random(17);
        RandomCluster clusters = new RandomCluster(random);
        int covered = 0;
        int narrower = 0;
        for (int i = 0; i < 1000; i++) {
            ClusterObjects before = clusters.next();
            ClusterObjects after = random.nextInt(4) == 0 ? clusters.next() : clusters.changed(before);
            if (widened(before, after).isEmpty()) {
                covered++;
                for (int j = 0; j < 100; j++) {
                    PodsObject from = hypothetical(random);
                    PodsObject to = hypothetical(random);
                    int port = 79 + random.nextInt(2);
                    boolean passed = passes(before, from, to, port);
                    boolean passes = passes(after, from, to, port);
                    if (isWorkload(from, before) || isWorkload(to, before)) {
                        continue;
                    }
                    narrower += passed && !passes ? 1 : 0;
                    assertThat(passes && !passed)
                            .as("%s to %s : %s\n%s\n%s", from, to, port, before, after)
                            .isFalse();
                }
            }
        }
        assertThat(covered).isGreaterThan(200);
        assertThat(narrower).isGreaterThan(200);
    }

    private static boolean isWorkload(PodsObject pod, ClusterObjects objects) {
        Set<String> keys = Queries.of(objects.policies()).podKeys();
        return objects.pods().stream()
                .filter(it -> it.namespace().equals(pod.namespace()))
                .anyMatch(it -> known(it, keys).equals(known(pod, keys)));
    }

    private static Map<String, String> known(PodsObject pod, Set<String> keys) {
        Map<String, String> known = new TreeMap<>(pod.labels());
        known.keySet().retainAll(keys);
        return known;
    }

    private static boolean passes(ClusterObjects objects, PodsObject from, PodsObject to, int port) {
        OnePacket packet = new OnePacket(objects);
        Map<String, String> far = Map.of(NamespaceObject.NAME_LABEL, "far");
        return packet.passes(packet.party(from, far), packet.party(to, far), Protocol.TCP, port);
    }

    private static PodsObject hypothetical(Random random) {
        String namespace = List.of("shop", "mon", "far").get(random.nextInt(3));
        Map<String, String> labels = random.nextInt(4) == 0
                ? Map.of()
                : Map.of(
                        RandomCluster.KEYS.get(random.nextInt(2)),
                        List.of("a", "b", "c", "any").get(random.nextInt(4)));
        return new PodsObject(namespace, "Pod", "x", labels, List.of(), false, Origin.CODE);
    }

    private static List<String> widened(ClusterObjects before, ClusterObjects after) {
        Lock lock =
                Lock.read(Lock.EMPTY.with("prod", before, it -> true).write()).lock();
        return lock.widened("prod", lock.present("prod", after).connections(), it -> true).stream()
                .map(Change::toString)
                .toList();
    }

    private static ClusterObjects cluster(PolicyObject... policies) {
        return new ClusterObjects(
                List.of(new NamespaceObject("shop", Map.of(NamespaceObject.NAME_LABEL, "shop"), Origin.CODE)),
                List.of(pods("web", Map.of("app", "web"))),
                List.of(),
                List.of(policies),
                List.of());
    }

    private static ClusterObjects with(ClusterObjects objects, PodsObject pods) {
        List<PodsObject> all = new ArrayList<>(objects.pods());
        all.add(pods);
        return new ClusterObjects(objects.namespaces(), all, List.of(), objects.policies(), List.of());
    }

    private static PodsObject pods(String name, Map<String, String> labels) {
        return new PodsObject("shop", "Deployment", name, labels, List.of(), false, Origin.CODE);
    }

    private static PolicyObject policy(LabelQuery subjects, Optional<List<Rule>> ingress, Optional<List<Rule>> egress) {
        return new PolicyObject("shop", "p", subjects, ingress, egress, Origin.CODE);
    }

    /** Opens the pods of web. */
    private static PolicyObject from(LabelQuery pods) {
        Rule rule = new Rule(List.of(new Pods(Optional.empty(), pods)), List.of());
        return policy(labels("app=web"), Optional.of(List.of(rule)), Optional.empty());
    }

    private static LabelQuery labels(String... labels) {
        Map<String, String> map = new TreeMap<>();
        for (String label : labels) {
            map.put(label.split("=", -1)[0], label.split("=", -1)[1]);
        }
        return LabelQuery.of(map);
    }

    private static LabelQuery in(String key, String... values) {
        return new LabelQuery(List.of(new Requirement(key, Operator.IN, List.of(values))));
    }

    private static LabelQuery notIn(String key, String... values) {
        return new LabelQuery(List.of(new Requirement(key, Operator.NOT_IN, List.of(values))));
    }

    private static Section section(String... lines) {
        List<Connection> connections = new ArrayList<>();
        for (String line : lines) {
            connections.add(Connection.parse(line).orElseThrow());
        }
        return new Section(connections, List.of());
    }

    private static List<Problem> problems(String... lines) {
        return Lock.read(String.join("\n", lines)).problems();
    }
}
