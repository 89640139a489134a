package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Box;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Subtraction;
import dev.knet.model.Topology;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the network plugin knows no ranges of ports, those that are written are short enough to list their ports. */
final class PortRangesCanBeListed implements Check {
    /** In one rule; a list that nobody can read is no way out. */
    private static final int MOST = 100;

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        if (cni.enforces(CniFeature.PORT_RANGES)) {
            return Stream.empty();
        }
        Search search = new Search(topology, cni);
        topology.permissions().forEach(search::look);
        topology.dns().ifPresent(search::look);
        return search.found.stream();
    }

    /** Of everything in it that is a range, but for whole protocols, which are no range in a policy. */
    private static long portsIn(Ports ports) {
        long count = 0;
        for (Port port : ports.list()) {
            if (port instanceof Port.Range range && !range.isAll() && range.last() > range.first()) {
                count += range.last() - range.first() + 1L;
            }
        }
        return count;
    }

    private static final class Search {
        private final Cni cni;
        private final IsolatedPods isolated;
        private final Set<Peer.Pods> dnsClients;
        private final List<Denial> denials;
        private final Set<Span> told = new HashSet<>();
        private final List<Diagnostic> found = new ArrayList<>();

        Search(Topology topology, Cni cni) {
            this.cni = cni;
            this.isolated = IsolatedPods.of(topology);
            this.dnsClients = DnsClients.of(topology, isolated);
            this.denials = Denial.sorted(topology.denials());
        }

        void look(Permission permission) {
            for (Permission.Opening opening : permission.openings()) {
                Ports ports = opening.ports();
                look(ports, permission.span());
                look(
                        Direction.INGRESS,
                        isolated.ends(permission, Direction.INGRESS, opening.targets()),
                        permission.sources(),
                        ports,
                        permission.span());
                look(
                        Direction.EGRESS,
                        isolated.ends(permission, Direction.EGRESS, permission.sources()),
                        opening.targets(),
                        ports,
                        permission.span());
            }
        }

        void look(Dns dns) {
            for (Permission.Opening opening : dnsClients.isEmpty() ? List.<Permission.Opening>of() : dns.openings()) {
                look(opening.ports(), dns.span());
                look(Direction.EGRESS, dnsClients, opening.targets(), opening.ports(), dns.span());
                for (Peer server : opening.targets()) {
                    List<Peer.Pods> servers =
                            isolated.in(Direction.INGRESS, server).pods();
                    look(Direction.INGRESS, servers, List.copyOf(dnsClients), opening.ports(), dns.span());
                }
            }
        }

        /** What is left after all that is denied may be ranges, even if what is allowed is none. */
        private void look(Direction direction, Collection<Peer.Pods> ends, List<Peer> peers, Ports ports, Span span) {
            for (Peer.Pods end : denials.isEmpty() ? List.<Peer.Pods>of() : ends) {
                Subtraction subtraction = new Subtraction(direction, new Box(end, peers, ports));
                denials.forEach(subtraction::less);
                subtraction.left().forEach(box -> look(box.ports(), span));
            }
        }

        private void look(Ports ports, Span span) {
            long count = portsIn(ports);
            if (count > MOST && told.add(span)) {
                found.add(Unenforced.diagnostic(
                        Rule.RANGE_TOO_WIDE,
                        cni,
                        CniFeature.PORT_RANGES,
                        span,
                        "ranges of " + count + " ports cannot be written port by port",
                        "name at most " + MOST + " ports, or the whole protocol, without denying some of it"));
            }
        }
    }
}
