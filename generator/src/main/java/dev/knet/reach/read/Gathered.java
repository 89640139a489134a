package dev.knet.reach.read;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.ServiceObject;
import dev.knet.reach.read.Surroundings.CalicoTier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was read so far: of each object the last that was said, and in the end what follows from all of them together. */
final class Gathered {
    private static final String HASH_LABEL = "pod-template-hash";
    /** Further than anything goes; there may be a circle. */
    private static final int MOST_STEPS = 10;

    private final Findings findings;
    private final Map<String, NamespaceObject> namespaces = new LinkedHashMap<>();
    private final Map<String, Owned> pods = new LinkedHashMap<>();
    private final Map<String, ServiceObject> services = new LinkedHashMap<>();
    private final Map<String, PolicyObject> policies = new LinkedHashMap<>();
    private final Map<String, List<Unfinished>> natives = new LinkedHashMap<>();
    private final Map<String, AddressSet> sets = new LinkedHashMap<>();
    private final Map<String, CalicoTier> tiers = new LinkedHashMap<>();
    private final LabelValues values = new LabelValues();
    /** Where a namespace is named first. */
    private final Map<String, Origin> named = new LinkedHashMap<>();

    private final Map<String, Origin> origins = new LinkedHashMap<>();
    private boolean hasOwners;

    Gathered(Findings findings) {
        this.findings = findings;
    }

    /** Pods and who has made them. */
    private record Owned(PodsObject pods, Owner owner, boolean isKept) {}

    /** Those that are alike but for their own names: the first of them, and all of these names. */
    private record Alike(Origin first, Set<String> podNames) {}

    void add(NamespaceObject namespace) {
        replace(namespaces, "Namespace", "", namespace.name(), namespace, namespace.origin());
    }

    /** What is not kept is only needed to find who has made its pods. */
    void add(PodsObject object, Owner owner, boolean isKept) {
        hasOwners |= !owner.isNone();
        Owned owned = new Owned(object, owner, isKept);
        replace(pods, object.kind(), object.namespace(), object.name(), owned, object.origin());
    }

    void add(ServiceObject service) {
        replace(services, "Service", service.namespace(), service.name(), service, service.origin());
    }

    void add(PolicyObject policy) {
        replace(policies, "NetworkPolicy", policy.namespace(), policy.name(), policy, policy.origin());
    }

    /** Those of one object. */
    void add(String kind, String namespace, String name, List<Unfinished> all, Origin origin) {
        replace(natives, kind, namespace, name, all, origin);
    }

    void add(String kind, String name, AddressSet set, Origin origin) {
        replace(sets, kind, set.namespace(), name, set, origin);
    }

    void add(String kind, String name, CalicoTier tier, Origin origin) {
        replace(tiers, kind, "", name, tier, origin);
    }

    /** The values of labels that selectors ask for. */
    LabelValues values() {
        return values;
    }

    /** The last one counts, as with {@code kubectl apply}. */
    private <T> void replace(Map<String, T> all, String kind, String namespace, String name, T object, Origin origin) {
        if (!namespace.isEmpty()) {
            named.putIfAbsent(namespace, origin);
        }
        String key = key(kind, namespace, name);
        Origin before = origins.put(key, origin);
        if (before != null) {
            String places = origin.equals(Origin.CODE) ? "" : " and at " + Quoted.of(before.toString());
            findings.warning(origin, title(kind, namespace, name) + " is here" + places + "; the last one counts");
            all.remove(key);
        }
        all.put(key, object);
    }

    private static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }

    /** How messages call an object. */
    static String title(String kind, String namespace, String name) {
        return kind + " " + Quoted.of(namespace.isEmpty() ? name : namespace + "/" + name);
    }

    ClusterObjects objects() {
        List<NamespaceObject> allNamespaces = new ArrayList<>(namespaces.values());
        named.forEach((name, origin) -> {
            if (!namespaces.containsKey(key("Namespace", "", name))) {
                allNamespaces.add(NamespaceObject.named(name, origin));
            }
        });
        List<NativePolicy> allNatives = natives(allNamespaces);
        SameOrder.findIn(allNatives, findings);
        TwoPlugins.findIn(allNatives, findings);
        return new ClusterObjects(
                allNamespaces,
                hasOwners ? byOwner() : allPods(),
                new ArrayList<>(services.values()),
                new ArrayList<>(policies.values()),
                allNatives,
                findings.all());
    }

    /** When all other objects are known; none that has an error in what it says of these. */
    private List<NativePolicy> natives(List<NamespaceObject> allNamespaces) {
        if (natives.isEmpty()) {
            return List.of();
        }
        allNamespaces.forEach(it -> values.add(it.labels()));
        pods.values().forEach(it -> values.add(it.pods().labels()));
        policies.values().forEach(it -> addValues(it));
        Map<String, CalicoTier> byName = new HashMap<>();
        tiers.forEach((key, tier) -> byName.put(key.substring(key.lastIndexOf('/') + 1), tier));
        Surroundings surroundings = new Surroundings(
                List.copyOf(services.values()), allNamespaces, List.copyOf(sets.values()), byName, values);
        List<NativePolicy> all = new ArrayList<>();
        for (List<Unfinished> object : natives.values()) {
            int errors = findings.errors();
            List<NativePolicy> finished =
                    object.stream().map(it -> it.finish(surroundings)).toList();
            if (errors == findings.errors()) {
                all.addAll(finished);
            }
        }
        return all;
    }

    private void addValues(PolicyObject policy) {
        values.add(policy.subjects());
        for (Optional<List<PolicyObject.Rule>> rules : List.of(policy.ingress(), policy.egress())) {
            for (PolicyObject.Rule rule : rules.orElse(List.of())) {
                rule.peers()
                        .forEach(peer -> peer.fold(
                                it -> {
                                    values.add(it.pods());
                                    it.namespaces().ifPresent(values::add);
                                    return true;
                                },
                                block -> false));
            }
        }
    }

    private List<PodsObject> allPods() {
        List<PodsObject> all = new ArrayList<>();
        for (Owned owned : pods.values()) {
            if (owned.isKept()) {
                all.add(owned.pods());
            }
        }
        return all;
    }

    /** Under the names of those who have made them, and what is alike then only once. */
    private List<PodsObject> byOwner() {
        Map<PodsObject, Alike> all = new LinkedHashMap<>();
        for (Owned owned : pods.values()) {
            if (owned.isKept()) {
                PodsObject it = owned.pods();
                Alike alike = all.computeIfAbsent(
                        renamed(it, top(owned), Set.of(), Origin.CODE),
                        none -> new Alike(it.origin(), new HashSet<>()));
                if (it.kind().equals("Pod") && !owned.owner().isNone()) {
                    alike.podNames.add(it.name());
                }
            }
        }
        List<PodsObject> named = new ArrayList<>();
        all.forEach(
                (it, alike) -> named.add(renamed(it, new Owner(it.kind(), it.name()), alike.podNames, alike.first)));
        return named;
    }

    private Owner top(Owned start) {
        Owned at = start;
        Owner top = new Owner(start.pods().kind(), start.pods().name());
        for (int i = 0; i < MOST_STEPS && !at.owner().isNone(); i++) {
            top = at.owner();
            Owned next = top.kind().equals("ReplicaSet") || top.kind().equals("Job")
                    ? pods.get(key(top.kind(), start.pods().namespace(), top.name()))
                    : null;
            if (next == null) {
                return top.kind().equals("ReplicaSet") ? deploymentOf(top, at.pods()) : top;
            }
            at = next;
        }
        return top;
    }

    /** A ReplicaSet that is not there is of the Deployment that its name begins with, if its pods show that. */
    private static Owner deploymentOf(Owner replicaSet, PodsObject pods) {
        String ending = "-" + pods.labels().getOrDefault(HASH_LABEL, "");
        String name = replicaSet.name();
        return ending.length() > 1 && name.endsWith(ending) && name.length() > ending.length()
                ? new Owner("Deployment", name.substring(0, name.length() - ending.length()))
                : replicaSet;
    }

    private static PodsObject renamed(PodsObject it, Owner owner, Set<String> podNames, Origin origin) {
        return new PodsObject(
                it.namespace(),
                owner.kind(),
                owner.name(),
                podNames,
                it.labels(),
                it.ports(),
                it.hostNetwork(),
                it.serviceAccount(),
                origin);
    }
}
