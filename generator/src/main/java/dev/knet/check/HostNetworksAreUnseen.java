package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Dns;
import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pods on the network of their node have the node's address, and network plugins take them for the node: no policy
 * keeps anything from them, and no rule for pods means them.
 */
final class HostNetworksAreUnseen implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Workload> unseen =
                topology.workloads().stream().filter(Workload::hostNetwork).toList();
        Search search = new Search(unseen);
        topology.permissions().forEach(search::look);
        topology.isolations().forEach(search::look);
        topology.dns().ifPresent(search::look);
        return search.found.stream();
    }

    private static final class Search {
        private final List<Workload> unseen;
        private final List<Diagnostic> found = new ArrayList<>();

        Search(List<Workload> unseen) {
            this.unseen = unseen;
        }

        void look(Permission permission) {
            Set<Peer> peers = new LinkedHashSet<>(permission.sources());
            peers.addAll(permission.targets());
            look(peers, permission.span());
        }

        void look(Isolation isolation) {
            look(isolation.subjects(), isolation.span());
        }

        void look(Dns dns) {
            look(dns.peers(), dns.span());
        }

        private void look(Collection<? extends Peer> peers, Span span) {
            Workload selected = null;
            for (Peer peer : peers) {
                Peer.Pods pods = peer.asPods().orElse(null);
                Workload named = pods == null ? null : pods.workload().orElse(null);
                if (named != null && named.hostNetwork()) {
                    found.add(named(named, span));
                } else if (named == null && pods != null && selected == null) {
                    selected = unseen.stream()
                            .filter(workload -> workload.mayBeOf(pods))
                            .findFirst()
                            .orElse(null);
                }
            }
            if (selected != null) {
                found.add(selected(selected, span));
            }
        }

        private static Diagnostic named(Workload workload, Span span) {
            return Diagnostic.of(
                            Rule.HOST_NETWORK,
                            span,
                            "policies do not see the pods of `" + workload.name()
                                    + "`, which are on the network of their node")
                    .withLabel(workload.span(), "this has `host network`")
                    .withHelp("name the addresses of the nodes instead, or leave `host network` out");
        }

        private static Diagnostic selected(Workload workload, Span span) {
            return Diagnostic.of(
                            Rule.HOST_NETWORK_SELECTED,
                            span,
                            "this says nothing of the pods of `" + workload.name()
                                    + "`, which policies do not see on the network of their node")
                    .withLabel(workload.span(), "this has `host network`")
                    .withHelp(
                            "name the addresses of the nodes if they are meant, or select pods that do not include it");
        }
    }
}
