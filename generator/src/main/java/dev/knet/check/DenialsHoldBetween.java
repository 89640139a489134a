package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Box;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Subtraction;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one topology denies, none that is linked to it by `use` allows: each subtracts its own denials from its own sentences
 * only, and policies add up, so the sentence of the other would open it again.
 */
final class DenialsHoldBetween {
    private DenialsHoldBetween() {}

    static List<Diagnostic> check(List<Topology> topologies) {
        List<Diagnostic> found = new ArrayList<>();
        for (Topology topology : topologies) {
            for (Topology other : topologies) {
                if (topology.uses().contains(other.name()) || other.uses().contains(topology.name())) {
                    topology.denials()
                            .forEach(denial -> allowed(denial, other)
                                    .ifPresent(permission -> found.add(diagnostic(denial, permission, other))));
                }
            }
        }
        return found;
    }

    private static Optional<Permission> allowed(Denial denial, Topology other) {
        IsolatedPods isolated = IsolatedPods.of(other);
        for (Permission permission : other.permissions()) {
            for (Permission.Opening opening : permission.openings()) {
                for (Direction direction : Direction.values()) {
                    boolean enters = direction == Direction.INGRESS;
                    List<Peer> own = enters ? opening.targets() : permission.sources();
                    List<Peer> far = enters ? permission.sources() : opening.targets();
                    // These are the pods of the other that it writes a rule for.
                    for (Peer.Pods end : isolated.ends(permission, direction, own)) {
                        if (isHit(direction, new Box(end, far, opening.ports()), denial, other)) {
                            return Optional.of(permission);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isHit(Direction direction, Box box, Denial denial, Topology other) {
        Subtraction rest = new Subtraction(direction, box);
        other.denials().forEach(rest::less);
        return !rest.left().isEmpty() && (rest.less(denial) || !rest.obstacles().isEmpty());
    }

    private static Diagnostic diagnostic(Denial denial, Permission permission, Topology other) {
        return Diagnostic.of(
                        Rule.NOT_ENFORCED,
                        denial.span(),
                        "topology `" + other.name() + "` allows some of what is denied here")
                .withNote("each topology takes its denials from its own sentences only")
                .withLabel(permission.span(), "allowed here")
                .withHelp("say there too that it is denied, or allow less there");
    }
}
