package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Topology;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** No peer has more ports in the rules for some pods than the network plugin can hold. */
final class PeersHaveFewPorts implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        OptionalInt most = cni.mostPorts();
        if (most.isEmpty()) {
            return Stream.empty();
        }
        Search search = new Search(topology, most.getAsInt(), cni);
        topology.permissions().forEach(search::look);
        return search.found.stream();
    }

    private static final class Search {
        private final IsolatedPods isolated;
        private final int most;
        private final Cni cni;
        private final Map<String, Set<Port>> ports = new HashMap<>();
        private final Set<Span> told = new HashSet<>();
        private final List<Diagnostic> found = new ArrayList<>();

        Search(Topology topology, int most, Cni cni) {
            this.isolated = IsolatedPods.of(topology);
            this.most = most;
            this.cni = cni;
        }

        void look(Permission permission) {
            for (Permission.Opening opening : permission.openings()) {
                look(Direction.INGRESS, permission, opening.targets(), permission.sources(), opening);
                look(Direction.EGRESS, permission, permission.sources(), opening.targets(), opening);
            }
        }

        private void look(
                Direction direction,
                Permission permission,
                List<Peer> ends,
                List<Peer> peers,
                Permission.Opening opening) {
            for (Peer.Pods end : isolated.ends(permission, direction, ends)) {
                for (Peer peer : peers) {
                    String key = direction + " " + end.key() + " " + peer.key();
                    Set<Port> all = ports.computeIfAbsent(key, unused -> new HashSet<>());
                    boolean isMore = all.addAll(opening.ports().list());
                    if (isMore && all.size() > most && told.add(permission.span())) {
                        found.add(diagnostic(permission.span(), all.size()));
                    }
                }
            }
        }

        private Diagnostic diagnostic(Span span, int count) {
            return Diagnostic.of(
                            Rule.TOO_MANY_PORTS,
                            span,
                            "with this, one peer has " + count + " ports, and the plugin holds " + most)
                    .withNote("that is the limit of " + cni.title() + " for what may pass between two pods")
                    .withLabel(cni.span(), "the cluster's network plugin")
                    .withHelp("say neighbouring ports as one range, or open `any port`");
        }
    }
}
