package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.ServiceObject;
import dev.knet.reach.space.Address;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call ends and ports when they ask: `shop/web`, `service shop/web`, `10.0.0.0/8`, `tcp/80`. */
final class Names {
    private static final Pattern SERVICE = Pattern.compile("service\\s+(\\S+)");
    private static final Pattern NAMESPACE = Pattern.compile("namespace\\s+(\\S+)");
    private static final Pattern NUMBERS = Pattern.compile("(tcp|udp|sctp)(?:/(\\d{1,5})(?:-(\\d{1,5}))?)?");
    private static final int HIGHEST = 65_535;
    private static final Pattern PORT_NAME = Pattern.compile("[a-z0-9-]{1,15}");

    private final ClusterObjects objects;

    Names(ClusterObjects objects) {
        this.objects = objects;
    }

    /** The addresses of a text, if it is an address or a CIDR. */
    static Optional<AddressRange> addresses(String text) {
        return Address.of(text).map(AddressRange::one).or(() -> AddressRange.ofCidr(text));
    }

    static Optional<String> service(String text) {
        Matcher service = SERVICE.matcher(text);
        return service.matches() ? Optional.of(service.group(1)) : Optional.empty();
    }

    /**
     * Whom a list of names means.
     *
     * @throws IllegalArgumentException if nobody has such a name
     */
    List<Selection> selections(String texts) {
        List<Selection> selections = new ArrayList<>();
        for (String text : texts.split(",", -1)) {
            selections.addAll(selection(text.strip()));
        }
        return selections;
    }

    private List<Selection> selection(String text) {
        if (text.equals("anyone")) {
            return List.of(Selection.ANYONE);
        }
        if (text.equals("any namespace")) {
            return List.of(new Selection.Pods(Optional.empty(), LabelQuery.EVERYTHING, LabelQuery.EVERYTHING));
        }
        Matcher namespace = NAMESPACE.matcher(text);
        if (namespace.matches()) {
            return List.of(
                    new Selection.Pods(Optional.of(namespace.group(1)), LabelQuery.EVERYTHING, LabelQuery.EVERYTHING));
        }
        Optional<AddressRange> range = addresses(text);
        if (range.isPresent()) {
            return List.of(new Selection.Addresses(range.get(), List.of()));
        }
        Set<End.Workload> workloads = workloads(text);
        if (workloads.isEmpty()) {
            throw new IllegalArgumentException("there is no `" + text + "` in the manifests");
        }
        return workloads.stream().<Selection>map(Selection.Named::new).toList();
    }

    /** The workloads of a name, or those behind a service; none if nobody has the name. */
    Set<End.Workload> workloads(String text) {
        Matcher service = SERVICE.matcher(text);
        Set<End.Workload> found = new LinkedHashSet<>();
        for (PodsObject pods : objects.pods()) {
            End.Workload workload = new End.Workload(pods.namespace(), pods.name(), pods.kind());
            boolean isMeant = service.matches()
                    ? services(service.group(1)).stream().anyMatch(it -> isBehind(it, pods))
                    : isCalled(workload, text) || hasPod(pods, text);
            if (isMeant) {
                found.add(workload);
            }
        }
        return found;
    }

    private static boolean isCalled(End.Workload workload, String text) {
        return text.equals(workload.name())
                || text.equals(workload.qualifiedName())
                || text.equals(workload.text())
                || text.equals(workload.name() + "[" + workload.kind() + "]");
    }

    /** A pod's own name means its controller: its pods are alike. */
    private static boolean hasPod(PodsObject pods, String text) {
        String home = pods.namespace() + "/";
        return !pods.podNames().isEmpty()
                && (pods.podNames().contains(text)
                        || text.startsWith(home) && pods.podNames().contains(text.substring(home.length())));
    }

    private List<ServiceObject> services(String text) {
        return objects.services().stream()
                .filter(it -> text.equals(it.name()) || text.equals(it.namespace() + "/" + it.name()))
                .toList();
    }

    private static boolean isBehind(ServiceObject service, PodsObject pods) {
        return service.namespace().equals(pods.namespace())
                && !service.selector().isEmpty()
                && pods.labels().entrySet().containsAll(service.selector().entrySet());
    }

    /**
     * The ports of the pods that a list of ports means: of a service, what is behind its own.
     *
     * @throws IllegalArgumentException if it is none
     */
    List<Port> ports(String targets, String texts) {
        if (texts.strip().equals("any port")) {
            return List.of();
        }
        List<Port> ports = new ArrayList<>();
        Matcher service = SERVICE.matcher(targets.strip());
        for (String text : texts.split(",", -1)) {
            List<Port> asked = port(text.strip());
            ports.addAll(service.matches() ? behind(service.group(1), asked, text.strip()) : asked);
        }
        return ports;
    }

    private static List<Port> port(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            Protocol protocol = Protocol.valueOf(numbers.group(1).toUpperCase(Locale.ROOT));
            if (numbers.group(2) == null) {
                return List.of(new PolicyObject.Numbers(PortSet.allOf(protocol)));
            }
            int first = Integer.parseInt(numbers.group(2));
            int last = numbers.group(3) == null ? first : Integer.parseInt(numbers.group(3));
            if (first < 1 || last < first || last > HIGHEST) {
                throw noPort(text);
            }
            return List.of(new PolicyObject.Numbers(PortSet.of(protocol, first, last)));
        }
        if (!PORT_NAME.matcher(text).matches()) {
            throw noPort(text);
        }
        List<Port> named = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            named.add(new PolicyObject.Named(protocol, text));
        }
        return named;
    }

    private static IllegalArgumentException noPort(String text) {
        return new IllegalArgumentException(
                "`" + text + "` is no port; write `tcp/80`, `udp/8000-8100`, `sctp`, a port's name, or `any port`");
    }

    private List<Port> behind(String name, List<Port> asked, String text) {
        List<Port> behind = new ArrayList<>();
        for (ServiceObject service : services(name)) {
            for (ServiceObject.Port port : service.ports()) {
                if (asked.stream().anyMatch(it -> isMeant(it, port))) {
                    behind.add(target(service, port));
                }
            }
        }
        if (behind.isEmpty()) {
            throw new IllegalArgumentException("service `" + name + "` has no port `" + text + "`");
        }
        return behind;
    }

    private static boolean isMeant(Port asked, ServiceObject.Port port) {
        return asked.fold(
                numbers -> numbers.ports().contains(port.protocol(), port.number()),
                named -> named.protocol() == port.protocol() && named.name().equals(port.name()));
    }

    /** Through a headless service, pods are called on the port that is asked for. */
    private static Port target(ServiceObject service, ServiceObject.Port port) {
        if (service.type() == ServiceObject.Type.HEADLESS) {
            return new PolicyObject.Numbers(PortSet.of(port.protocol(), port.number()));
        }
        return port.targetName().isEmpty()
                ? new PolicyObject.Numbers(PortSet.of(port.protocol(), port.targetNumber()))
                : new PolicyObject.Named(port.protocol(), port.targetName());
    }
}
