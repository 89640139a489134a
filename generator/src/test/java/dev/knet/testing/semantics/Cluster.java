package dev.knet.testing.semantics;

import dev.knet.model.AddressRange;
import dev.knet.model.Namespace;
import dev.knet.model.Workload;
import dev.knet.testing.Lowered;
import dev.knet.testing.meaning.Contact;
import dev.knet.testing.meaning.End;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cluster to which a topology was applied: its pods, pods of others that have similar labels, and addresses at the
 * edges of every range that the text names. Everything about generated pods and namespaces is read from the manifests.
 */
final class Cluster {
    /** Where what stands outside all namespaces is applied. */
    static final String HOME = "home";

    /** At whose edges the internet begins. */
    private static final String NOT_PUBLIC =
            "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 224.0.0.0/3 2000::/3 2001:db8::/32";

    private static final Pattern RANGE = Pattern.compile("([0-9a-f.:]*[.:][0-9a-f.:]*)/(\\d+)");
    private static final Pattern PORT = Pattern.compile("(?:tcp|udp|sctp)/(\\d+)(?:-(\\d+))?");

    private final Lowered lowered;
    private final long seed;
    private final Map<String, Map<String, String>> namespaces = new LinkedHashMap<>();
    private final List<Member> members = new ArrayList<>();

    /**
     * One end, and its name for messages. A double has the labels by which policies know a workload, but others than the
     * workload's pods: knet takes it that there are none. If there are, no more may be open to them than the sentences
     * say of them, or of the pods that they are taken for.
     */
    record Member(String name, End end, List<End> takenFor) {
        boolean isDouble() {
            return !takenFor.isEmpty();
        }
    }

    private Cluster(Lowered lowered, long seed) {
        this.lowered = lowered;
        this.seed = seed;
        namespaces();
        lowered.manifests().workloads().forEach(manifest -> generated(manifest.object()));
        lowered.topology().workloads().stream().filter(Workload::existing).forEach(this::existing);
        namespaces.keySet().forEach(this::foreign);
        servers();
        addresses();
    }

    static Cluster of(Lowered lowered, long seed) {
        return new Cluster(lowered, seed);
    }

    List<Member> members() {
        return members;
    }

    // ---- namespaces

    private void namespaces() {
        lowered.manifests().namespaces().forEach(manifest -> {
            ObjectMeta metadata = manifest.object().getMetadata();
            namespace(metadata.getName(), metadata.getLabels());
        });
        for (Namespace namespace : lowered.topology().namespaces()) {
            if (namespace.existing()) {
                Map<String, String> labels = new TreeMap<>(someNamespaceLabels(random(namespace.name())));
                labels.putAll(namespace.labels());
                namespace(namespace.name(), labels);
            }
        }
        for (String other : List.of(HOME, "elsewhere", "nowhere", "kube-system", "openshift-dns")) {
            namespace(other, someNamespaceLabels(random(other)));
        }
    }

    private void namespace(String name, Map<String, String> labels) {
        Map<String, String> all = new TreeMap<>(labels);
        all.put("kubernetes.io/metadata.name", name);
        namespaces.putIfAbsent(name, all);
    }

    private static Map<String, String> someNamespaceLabels(Random random) {
        Map<String, String> labels = new TreeMap<>();
        maybe(random, labels, "team", "a", "b");
        maybe(random, labels, "env", "prod", "dev");
        maybe(random, labels, "app.kubernetes.io/part-of", "t", "other", "third");
        return labels;
    }

    // ---- pods

    /** Two of each, because a pod may be cut off from another of its own workload. */
    private void generated(HasMetadata object) {
        String written = object.getMetadata().getNamespace();
        String namespace = written == null ? HOME : written;
        String name = namespace + "/" + object.getMetadata().getName();
        Template template = Template.of(object);
        List<End.NamedPort> ports = new ArrayList<>();
        Stream.concat(template.spec().getInitContainers().stream(), template.spec().getContainers().stream())
                .forEach(container -> container.getPorts().forEach(port -> {
                    if (port.getName() != null) {
                        ports.add(new End.NamedPort(port.getName(), port.getProtocol(), port.getContainerPort()));
                    }
                }));
        add(name, pod(namespace, template.metadata().getLabels(), ports));
        add(name + "'", pod(namespace, template.metadata().getLabels(), ports));
    }

    /** Its pods have the labels that are written, and maybe others. */
    private void existing(Workload workload) {
        String namespace =
                workload.namespace().isOutside() ? HOME : workload.namespace().name();
        List<End.NamedPort> ports = portsOf(workload);
        Random random = random(workload.qualifiedName());
        for (int i = 0; i < 3; i++) {
            Map<String, String> labels = new TreeMap<>(i == 0 ? Map.of() : somePodLabels(random));
            labels.putAll(workload.labels());
            String name = workload.qualifiedName() + labels;
            members.add(new Member(name, pod(namespace, labels, ports), takenFor(namespace, labels, ports)));
        }
    }

    /** Pods that the topology does not speak of, or only by their labels. */
    private void foreign(String namespace) {
        Random random = random(namespace + "/");
        for (int i = 0; i < 3; i++) {
            Map<String, String> labels = i == 0 ? Map.of() : somePodLabels(random);
            List<End.NamedPort> ports = new ArrayList<>();
            if (random.nextBoolean()) {
                ports.add(new End.NamedPort("http", "TCP", random.nextBoolean() ? 80 : 8080));
            }
            List<End.NamedPort> own = portsOfExisting(namespace, labels, ports);
            String name = namespace + "/foreign" + labels + own;
            members.add(new Member(name, pod(namespace, labels, own), takenFor(namespace, labels, own)));
        }
    }

    /** One that is simply one of an existing workload listens on what is said of that. */
    private List<End.NamedPort> portsOfExisting(
            String namespace, Map<String, String> labels, List<End.NamedPort> ports) {
        List<Workload> workloads = matching(namespace, labels);
        boolean isOne = workloads.size() == 1
                && workloads.get(0).existing()
                && workloads.get(0).declaresPorts();
        return isOne ? portsOf(workloads.get(0)) : ports;
    }

    /** The pods of the workloads that one with these labels would be taken for; none if it is simply one of them. */
    private List<End> takenFor(String namespace, Map<String, String> labels, List<End.NamedPort> ports) {
        List<Workload> workloads = matching(namespace, labels);
        boolean isOne = workloads.size() == 1 && workloads.get(0).existing();
        return isOne
                ? List.of()
                : workloads.stream()
                        .flatMap(it -> Stream.<End>of(
                                pod(namespace, it.labels(), ports), pod(namespace, it.labels(), portsOf(it))))
                        .toList();
    }

    private List<Workload> matching(String namespace, Map<String, String> labels) {
        return lowered.topology().workloads().stream()
                .filter(it -> namespace.equals(
                        it.namespace().isOutside() ? HOME : it.namespace().name()))
                .filter(it -> it.selector().matches(labels))
                .toList();
    }

    private static List<End.NamedPort> portsOf(Workload workload) {
        return workload.ports().stream()
                .filter(port -> port.name() != null)
                .map(port -> new End.NamedPort(port.name(), port.protocol().name(), port.number()))
                .toList();
    }

    private static Map<String, String> somePodLabels(Random random) {
        Map<String, String> labels = new TreeMap<>();
        maybe(random, labels, "tier", "front", "back");
        maybe(random, labels, "role", "a", "b");
        maybe(random, labels, "app", "web", "api", "stranger");
        return labels;
    }

    private void servers() {
        List<End.NamedPort> ports = List.of(new End.NamedPort("dns", "UDP", 53));
        add("kube-dns", pod("kube-system", Map.of("k8s-app", "kube-dns"), ports));
        Map<String, String> openshift = Map.of("dns.operator.openshift.io/daemonset-dns", "default");
        add("openshift-dns", pod("openshift-dns", openshift, ports));
    }

    private End.Pod pod(String namespace, Map<String, String> labels, List<End.NamedPort> ports) {
        return new End.Pod(namespace, namespaces.get(namespace), labels, ports);
    }

    private static void maybe(Random random, Map<String, String> labels, String key, String... values) {
        if (random.nextBoolean()) {
            labels.put(key, values[random.nextInt(values.length)]);
        }
    }

    /** Depends on nothing but the seed and the name, so that a smaller topology is in the same cluster. */
    private Random random(String name) {
        return new Random(seed * 31 + name.hashCode());
    }

    private void add(String name, End end) {
        members.add(new Member(name, end, List.of()));
    }

    // ---- addresses and ports

    private void addresses() {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        String text = lowered.text() + (lowered.text().contains("internet") ? " " + NOT_PUBLIC : "");
        Matcher ranges = RANGE.matcher(text + " 169.254.20.10/32 8.8.8.8/32");
        while (ranges.find()) {
            byte[] first = address(ranges.group(1)).getAddress();
            BigInteger low = new BigInteger(1, first);
            BigInteger size = BigInteger.ONE.shiftLeft(first.length * 8 - Integer.parseInt(ranges.group(2)));
            for (BigInteger edge :
                    List.of(low, low.subtract(BigInteger.ONE), low.add(size), low.add(size.shiftRight(1)))) {
                if (edge.signum() >= 0 && edge.bitLength() <= first.length * 8) {
                    addresses.add(address(edge, first.length));
                }
            }
        }
        for (InetAddress address : addresses) {
            int version = address.getAddress().length == 4 ? 4 : 6;
            BigInteger value = new BigInteger(1, address.getAddress());
            AddressRange single = new AddressRange(version, value, AddressRange.bits(version));
            add(address.getHostAddress(), new End.Address(single));
        }
    }

    private static InetAddress address(BigInteger value, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = value.shiftRight(8 * (length - 1 - i)).byteValue();
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Every port that the text names and the ones beside it, on its protocols, and a protocol without ports. */
    List<Contact> contacts() {
        Set<Integer> numbers = new LinkedHashSet<>(List.of(1, 53, 65535));
        List<String> protocols = Stream.of("tcp", "udp", "sctp")
                .filter(protocol -> protocol.equals("tcp") || lowered.text().contains(protocol))
                .toList();
        Matcher ports = PORT.matcher(lowered.text());
        while (ports.find()) {
            int first = Integer.parseInt(ports.group(1));
            numbers.add(first);
            if (ports.group(2) != null) {
                int last = Integer.parseInt(ports.group(2));
                numbers.addAll(List.of(first - 1, last, last + 1));
            }
        }
        numbers.removeAll(List.of(0, 65536));
        List<Contact> contacts = new ArrayList<>(List.of(new Contact("ICMP", 0)));
        for (int number : numbers) {
            protocols.forEach(it -> contacts.add(new Contact(it.toUpperCase(Locale.ROOT), number)));
        }
        return contacts;
    }
}
