package dev.knet.resolve;

import dev.knet.model.ContainerPort;
import dev.knet.model.Dns;
import dev.knet.model.Offer;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A peer as it is named in a sentence, with what it offers there. The pods of a service or the cluster's DNS are named
 * with ports of their own, which stand for ports of the pods: these are mapped.
 */
record Target(
        String name,
        List<Peer> peers,
        List<Offer> offers,
        boolean mapped,
        Optional<Workload> workload,
        @Nullable String group,
        Span span) {

    Target {
        peers = List.copyOf(peers);
        offers = List.copyOf(offers);
    }

    /** Of all peers of a list; nothing if one of them is wrong, which has been reported. */
    static Optional<List<Target>> all(List<dev.knet.syntax.Peer> written, PeerResolver resolver) {
        List<Target> targets = new ArrayList<>();
        boolean fine = true;
        for (dev.knet.syntax.Peer peer : written) {
            fine &= targets.addAll(peer.accept(resolver));
        }
        return fine ? Optional.of(targets) : Optional.empty();
    }

    static List<Peer> peers(List<Target> targets) {
        List<Peer> peers = new ArrayList<>();
        for (Target target : targets) {
            peers.addAll(target.peers());
        }
        return peers;
    }

    static Target of(Workload workload, Span span) {
        return new Target(
                workload.name(),
                List.of(Peer.Pods.of(workload)),
                offers(workload),
                false,
                Optional.of(workload),
                null,
                span);
    }

    /** A member of a group, named there; the first group is the one that it was written in. */
    Target inGroup(String itsGroup, Span place) {
        return new Target(name, peers, offers, mapped, workload, group == null ? itsGroup : group, place);
    }

    /** Its name for messages. */
    String quoted() {
        return "`" + name + "`" + (group == null ? "" : " of " + group);
    }

    /** A headless service may have no ports; its clients dial those of the pods. */
    static Target of(Service.OfWorkload service, Viewpoints viewpoints, Span span) {
        List<Offer> offers = new ArrayList<>();
        for (ServicePort port : service.ports()) {
            String name = port.name() == null ? port.targetName() : port.name();
            offers.add(new Offer(port.protocol(), port.number(), name, viewpoints.target(port)));
        }
        boolean mapped = !offers.isEmpty();
        return new Target(
                "service " + service.name(),
                List.of(Peer.Pods.of(service.workload())),
                mapped ? offers : offers(service.workload()),
                mapped,
                Optional.of(service.workload()),
                null,
                span);
    }

    /** As many targets as there are sets of ports among those who answer; any port at all is an offer without numbers. */
    static List<Target> of(Dns dns, Span span) {
        List<Target> targets = new ArrayList<>();
        for (Permission.Opening opening : dns.openings()) {
            targets.add(of("dns", opening, span));
        }
        return targets;
    }

    /** What the cluster block describes with its ports. */
    static Target of(String name, Permission.Opening opening, Span span) {
        return new Target(name, opening.targets(), offers(opening.ports()), true, Optional.empty(), null, span);
    }

    private static List<Offer> offers(Ports ports) {
        List<Offer> offers = new ArrayList<>();
        for (Port port : ports.list()) {
            offers.add(port.fold(
                    range -> new Offer(range.protocol(), range.first(), null, range),
                    named -> new Offer(named.protocol(), 0, named.name(), named)));
        }
        return offers;
    }

    /** Whether it stands for pods by their labels, whichever workloads those are. */
    boolean isSelection() {
        return !mapped && workload.isEmpty() && peers.stream().anyMatch(Peer.Pods.class::isInstance);
    }

    /** Whether it is mapped, and to any port at all. */
    boolean opensAnyPort() {
        return mapped && offers.isEmpty();
    }

    static Target of(Peer peer, Span span) {
        return of(List.of(peer), span);
    }

    static Target of(List<Peer> peers, Span span) {
        return new Target(span.oneLine(), peers, List.of(), false, Optional.empty(), null, span);
    }

    private static List<Offer> offers(Workload workload) {
        List<Offer> offers = new ArrayList<>();
        for (ContainerPort port : workload.ports()) {
            Port opens = Port.Range.one(port.protocol(), port.number());
            offers.add(new Offer(port.protocol(), port.number(), port.name(), opens));
        }
        return offers;
    }
}
