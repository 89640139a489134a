package dev.knet.bench;

import dev.knet.reach.Reachability;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Numbers;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who can talk to whom in large clusters: so many workloads with a policy and five allowed peers each, in namespaces of fifty.
 * Each size is analysed once from cold if it is alone, and twice more. Arguments: {@code WORKLOADS} or
 * {@code WORKLOADSxPODS}, which have so many pods each; none: the curve.
 */
public final class ReachScale {
    private static final int NAMESPACE = 50;
    private static final int PEERS = 5;

    private ReachScale() {}

    public static void main(String[] arguments) {
        System.out.println("workloads     pods  policies  first ms  again ms  connections  heap MB after");
        String[] sizes = arguments.length == 0
                ? new String[] {"100", "200", "400", "1000", "2000", "5000", "10000", "20000", "5000x30"}
                : arguments;
        for (String size : sizes) {
            String[] parts = size.split("x");
            measure(Integer.parseInt(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
        }
    }

    private static void measure(int workloads, int pods) {
        ClusterObjects objects = objects(workloads, pods);
        long[] times = new long[3];
        long connections = 0;
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            AtomicLong count = new AtomicLong();
            Reachability.of(objects, new Reachability.Options(false, false, List.of()))
                    .connections(connection -> count.incrementAndGet());
            times[i] = (System.nanoTime() - start) / 1_000_000;
            connections = count.get();
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%9d %8d %9d %9d %9d %12d %14d%n",
                workloads,
                workloads * pods,
                workloads,
                times[0],
                Math.min(times[1], times[2]),
                connections,
                (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
    }

    private static ClusterObjects objects(int workloads, int pods) {
        List<NamespaceObject> namespaces = new ArrayList<>();
        for (int i = 0; i * NAMESPACE < workloads; i++) {
            namespaces.add(new NamespaceObject("ns" + i, Map.of(NamespaceObject.NAME_LABEL, "ns" + i), Origin.CODE));
        }
        List<PodsObject> all = new ArrayList<>();
        List<PolicyObject> policies = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < workloads; i++) {
            for (int pod = 0; pod < pods; pod++) {
                // Many pods of one label set belong to one controller, as they do in a cluster.
                all.add(new PodsObject(namespace(i), "ReplicaSet", "w" + i, labels(i), List.of(), false, Origin.CODE));
            }
            List<Peer> peers = new ArrayList<>();
            for (int peer = 0; peer < PEERS; peer++) {
                int other = random.nextInt(workloads);
                peers.add(new Pods(
                        Optional.of(LabelQuery.of(Map.of(NamespaceObject.NAME_LABEL, namespace(other)))),
                        LabelQuery.of(labels(other))));
            }
            Rule rule = new Rule(peers, List.of(new Numbers(PortSet.of(Protocol.TCP, 8080))));
            policies.add(new PolicyObject(
                    namespace(i),
                    "allow-w" + i,
                    LabelQuery.of(labels(i)),
                    Optional.of(List.of(rule)),
                    Optional.empty(),
                    Origin.CODE));
        }
        return new ClusterObjects(namespaces, all, List.of(), policies, List.of());
    }

    private static String namespace(int workload) {
        return "ns" + workload / NAMESPACE;
    }

    private static Map<String, String> labels(int workload) {
        return Map.of("app", "w" + workload);
    }
}
