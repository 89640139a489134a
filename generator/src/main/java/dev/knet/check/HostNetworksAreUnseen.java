package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Denial;
import dev.knet.model.Dns;
import dev.knet.model.Expectation;
import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pods on the network of their node have the node's address, and network plugins take them for the node: no policy
 * keeps anything from them, and no rule for pods means them.
 */
final class HostNetworksAreUnseen implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Workload> unseen = new ArrayList<>();
        for (Workload workload : topology.workloads()) {
            if (workload.hostNetwork()) {
                unseen.add(workload);
            }
        }
        if (unseen.isEmpty() && topology.uses().isEmpty()) {
            return Stream.empty();
        }
        Search search = new Search(unseen);
        topology.permissions().forEach(search::look);
        topology.denials().forEach(search::look);
        topology.isolations().forEach(search::look);
        topology.expectations().forEach(search::look);
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
            Statement statement = new Statement(permission.span());
            permission.sources().forEach(statement::look);
            permission.openings().forEach(opening -> opening.targets().forEach(statement::look));
            statement.report();
        }

        void look(Denial denial) {
            Statement statement = new Statement(denial.span());
            denial.sources().forEach(statement::look);
            denial.openings().forEach(opening -> opening.targets().forEach(statement::look));
            statement.report();
        }

        void look(Expectation expectation) {
            Statement statement = new Statement(expectation.span());
            expectation.sources().forEach(statement::look);
            expectation.targets().forEach(statement::look);
            statement.report();
        }

        void look(Isolation isolation) {
            Statement statement = new Statement(isolation.span());
            isolation.subjects().forEach(statement::look);
            statement.report();
        }

        void look(Dns dns) {
            Statement statement = new Statement(dns.span());
            dns.peers().forEach(statement::look);
            statement.report();
        }

        /** What one statement is about, each workload once. */
        private final class Statement {
            private final Span span;
            private final Set<Workload> named = new LinkedHashSet<>();
            private @Nullable Workload selected;

            Statement(Span span) {
                this.span = span;
            }

            void look(Peer peer) {
                if (peer.asPods().isEmpty()) {
                    return;
                }
                Peer.Pods pods = peer.asPods().get();
                if (pods.workload().isPresent()) {
                    if (pods.workload().get().hostNetwork()) {
                        named.add(pods.workload().get());
                    }
                } else if (selected == null) {
                    selected = firstOf(pods);
                }
            }

            private @Nullable Workload firstOf(Peer.Pods pods) {
                for (Workload workload : unseen) {
                    if (workload.mayBeOf(pods)) {
                        return workload;
                    }
                }
                return null;
            }

            void report() {
                named.forEach(workload -> found.add(named(workload, span)));
                if (selected != null) {
                    found.add(selected(selected, span));
                }
            }
        }

        private static Diagnostic named(Workload workload, Span span) {
            return Diagnostic.of(
                            Rule.HOST_NETWORK,
                            span,
                            "policies do not see the pods of `" + workload.name()
                                    + "`, which are on the network of their node")
                    .withLabel(workload.span(), "this has `host network`")
                    .withHelp("name the nodes instead, as `nodes` or by their addresses, or leave `host network` out");
        }

        private static Diagnostic selected(Workload workload, Span span) {
            return Diagnostic.of(
                            Rule.HOST_NETWORK_SELECTED,
                            span,
                            "this says nothing of the pods of `" + workload.name()
                                    + "`, which policies do not see on the network of their node")
                    .withLabel(workload.span(), "this has `host network`")
                    .withHelp(
                            "if it is meant, name the nodes, as `nodes` or by their addresses; if not, write `// knet:allow "
                                    + Rule.HOST_NETWORK_SELECTED.id() + "` and the reason above this line");
        }
    }
}
