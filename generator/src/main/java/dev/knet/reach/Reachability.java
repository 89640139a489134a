package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Finding;
import dev.knet.reach.policy.Bound;
import dev.knet.reach.policy.Enforcement;
import dev.knet.reach.policy.Explanation;
import dev.knet.reach.policy.Queries;
import dev.knet.reach.read.ManifestReader;
import dev.knet.reach.read.ModelReader;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.AddressSpace;
import dev.knet.reach.space.PortSet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who can talk to whom in a cluster with these objects, exactly: by the rules of Kubernetes' NetworkPolicy and of the native
 * policies that are read, for every pod, every address, every port. A pod can always talk to itself, and that is not
 * listed. What a policy may let through, and nobody can know, is let through here.
 */
public final class Reachability {
    private final ClusterObjects objects;
    private final Universe universe;
    private final Enforcement enforcement;
    private final boolean withSiblings;
    private final Map<Integer, Map<PortSet, BitSet>> entrances = new HashMap<>();

    /**
     * What is looked at beside the workloads of the manifests.
     *
     * @param ipv6 whether addresses of version 6 are listed even if no policy speaks of any
     * @param strangers whether pods are listed that no manifest has, but policies speak of
     * @param addresses addresses that are to be told from others even if no policy does
     */
    public record Options(boolean ipv6, boolean strangers, List<AddressRange> addresses) {
        public static final Options USUAL = new Options(false, true, List.of());

        public Options {
            addresses = List.copyOf(addresses);
        }

        /** The same, and what somebody asks for tells addresses apart if it is some. */
        public Options asking(String text) {
            List<AddressRange> more = new ArrayList<>(addresses);
            Names.addresses(text.strip()).ifPresent(more::add);
            return new Options(ipv6, strangers, more);
        }
    }

    private Reachability(ClusterObjects objects, Universe universe, Enforcement enforcement, boolean withSiblings) {
        this.objects = objects;
        this.universe = universe;
        this.enforcement = enforcement;
        this.withSiblings = withSiblings;
    }

    /**
     * Of objects of fabric8's model; those without a namespace are taken for ones of `default`.
     *
     * @throws IllegalArgumentException if the API server would refuse one of them, with all that is wrong
     */
    public static Reachability of(Collection<? extends HasMetadata> objects) {
        return of(ModelReader.read(objects, ClusterObjects.DEFAULT_NAMESPACE));
    }

    /** The same of a list of them. */
    public static Reachability of(KubernetesList list) {
        return of(list.getItems());
    }

    /**
     * Of YAML and JSON files: one, or all below a folder.
     *
     * @throws IllegalArgumentException if something in them cannot be read, with all that is wrong
     */
    public static Reachability of(Path manifests) throws IOException {
        return of(ManifestReader.read(ManifestReader.folder(manifests), ClusterObjects.DEFAULT_NAMESPACE));
    }

    /**
     * Of objects that have been read.
     *
     * @throws IllegalArgumentException if there are errors among what was found
     */
    public static Reachability of(ClusterObjects objects) {
        return of(objects, Options.USUAL);
    }

    /** The same, with something else to look at. */
    public static Reachability of(ClusterObjects objects, Options options) {
        Collection<End.Stranger> strangers = options.strangers ? Strangers.of(List.of(objects)) : List.of();
        Queries queries = Queries.of(objects);
        options.addresses.forEach(queries::add);
        return of(objects, queries, options.ipv6, strangers).withoutRepetition(queries, options);
    }

    /**
     * The same with all strangers that tell this state of a cluster from another one, even if they are treated like
     * others in both, and with addresses of version 6: what is compared with what was written down has to have all that
     * could be missed. For the same reason, connections from one pod of an end to another of it are listed. A selector's
     * strangers are there although some pod fits it, unless that pod is just like them.
     *
     * @param more strangers of the other state
     */
    public static Reachability thorough(ClusterObjects objects, Collection<End.Stranger> more) {
        Set<End.Stranger> strangers = Strangers.thoroughly(List.of(objects));
        strangers.addAll(more);
        return of(objects, Queries.of(objects), true, strangers).withSiblings();
    }

    /** The same with connections from one pod of an end to another of the same. */
    Reachability withSiblings() {
        return new Reachability(objects, universe, enforcement, true);
    }

    static Reachability of(
            ClusterObjects objects, Queries queries, boolean withV6, Collection<End.Stranger> strangers) {
        if (objects.hasErrors()) {
            throw new IllegalArgumentException(String.join(
                    "\n",
                    objects.findings().stream()
                            .filter(Finding::isError)
                            .map(it -> it.origin() + ": " + it.message())
                            .toList()));
        }
        Universe universe = Universe.of(objects, queries, queries.ranges(), withV6, strangers);
        Enforcement enforcement = Enforcement.of(objects, universe.endpoints(), Bound.MOST);
        return new Reachability(objects, universe, enforcement, false);
    }

    /** Strangers that are treated like pods of a namespace that nobody speaks of are left out. */
    private Reachability withoutRepetition(Queries queries, Options options) {
        List<End.Stranger> distinct = new ArrayList<>();
        boolean isRepeated = false;
        Map<String, Set<Object>> seen = new HashMap<>();
        for (int place = 0; place < universe.ends().size(); place++) {
            if (universe.ends().get(place) instanceof End.Stranger stranger) {
                Object behaviour =
                        enforcement.behaviour(universe.endpointsOf(place).get(0));
                boolean isKnown = seen.getOrDefault("", Set.of()).contains(behaviour)
                        || seen.getOrDefault(stranger.namespace(), Set.of()).contains(behaviour);
                if (!isKnown) {
                    distinct.add(stranger);
                }
                isRepeated |= isKnown;
                seen.computeIfAbsent(stranger.namespace(), none -> new HashSet<>())
                        .add(behaviour);
            }
        }
        return isRepeated ? of(objects, queries, options.ipv6, distinct) : this;
    }

    /** What was read. */
    public ClusterObjects objects() {
        return objects;
    }

    /** All ends: workloads as they were read, addresses as policies tell them apart, strangers. */
    public List<End> ends() {
        return Collections.unmodifiableList(universe.ends());
    }

    /**
     * The ends that a text means: a workload as {@code web}, {@code shop/web} or {@code shop/web[Deployment]}, those behind
     * {@code service shop/web}, an address or a CIDR, or whatever an end's own text is.
     */
    public List<End> find(String text) {
        String asked = text.strip();
        Set<End.Workload> workloads = new Names(objects).workloads(asked);
        Optional<AddressRange> range = Names.addresses(asked);
        List<End> found = new ArrayList<>();
        for (End end : universe.ends()) {
            boolean isAddress = end instanceof End.External external
                    && range.flatMap(external.range()::and).isPresent();
            if (isAddress || workloads.contains(end) || end.text().equals(asked)) {
                found.add(end);
            }
        }
        return found;
    }

    /** The name of the service that a text means: {@code shop/web} of {@code service shop/web}; empty for any other text. */
    public static Optional<String> serviceIn(String text) {
        return Names.service(text.strip());
    }

    /**
     * Whether each of the sources can connect to each of the targets on each of the ports, as `expect … reaches …` asks.
     *
     * @param from one or more, with commas between them: {@code shop/web}, {@code namespace shop}, {@code any namespace},
     *     {@code anyone}, {@code 10.0.0.0/8}
     * @param to the same, or {@code service shop/web}, whose ports are meant then
     * @param on {@code tcp/80}, {@code udp/8000-8100}, {@code sctp}, a port's name, {@code any port}
     * @throws IllegalArgumentException if there is nothing of such a name
     */
    public Claim.Verdict reaches(String from, String to, String on) {
        return judge(Claim.Kind.REACHES, from, to, on);
    }

    /** Whether none of the sources can connect to any of the targets on any of the ports: no pod that could run, either. */
    public Claim.Verdict cannotReach(String from, String to, String on) {
        return judge(Claim.Kind.CANNOT_REACH, from, to, on);
    }

    /** Whether the sources can connect to the targets, and nobody else can: no pod that could run, no address. */
    public Claim.Verdict onlyReaches(String from, String to, String on) {
        return judge(Claim.Kind.ONLY, from, to, on);
    }

    private Claim.Verdict judge(Claim.Kind kind, String from, String to, String on) {
        Names names = new Names(objects);
        Claim claim = new Claim(kind, names.selections(from), names.selections(to), names.ports(to, on));
        return Claims.check(objects, List.of(claim)).get(0);
    }

    /**
     * On what one end can connect to another. A workload can if some pod of it can, to some pod of the other.
     *
     * @throws IllegalArgumentException if one of them is none of {@link #ends}
     */
    public PortSet between(End from, End to) {
        PortSet ports = PortSet.NONE;
        int source = universe.place(from);
        for (int target : universe.endpointsOf(universe.place(to))) {
            for (Map.Entry<PortSet, BitSet> entry : into(target).entrySet()) {
                if (universe.endpointsOf(source).stream().anyMatch(entry.getValue()::get)) {
                    ports = ports.or(entry.getKey());
                }
            }
        }
        return ports;
    }

    /** All connections, sorted. Neighbouring addresses with the same connection are one end. */
    public List<Connection> connections() {
        List<Connection> connections = new ArrayList<>();
        connections(connections::add);
        Collections.sort(connections);
        return connections;
    }

    /** All connections, one after the other, in no order that means something. */
    public void connections(Consumer<Connection> consumer) {
        Outgoing outgoing = new Outgoing();
        PortSet[] ports = new PortSet[universe.ends().size()];
        for (int target = 0; target < ports.length; target++) {
            collect(target, ports);
            End end = universe.ends().get(target);
            Map<PortSet, List<AddressRange>> incoming = new HashMap<>();
            for (int source = 0; source < ports.length; source++) {
                PortSet open = ports[source];
                if (open == null || source == target && !hasSiblings(end)) {
                    continue;
                }
                End from = universe.ends().get(source);
                if (from instanceof End.External external) {
                    incoming.computeIfAbsent(open, none -> new ArrayList<>()).add(external.range());
                } else if (end instanceof End.External external) {
                    outgoing.add(source, open, external.range());
                } else {
                    consumer.accept(new Connection(from, end, open));
                }
            }
            incoming.forEach((open, ranges) -> AddressSpace.joined(ranges)
                    .forEach(range -> consumer.accept(new Connection(new End.External(range), end, open))));
        }
        outgoing.tell(consumer);
    }

    /** Of an end that is not a single pod, whether its pods' connections to each other are listed. */
    private boolean hasSiblings(End end) {
        return withSiblings
                && end.fold(workload -> !workload.kind().equals("Pod"), external -> false, stranger -> true);
    }

    /** By place of the source, what it can connect to a target on; absent where it cannot. */
    private void collect(int target, PortSet[] ports) {
        Arrays.fill(ports, null);
        into(universe.endpointsOf(target)).forEach((open, sources) -> {
            for (int s = sources.nextSetBit(0); s >= 0; s = sources.nextSetBit(s + 1)) {
                for (int source : universe.endsOf(s)) {
                    PortSet before = ports[source];
                    ports[source] = before == null || before.equals(open) ? open : before.or(open);
                }
            }
        });
    }

    /** Of all sorts of pods of an end together. */
    private Map<PortSet, BitSet> into(List<Integer> endpoints) {
        if (endpoints.size() == 1) {
            return into(endpoints.get(0));
        }
        Map<PortSet, BitSet> all = new HashMap<>();
        for (int endpoint : endpoints) {
            into(endpoint)
                    .forEach((open, sources) ->
                            all.computeIfAbsent(open, none -> new BitSet()).or(sources));
        }
        return all;
    }

    /** Asked again and again only of endpoints that several ends share. */
    private Map<PortSet, BitSet> into(int endpoint) {
        return universe.endsOf(endpoint).size() > 1
                ? entrances.computeIfAbsent(endpoint, it -> enforcement.into(it).byPorts())
                : enforcement.into(endpoint).byPorts();
    }

    /** Connections to addresses, which are found one address after the other. */
    private final class Outgoing {
        private final Map<Integer, Map<PortSet, List<AddressRange>>> bySource = new HashMap<>();

        void add(int source, PortSet open, AddressRange range) {
            bySource.computeIfAbsent(source, none -> new HashMap<>())
                    .computeIfAbsent(open, none -> new ArrayList<>())
                    .add(range);
        }

        void tell(Consumer<Connection> consumer) {
            bySource.forEach((source, byPorts) -> byPorts.forEach((open, ranges) -> AddressSpace.joined(ranges)
                    .forEach(range -> consumer.accept(
                            new Connection(universe.ends().get(source), new End.External(range), open)))));
        }
    }

    /** What is equal for two strangers that policies treat alike. */
    Object behaviour(End.Stranger stranger) {
        return enforcement.behaviour(
                universe.endpointsOf(universe.place(stranger)).get(0));
    }

    Universe universe() {
        return universe;
    }

    Enforcement enforcement() {
        return enforcement;
    }

    /** The same ends where what policies may refuse is refused. */
    Enforcement atLeast() {
        return objects.natives().isEmpty() ? enforcement : Enforcement.of(objects, universe.endpoints(), Bound.LEAST);
    }

    /**
     * Why one end can connect to another, or cannot: for each pair of pods that policies tell apart.
     *
     * @throws IllegalArgumentException if one of them is none of {@link #ends}
     */
    public List<Explanation> explain(End from, End to) {
        List<Explanation> explanations = new ArrayList<>();
        for (int source : universe.endpointsOf(universe.place(from))) {
            for (int target : universe.endpointsOf(universe.place(to))) {
                explanations.add(enforcement.explain(source, target));
            }
        }
        return explanations;
    }
}
