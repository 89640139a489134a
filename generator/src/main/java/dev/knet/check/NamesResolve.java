package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import java.util.stream.Stream;

/** Pods that may call something can find it by its name: where the cluster's DNS is off, those with shut egress cannot. */
final class NamesResolve implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        if (topology.dns().isPresent()) {
            return Stream.empty();
        }
        IsolatedPods isolated = IsolatedPods.of(topology);
        for (Permission permission : topology.permissions()) {
            if (!isolated.ends(permission, Direction.EGRESS, permission.sources())
                    .isEmpty()) {
                return Stream.of(Diagnostic.of(
                                Rule.NO_DNS,
                                permission.span(),
                                "pods whose egress is shut may call something, but not the cluster's DNS")
                        .withNote("`dns off` is said of the cluster")
                        .withHelp("if they need names, say who answers them: `cluster { dns … on udp/53, tcp/53 }`"));
            }
        }
        return Stream.empty();
    }
}
