package dev.knet.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether one permission allows all that another does: nothing is left of that without it. */
public final class Coverage {
    private Coverage() {}

    /** Of two permissions that isolate the same side. What cannot be told is taken for a difference. */
    public static boolean covers(Permission wide, Permission narrow) {
        if (!mayCover(wide, narrow)) {
            return false;
        }
        for (Permission.Opening opening : narrow.openings()) {
            boolean areTargets = narrow.isolates() == Direction.INGRESS;
            List<Peer> peers = areTargets ? narrow.sources() : opening.targets();
            for (Peer subject : areTargets ? opening.targets() : narrow.sources()) {
                Box box = new Box(subject.asPods().orElseThrow(), peers, opening.ports());
                Subtraction rest = new Subtraction(narrow.isolates(), box);
                rest.less(wide.sources(), wide.openings());
                if (!rest.left().isEmpty() || !rest.obstacles().isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether these permissions together allow all that a box says; its ends are targets if the direction is ingress. What
     * cannot be told is taken for what they do not.
     */
    public static boolean covers(List<Permission> permissions, Direction direction, Box box) {
        Subtraction rest = new Subtraction(direction, box);
        for (Permission permission : permissions) {
            rest.less(permission.sources(), permission.openings());
        }
        Set<Obstacle> unknown = EnumSet.copyOf(rest.obstacles());
        // That a plugin may take pods for addresses matters to what is kept from them, not to what is allowed.
        unknown.remove(Obstacle.ADDRESSES_OF_PODS);
        return rest.left().isEmpty() && unknown.isEmpty();
    }

    /** Most sentences name a workload that the other does not name, and then there is nothing to compute. */
    private static boolean mayCover(Permission wide, Permission narrow) {
        List<Peer> objects = objects(wide);
        for (Peer peer : objects(narrow)) {
            if (peer instanceof Peer.Pods pods && pods.workload().isPresent() && !mayContain(objects, peer)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayContain(List<Peer> peers, Peer workload) {
        for (Peer peer : peers) {
            boolean isOther = peer instanceof Peer.Pods pods && pods.workload().isPresent();
            if (!isOther || peer.equals(workload)) {
                return true;
            }
        }
        return false;
    }

    private static List<Peer> objects(Permission permission) {
        return permission.isolates() == Direction.INGRESS ? permission.sources() : permission.targets();
    }
}
