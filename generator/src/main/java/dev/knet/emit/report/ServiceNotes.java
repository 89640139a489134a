package dev.knet.emit.report;

import dev.knet.reach.End;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PodsObject.ContainerPort;
import dev.knet.reach.objects.ServiceObject;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be said of the services in front of a target. */
final class ServiceNotes {
    private final List<PodsObject> pods = new ArrayList<>();
    private final List<ServiceObject> services = new ArrayList<>();

    private ServiceNotes() {}

    static ServiceNotes of(ClusterObjects objects, End target) {
        ServiceNotes notes = new ServiceNotes();
        for (PodsObject it : objects.pods()) {
            if (new End.Workload(it.namespace(), it.name(), it.kind()).equals(target)) {
                notes.pods.add(it);
            }
        }
        objects.services().stream().filter(notes::isInFront).forEach(notes.services::add);
        return notes;
    }

    private boolean isInFront(ServiceObject service) {
        LabelQuery query = LabelQuery.of(service.selector());
        return !query.isEverything()
                && pods.stream()
                        .anyMatch(it -> it.namespace().equals(service.namespace()) && query.matches(it.labels()));
    }

    /** Services that take an asked port to another one of the pods, which is the one that policies judge. */
    List<String> mappings(PortSet asked) {
        List<String> notes = new ArrayList<>();
        for (ServiceObject service : services) {
            // Callers of a headless service connect to a pod, on the pod's own port; an external name leads elsewhere.
            if (service.type() == ServiceObject.Type.HEADLESS || service.type() == ServiceObject.Type.EXTERNAL_NAME) {
                continue;
            }
            for (ServiceObject.Port port : service.ports()) {
                PortSet behind = behind(port);
                if (asked.contains(port.protocol(), port.number())
                        && !behind.isEmpty()
                        && !behind.contains(port.protocol(), port.number())) {
                    notes.add("service " + name(service) + " takes " + port.protocol() + " " + port.number() + " to "
                            + behind + " of these pods, and policies judge the pods' port: ask about " + behind);
                }
            }
        }
        return notes;
    }

    /**
     * The ports of these pods that ports of a service lead to.
     *
     * @throws IllegalArgumentException if it has none of them
     */
    PortSet behind(String service, PortSet asked) {
        PortSet behind = PortSet.NONE;
        List<String> known = new ArrayList<>();
        for (ServiceObject it : called(service)) {
            for (ServiceObject.Port port : it.ports()) {
                known.add(port.protocol() + " " + port.number());
                if (asked.contains(port.protocol(), port.number())) {
                    behind = behind.or(target(it, port));
                }
            }
        }
        if (behind.isEmpty()) {
            throw new IllegalArgumentException("service `" + service + "` leads " + asked + " to no port of its pods"
                    + (known.isEmpty() ? "" : "; it has " + String.join(", ", known))
                    + ". Ask about the workload behind it for other ports of its pods");
        }
        return behind;
    }

    /** What is said of those that are not the same: {@code TCP 80 of service shop/web is TCP 8080 of its pods}. */
    List<String> mapped(String service, PortSet asked) {
        List<String> mapped = new ArrayList<>();
        for (ServiceObject it : called(service)) {
            for (ServiceObject.Port port : it.ports()) {
                PortSet own = PortSet.of(port.protocol(), port.number());
                PortSet target = target(it, port);
                if (asked.overlaps(own) && !target.isEmpty() && !target.equals(own)) {
                    mapped.add(own + " of service " + name(it) + " is " + target + " of its pods");
                }
            }
        }
        return mapped;
    }

    private List<ServiceObject> called(String service) {
        return services.stream()
                .filter(it -> service.equals(it.name()) || service.equals(name(it)))
                .toList();
    }

    /** Callers of a headless service connect to a pod, on the port that they ask for. */
    private PortSet target(ServiceObject service, ServiceObject.Port port) {
        return service.type() == ServiceObject.Type.HEADLESS
                ? PortSet.of(port.protocol(), port.number())
                : behind(port);
    }

    /** Whether the pods say themselves that they listen on a part of this. */
    boolean isDeclared(PortSet ports) {
        return pods.stream()
                .flatMap(it -> it.ports().stream())
                .anyMatch(port -> ports.contains(port.protocol(), port.number()));
    }

    private PortSet behind(ServiceObject.Port port) {
        if (port.targetName().isEmpty()) {
            return PortSet.of(port.protocol(), port.targetNumber());
        }
        PortSet behind = PortSet.NONE;
        for (PodsObject it : pods) {
            for (ContainerPort own : it.ports()) {
                if (own.name().equals(port.targetName()) && own.protocol() == port.protocol()) {
                    behind = behind.or(PortSet.of(own.protocol(), own.number()));
                }
            }
        }
        return behind;
    }

    /** The services by which something outside the cluster comes in. */
    List<String> exposures(Optional<AddressRange> source) {
        List<String> notes = new ArrayList<>();
        for (ServiceObject service : services) {
            if (service.type() == ServiceObject.Type.NODE_PORT || service.type() == ServiceObject.Type.LOAD_BALANCER) {
                notes.add(exposure(service, source));
            }
        }
        return notes.isEmpty() ? List.of("no NodePort or LoadBalancer service exposes it") : notes;
    }

    private String exposure(ServiceObject service, Optional<AddressRange> source) {
        boolean isBalanced = service.type() == ServiceObject.Type.LOAD_BALANCER;
        List<String> ports = new ArrayList<>();
        for (ServiceObject.Port port : service.ports()) {
            PortSet behind = behind(port);
            String node =
                    port.nodePort().isPresent() ? " (and " + port.nodePort().getAsInt() + " of the nodes)" : "";
            ports.add(port.protocol() + " " + port.number() + node + " to "
                    + (behind.isEmpty() ? "no port of these pods" : behind.toString()));
        }
        String masked =
                service.keepsAddress() ? "" : "; policies may see a node's address in the place of the caller's";
        return (isBalanced ? "LoadBalancer" : "NodePort") + " service " + name(service) + " takes "
                + String.join(", ", ports) + (isBalanced ? ranges(service, source) : "") + masked;
    }

    private static String ranges(ServiceObject service, Optional<AddressRange> source) {
        List<AddressRange> ranges = service.sourceRanges();
        if (ranges.isEmpty()) {
            return ", from everywhere";
        }
        List<String> words = new ArrayList<>();
        ranges.forEach(range -> words.add(range.toString()));
        boolean isOutside = source.isPresent()
                && ranges.stream().noneMatch(range -> range.and(source.get()).isPresent());
        return ", from " + String.join(", ", words) + (isOutside ? " and so not from there" : "");
    }

    private static String name(ServiceObject service) {
        return service.namespace().isEmpty() ? service.name() : service.namespace() + "/" + service.name();
    }

    /** Whether policies see all pods of an end: those in their node's network they do not. */
    static boolean isSeen(ClusterObjects objects, End end) {
        return objects.pods().stream()
                .noneMatch(
                        it -> it.hostNetwork() && new End.Workload(it.namespace(), it.name(), it.kind()).equals(end));
    }
}
