package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.ContainerPort;
import dev.knet.model.Namespace;
import dev.knet.model.Offer;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Protocol;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import dev.knet.syntax.Int;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pods' ports that the ports of a sentence stand for. What a target says it listens on is binding: to name
 * another port is an error, for such a sentence would never have an effect.
 */
final class PortResolver {
    private final Problems problems;
    private final List<Workload> workloads;
    private final List<Service> services;
    private final PortLists lists;
    private final Optional<Cni> cni;

    PortResolver(
            PortLists lists, List<Workload> workloads, List<Service> services, Optional<Cni> cni, Problems problems) {
        this.lists = lists;
        this.cni = cni;
        this.problems = problems;
        this.workloads = workloads;
        this.services = services;
    }

    /** Targets with the same ports stand together, in the order of the first of them. */
    Optional<List<Permission.Opening>> openings(
            List<Target> targets, List<dev.knet.syntax.Port> written, Namespace from) {
        return openings(targets, written, from, Reading.ALLOWED);
    }

    /** What is denied: where nothing is written, and of `any port`, it is every port there is. */
    Optional<List<Permission.Opening>> denied(
            List<Target> targets, List<dev.knet.syntax.Port> written, Namespace from) {
        return openings(targets, written, from, Reading.DENIED);
    }

    /** What is not to be reached: as what is denied, and it may be ports that nobody declares. */
    Optional<List<Permission.Opening>> unreached(
            List<Target> targets, List<dev.knet.syntax.Port> written, Namespace from) {
        return openings(targets, written, from, Reading.UNREACHED);
    }

    /** What a sentence does with the ports, which decides how wide it is where it leaves something open. */
    private enum Reading {
        ALLOWED,
        DENIED,
        UNREACHED
    }

    private Optional<List<Permission.Opening>> openings(
            List<Target> targets, List<dev.knet.syntax.Port> written, Namespace from, Reading reading) {
        Map<String, Permission.Opening> byPorts = new LinkedHashMap<>();
        Optional<List<PortLists.Item>> items = lists.flat(written, from);
        boolean fine = items.isPresent();
        for (Target target : items.isPresent() ? targets : List.<Target>of()) {
            Optional<Ports> open = reading != Reading.ALLOWED && isEverything(written)
                    ? Optional.of(Ports.ANY)
                    : ports(target, items.orElse(List.of()), reading);
            if (open.isPresent()) {
                byPorts.merge(
                        open.get().text(), new Permission.Opening(target.peers(), open.get()), Permission.Opening::and);
            }
            fine &= open.isPresent();
        }
        return fine ? Optional.of(List.copyOf(byPorts.values())) : Optional.empty();
    }

    private static boolean isEverything(List<dev.knet.syntax.Port> written) {
        for (dev.knet.syntax.Port port : written) {
            if (port instanceof dev.knet.syntax.Port.Any) {
                return true;
            }
        }
        return written.isEmpty();
    }

    /** Nothing written means every port that the target offers. */
    private Optional<Ports> ports(Target target, List<PortLists.Item> written, Reading reading) {
        if (written.isEmpty()) {
            return offered(target);
        }
        Reader reader = new Reader(target, reading);
        boolean fine = true;
        for (PortLists.Item item : written) {
            fine &= reader.read(item);
        }
        return !fine ? Optional.empty() : Optional.of(reader.any ? Ports.ANY : Ports.of(reader.found));
    }

    private Optional<Ports> offered(Target target) {
        if (target.opensAnyPort()) {
            return Optional.of(Ports.ANY);
        }
        if (target.offers().isEmpty()) {
            String declare = target.workload()
                    .map(it -> ", or declare the ports of `" + it.name() + "`")
                    .orElse("");
            problems.add(
                    Rule.PORTS_NEEDED,
                    target.span(),
                    target.quoted() + " declares no port, so the sentence must say which",
                    "end the sentence with `on tcp/…` or `on any port`" + declare);
            return Optional.empty();
        }
        return Optional.of(Ports.of(opens(target.offers())));
    }

    private static List<Port> opens(List<Offer> offers) {
        return offers.stream().map(Offer::opens).toList();
    }

    /** Reads the ports of one sentence for one target. */
    private final class Reader implements dev.knet.syntax.Port.Visitor<Boolean> {
        private final Target target;
        private final Reading reading;
        private final List<Port> found = new ArrayList<>();
        /** Lists hold lists: what has been read is not read again for each that holds it. */
        private final Set<PortList> read = new HashSet<>();

        private boolean any;
        /** Where the list is named whose ports are being read. */
        private @Nullable Span listed;

        Reader(Target target, Reading reading) {
            this.target = target;
            this.reading = reading;
        }

        boolean read(PortLists.Item item) {
            if (item.list() == null) {
                return item.port().accept(this);
            }
            if (!read.add(item.list())) {
                return true;
            }
            String name = item.list().name();
            if (!named(name).isEmpty() || !protocolsOfSelected(name).isEmpty()) {
                problems.add(inList(Diagnostic.of(
                                Rule.AMBIGUOUS_NAME,
                                item.port().span(),
                                "`" + name + "` is a list of ports and a port of " + target.quoted())
                        .withLabel(item.list().span(), "the list")
                        .withHelp("give one of them another name, or write the number of the port")));
                return false;
            }
            return readList(item);
        }

        private boolean readList(PortLists.Item item) {
            Span outer = listed;
            listed = outer == null ? item.port().span() : outer;
            boolean fine = true;
            for (PortLists.Item part : item.content()) {
                fine &= read(part);
            }
            listed = outer;
            return fine;
        }

        /** What is wrong with a port of a list is said of the port, and where the list is named. */
        private Diagnostic inList(Diagnostic diagnostic) {
            return listed == null ? diagnostic : diagnostic.withLabel(listed, "for this sentence");
        }

        private List<Offer> named(String name) {
            List<Offer> named = new ArrayList<>();
            for (Offer offer : target.offers()) {
                if (name.equals(offer.name())) {
                    named.add(offer);
                }
            }
            return named;
        }

        @Override
        public Boolean visit(dev.knet.syntax.Port.One port) {
            Int number = port.number().number();
            return isNumber(number)
                    && range(Protocol.of(port.number().protocol()), number.value(), number.value(), port.span());
        }

        @Override
        public Boolean visit(dev.knet.syntax.Port.Range port) {
            return PortNumbers.check(port, problems)
                    && range(
                            Protocol.of(port.protocol()),
                            port.first().value(),
                            port.last().value(),
                            port.span());
        }

        @Override
        public Boolean visit(dev.knet.syntax.Port.AllOf port) {
            return range(Protocol.of(port.protocol()), Port.Range.LOWEST, Port.Range.HIGHEST, port.span());
        }

        @Override
        public Boolean visit(dev.knet.syntax.Port.Any port) {
            any |= reading != Reading.ALLOWED || !target.mapped() || target.opensAnyPort();
            return !target.mapped() || found.addAll(opens(target.offers()));
        }

        @Override
        public Boolean visit(dev.knet.syntax.Port.Named port) {
            String name = port.name().text();
            List<Offer> named = named(name);
            if (!named.isEmpty()) {
                return found.addAll(target.mapped() ? opens(named) : names(named, name));
            }
            Set<Protocol> protocols = protocolsOfSelected(name);
            if (protocols.isEmpty()) {
                return noSuchName(port);
            }
            return found.addAll(protocols.stream()
                    .map(protocol -> new Port.Named(protocol, name))
                    .toList());
        }

        /** Where the network plugin knows no names of ports, they are their numbers. */
        private boolean hasNames(Protocol protocol) {
            return cni.isEmpty() || cni.get().enforces(CniFeature.namesOf(protocol));
        }

        private List<Port> names(List<Offer> offers, String name) {
            return offers.stream()
                    .map(offer -> hasNames(offer.protocol()) ? new Port.Named(offer.protocol(), name) : offer.opens())
                    .toList();
        }

        /** Of the ports of this name that workloads declare which a label selection may stand for. */
        private Set<Protocol> protocolsOfSelected(String name) {
            Set<Protocol> protocols = new TreeSet<>();
            if (target.workload().isEmpty() && !target.mapped()) {
                for (Peer peer : target.peers()) {
                    peer.asPods().ifPresent(pods -> protocols.addAll(protocols(pods, name)));
                }
            }
            return protocols;
        }

        private Set<Protocol> protocols(Peer.Pods pods, String name) {
            Set<Protocol> protocols = new LinkedHashSet<>();
            for (Workload workload : workloads) {
                if (workload.mayBeOf(pods)) {
                    workload.ports().stream()
                            .filter(port -> name.equals(port.name()))
                            .map(ContainerPort::protocol)
                            .forEach(protocols::add);
                }
            }
            return protocols;
        }

        private boolean range(Protocol protocol, int first, int last, Span span) {
            Port.Range range = new Port.Range(protocol, first, last);
            if (target.offers().isEmpty()) {
                return found.add(range);
            }
            List<Port> opened = new ArrayList<>();
            for (Offer offer : target.offers()) {
                if (offer.protocol() == protocol) {
                    opened(range, offer).ifPresent(opened::add);
                }
            }
            if (opened.isEmpty()) {
                return reading == Reading.UNREACHED && isPlain(range) ? found.add(range) : notListening(range, span);
            }
            return target.mapped() ? found.addAll(opened) : found.add(range);
        }

        /** Whether it can only be the pods' port: behind a service it is none, and of its workload it may be the service's. */
        private boolean isPlain(Port.Range range) {
            return target.workload().isEmpty()
                    || !target.mapped() && serviceWith(range).isEmpty();
        }

        /** What of an offer is asked for: of a range, which only DNS can offer, no more than both have. */
        private Optional<Port> opened(Port.Range wanted, Offer offer) {
            if (offer.opens() instanceof Port.Range range && range.last() > range.first()) {
                int first = Math.max(range.first(), wanted.first());
                int last = Math.min(range.last(), wanted.last());
                return first <= last ? Optional.of(new Port.Range(range.protocol(), first, last)) : Optional.empty();
            }
            return wanted.contains(offer.number()) || wanted.isAll() ? Optional.of(offer.opens()) : Optional.empty();
        }

        private boolean isNumber(Int number) {
            return PortNumbers.check(number, problems);
        }

        private boolean noSuchName(dev.knet.syntax.Port.Named port) {
            if (target.isSelection() && !selectsAnything()) {
                problems.add(
                        Rule.NOT_LISTENING,
                        target.span(),
                        target.quoted() + " selects no workload here, so nothing has a port `"
                                + port.name().text() + "`",
                        "correct the labels; if others run such pods, write the port's number");
                return false;
            }
            List<String> names = new ArrayList<>();
            target.offers().forEach(offer -> Optional.ofNullable(offer.name()).ifPresent(names::add));
            names.addAll(lists.names());
            String help = NearMisses.help(port.name().text(), names)
                    .orElse(
                            target.offers().isEmpty()
                                    ? "write the port's number, as in `tcp/80`"
                                    : offered() + "; write one of these");
            String message = target.isSelection()
                    ? "no workload that " + target.quoted() + " selects here declares a port `"
                            + port.name().text() + "`"
                    : target.quoted() + " declares no port `" + port.name().text() + "`";
            problems.add(inList(
                    Diagnostic.of(Rule.NOT_LISTENING, port.span(), message).withHelp(help)));
            return false;
        }

        private boolean selectsAnything() {
            for (Peer peer : target.peers()) {
                for (Workload workload : workloads) {
                    if (peer instanceof Peer.Pods pods && workload.mayBeOf(pods)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean notListening(Port.Range range, Span span) {
            Diagnostic diagnostic = Diagnostic.of(
                    Rule.NOT_LISTENING, span, target.quoted() + " does not listen on `" + span.text() + "`");
            problems.add(inList(
                    misunderstood(diagnostic, range).orElseGet(() -> diagnostic.withHelp(offered() + otherwise()))));
            return false;
        }

        /** The most common mistake: a service's port for the pods, or the pods' port for a service. */
        private Optional<Diagnostic> misunderstood(Diagnostic diagnostic, Port.Range range) {
            return serviceWith(range).map(service -> {
                ServicePort port = service.ports().stream()
                        .filter(it -> target.mapped() ? isTarget(it, range) : isPort(it, range))
                        .findFirst()
                        .orElseThrow();
                return target.mapped() ? ofPod(diagnostic, service, port) : ofService(diagnostic, service, port);
            });
        }

        private Diagnostic ofService(Diagnostic diagnostic, Service.OfWorkload service, ServicePort port) {
            return diagnostic
                    .withNote("`" + port.written() + "` is a port of service `" + service.name()
                            + "`; a policy acts on the pod's port")
                    .withHelp("write `on " + targetOf(port) + "`, or `service " + service.name() + "` in the place of `"
                            + target.name() + "`");
        }

        private Diagnostic ofPod(Diagnostic diagnostic, Service.OfWorkload service, ServicePort port) {
            return diagnostic
                    .withNote("`" + targetOf(port) + "` is the port of the pods; of a service, its own ports are meant")
                    .withHelp("write `on " + port.written() + "`, or `"
                            + service.workload().name() + "` in the place of `" + target.name() + "`");
        }

        private String targetOf(ServicePort port) {
            return port.protocol().word() + "/" + port.targetNumber();
        }

        private Optional<Service.OfWorkload> serviceWith(Port.Range range) {
            for (Service service : services) {
                Optional<Service.OfWorkload> found = service.fold(Optional::of, host -> Optional.empty());
                if (found.isPresent()
                        && Optional.of(found.get().workload()).equals(target.workload())
                        && isAbout(found.get(), range)) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private boolean isAbout(Service.OfWorkload service, Port.Range range) {
            return target.mapped()
                    ? target.name().equals("service " + service.name())
                            && service.ports().stream().anyMatch(port -> isTarget(port, range))
                    : service.ports().stream().anyMatch(port -> isPort(port, range));
        }

        private boolean isPort(ServicePort port, Port.Range range) {
            return port.number() != port.targetNumber() && range.equals(Port.Range.one(port.protocol(), port.number()));
        }

        private boolean isTarget(ServicePort port, Port.Range range) {
            return range.equals(Port.Range.one(port.protocol(), port.targetNumber()));
        }

        private String offered() {
            return target.offers().stream()
                    .map(offer -> "`" + offer.protocol().word() + "/" + offer.number() + "`"
                            + (offer.name() == null ? "" : " (`" + offer.name() + "`)"))
                    .distinct()
                    .collect(Collectors.joining(", ", "it listens on ", ""));
        }

        private String otherwise() {
            return target.workload()
                    .map(workload -> "; write one of these, or declare the port in `" + workload.name() + "`")
                    .orElse("; if the cluster's DNS is another one, describe it: `cluster { dns … on … }`");
        }
    }
}
