package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import dev.knet.emit.java.EnvironmentEmitter.InEnvironment;
import dev.knet.model.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A port of a service that every environment has, where it is reached in each of them, and the method that says so. */
record SharedEndpoint(String service, String method, List<ServiceEndpoint> inEach) {
    SharedEndpoint {
        inEach = List.copyOf(inEach);
    }

    /** A port in one environment, and what leads to its service there. */
    private record Found(Service service, String accessor, ServiceEndpoint endpoint) {

        /** The same in each environment: a port is known by its name, as far as it has one. */
        String key() {
            return service.qualifiedName() + " " + endpoint.method();
        }
    }

    /** By their methods. */
    static List<SharedEndpoint> of(List<InEnvironment> environments) {
        Map<String, List<Found>> byKey = new LinkedHashMap<>();
        for (InEnvironment in : environments) {
            found(in)
                    .forEach(found -> byKey.computeIfAbsent(found.key(), key -> new ArrayList<>())
                            .add(found));
        }
        List<List<Found>> everywhere = byKey.values().stream()
                .filter(found -> found.size() == environments.size())
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        everywhere.forEach(found -> counts.merge(Identifiers.lower(shortMethod(found)), 1, Integer::sum));
        List<SharedEndpoint> shared = new ArrayList<>();
        for (List<Found> found : everywhere) {
            String key = Identifiers.lower(shortMethod(found));
            boolean isFree = counts.getOrDefault(key, 0) == 1 && !ReservedNames.isOfEnvironments(key);
            shared.add(new SharedEndpoint(
                    found.get(0).service.qualifiedName(),
                    isFree ? shortMethod(found) : longMethod(found.get(0)),
                    alike(found)));
        }
        shared.sort(Comparator.comparing(SharedEndpoint::method));
        checkNames(shared);
        return shared;
    }

    private static void checkNames(List<SharedEndpoint> shared) {
        Set<String> taken = new HashSet<>();
        if (!shared.stream().allMatch(it -> taken.add(it.method))) {
            throw new IllegalStateException("two ports have one name in Java, even written out");
        }
    }

    private static List<Found> found(InEnvironment in) {
        JavaNames names = JavaNames.of(in.topology());
        Belongings belongings = Belongings.of(in.topology(), in.manifests());
        List<Found> found = new ArrayList<>();
        for (Service service : in.topology().services()) {
            String accessor = names.of(service).accessor();
            ServiceEndpoint.of(service, belongings.statefulSetNamedBy(service))
                    .forEach(endpoint -> found.add(new Found(service, accessor, endpoint)));
        }
        return found;
    }

    /** Without pods that have names of their own, unless they have everywhere. */
    private static List<ServiceEndpoint> alike(List<Found> found) {
        List<ServiceEndpoint> endpoints = found.stream().map(Found::endpoint).toList();
        boolean haveNames =
                endpoints.stream().allMatch(endpoint -> endpoint.statefulSet().isPresent());
        return haveNames
                ? endpoints
                : endpoints.stream().map(ServiceEndpoint::withoutPods).toList();
    }

    /** If the service is called differently in the environments, none of these names says which service it is. */
    private static String shortMethod(List<Found> found) {
        Found first = found.get(0);
        return found.stream().allMatch(it -> it.accessor.equals(first.accessor))
                ? first.accessor + Identifiers.capitalized(first.endpoint.method())
                : longMethod(first);
    }

    private static String longMethod(Found found) {
        return JavaNames.writtenOut(found.service) + "__" + found.endpoint.method();
    }

    /** How the port is called in the first environment. */
    DeclaredPort port() {
        return inEach.get(0).port();
    }

    boolean isSameEverywhere() {
        return Collections.frequency(inEach, inEach.get(0)) == inEach.size();
    }

    /** About as many constants as its method has. */
    int weight() {
        return 2 + 3 * (isSameEverywhere() ? 1 : inEach.size());
    }

    /** Next to this class. */
    ClassName type(ClassName neighbour) {
        return neighbour.peerClass(inEach.get(0).typeName());
    }
}
