package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Statement;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A network plugin that enforces no policy makes nothing of any sentence. */
final class PoliciesAreEnforced implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        List<Statement> statements = new ArrayList<>(topology.permissions());
        statements.addAll(topology.denials());
        statements.addAll(topology.isolations());
        return statements.stream()
                .map(Statement::span)
                .distinct()
                .map(span -> Unenforced.diagnostic(
                        Rule.POLICIES_IGNORED,
                        cni,
                        cni.enforces(CniFeature.INGRESS) ? CniFeature.EGRESS : CniFeature.INGRESS,
                        span,
                        "nothing in the cluster enforces this",
                        ""));
    }
}
