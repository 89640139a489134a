package dev.knet.model;

import java.util.List;

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
