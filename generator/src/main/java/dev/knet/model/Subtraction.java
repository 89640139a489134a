package dev.knet.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left of what is permitted at one end of connections without what is denied, as boxes again. With E, Q and P for
 * the ends, peers and ports of a box, and T, S and D for those of a denial, it is
 * (E-T, Q, P), (E and T, Q-S, P) and (E and T, Q and S, P-D).
 */
public final class Subtraction {
    /** Each denial may multiply the boxes, so that a short file could ask for more than any computer can hold. */
    private static final int MOST_BOXES = 500;

    /** In all boxes together. */
    private static final int MOST_PEERS = 5_000;

    private final Direction direction;
    private final Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
    private final PodCuts ends = new PodCuts();
    private final PeerCuts peers = new PeerCuts();
    private final Peer.Pods whole;
    private List<Box> left;
    private boolean narrowed;
    private boolean cutsOff;

    /** The ends of the box are targets if the direction is ingress, else sources. */
    public Subtraction(Direction direction, Box box) {
        this.direction = direction;
        this.whole = box.end();
        this.left = List.of(box);
    }

    /** What is left; not exactly if there are obstacles, and without what came after it had become too many boxes. */
    public List<Box> left() {
        return left;
    }

    /** The pods at this end that have something left: all of them in one if none has lost everything. */
    List<Peer.Pods> ends() {
        if (!cutsOff) {
            return List.of(whole);
        }
        Set<Peer.Pods> all = new LinkedHashSet<>();
        for (Box box : left) {
            all.add(box.end());
        }
        return List.copyOf(all);
    }

    /** What has stood in the way of saying exactly what is left. */
    public Set<Obstacle> obstacles() {
        return obstacles;
    }

    /** Whether this takes anything away. */
    public boolean less(Denial denial) {
        return less(denial.sources(), denial.openings());
    }

    /** Whether taking from it all that these sources may do takes anything away. */
    boolean less(List<Peer> sources, List<Permission.Opening> openings) {
        narrowed = false;
        for (Permission.Opening opening : openings) {
            List<Peer> near = direction == Direction.INGRESS ? opening.targets() : sources;
            List<Peer> far = direction == Direction.INGRESS ? sources : opening.targets();
            for (Peer end : near) {
                if (end instanceof Peer.Addresses) {
                    continue;
                }
                for (Peer peer : far) {
                    if (obstacles.contains(Obstacle.TOO_MANY)) {
                        return narrowed;
                    }
                    less(end, peer, opening.ports());
                }
            }
        }
        return narrowed;
    }

    private void less(Peer end, Peer peer, Ports denied) {
        List<Box> boxes = new ArrayList<>();
        long count = 0;
        for (Box box : left) {
            int before = boxes.size();
            Cut<Peer.Pods> cut = end instanceof Peer.Pods pods ? ends.ofEnd(box.end(), pods) : Cut.inside(box.end());
            if (cut.inside().isEmpty()) {
                boxes.add(box);
            } else if (new Narrowing(box, cut).less(peer, denied, boxes) && end instanceof Peer.Pods) {
                obstacles.addAll(ends.obstacles());
            }
            for (Box added : boxes.subList(before, boxes.size())) {
                count += added.peers().size();
            }
            if (narrowed && (boxes.size() > MOST_BOXES || count > MOST_PEERS)) {
                obstacles.add(Obstacle.TOO_MANY);
                return;
            }
        }
        left = boxes;
    }

    /** Of one box by one of the peers of a denial. */
    private final class Narrowing {
        private final Box box;
        private final Cut<Peer.Pods> cut;
        private final List<Peer> kept = new ArrayList<>();
        private final Map<Ports, List<Peer>> byPorts = new LinkedHashMap<>();
        private boolean isHit;

        Narrowing(Box box, Cut<Peer.Pods> cut) {
            this.box = box;
            this.cut = cut;
        }

        /** Adds what is left to those boxes; whether it is less. */
        boolean less(Peer denied, Ports ports, List<Box> boxes) {
            for (Peer peer : box.peers()) {
                narrow(peer, denied, ports);
                if (isHit && kept.size() > MOST_PEERS) {
                    break;
                }
            }
            if (!isHit) {
                boxes.add(box);
                return false;
            }
            narrowed = true;
            cutsOff |= kept.isEmpty() && byPorts.isEmpty();
            for (Peer.Pods outside : cut.outside()) {
                boxes.add(new Box(outside, box.peers(), box.ports()));
            }
            for (Peer.Pods inside : cut.inside()) {
                if (!kept.isEmpty()) {
                    boxes.add(new Box(inside, kept, box.ports()));
                }
                for (Map.Entry<Ports, List<Peer>> some : byPorts.entrySet()) {
                    boxes.add(new Box(inside, some.getValue(), some.getKey()));
                }
            }
            return true;
        }

        private void narrow(Peer peer, Peer denied, Ports ports) {
            Cut<Peer> parts = peers.cut(peer, denied);
            Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
            found.addAll(peers.obstacles());
            if (parts.inside().isEmpty()) {
                if (!found.isEmpty() && areHit(denied, ports)) {
                    isHit = true;
                    obstacles.addAll(found);
                }
                kept.add(peer);
                return;
            }
            List<PortCuts.Left> lefts = new ArrayList<>();
            boolean all = true;
            for (Peer inside : parts.inside()) {
                PortCuts.Left rest = PortCuts.less(box.ports(), ports, target(inside));
                lefts.add(rest);
                all &= rest.isAllOf(box.ports());
            }
            if (all) {
                kept.add(peer);
                return;
            }
            isHit = true;
            obstacles.addAll(found);
            kept.addAll(parts.outside());
            for (int i = 0; i < lefts.size(); i++) {
                keep(parts.inside().get(i), lefts.get(i));
            }
        }

        private void keep(Peer inside, PortCuts.Left rest) {
            rest.obstacle().ifPresent(obstacles::add);
            if (rest.isAllOf(box.ports())) {
                kept.add(inside);
            } else if (rest.ports().isPresent()) {
                List<Peer> peersOfPorts = byPorts.get(rest.ports().get());
                if (peersOfPorts == null) {
                    peersOfPorts = new ArrayList<>();
                    byPorts.put(rest.ports().get(), peersOfPorts);
                }
                peersOfPorts.add(inside);
            }
        }

        private boolean areHit(Peer denied, Ports ports) {
            return !PortCuts.less(box.ports(), ports, target(denied)).isAllOf(box.ports());
        }

        /** Whose ports are meant. */
        private Peer target(Peer peer) {
            return direction == Direction.INGRESS ? cut.inside().get(0) : peer;
        }
    }
}
