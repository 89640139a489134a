package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressRange;
import dev.knet.model.Box;
import dev.knet.model.Coverage;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Subtraction;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a sentence leads to another topology, that one lets it: a topology writes policies for its own pods only, so what
 * the other shuts it must open by a sentence of its own.
 */
final class OtherEndsAreOpen {
    private final Map<String, Topology> byName = new HashMap<>();
    private final Map<String, IsolatedPods> isolated = new HashMap<>();
    private final List<Diagnostic> found = new ArrayList<>();

    private OtherEndsAreOpen(List<Topology> topologies) {
        topologies.forEach(topology -> byName.put(topology.name(), topology));
    }

    static List<Diagnostic> check(List<Topology> topologies) {
        OtherEndsAreOpen check = new OtherEndsAreOpen(topologies);
        for (Topology topology : topologies) {
            for (String used : topology.uses()) {
                Topology other = check.byName.get(used);
                if (other != null) {
                    topology.permissions().forEach(permission -> check.look(permission, topology, other));
                }
            }
        }
        return check.found;
    }

    private IsolatedPods isolated(Topology topology) {
        return isolated.computeIfAbsent(topology.name(), name -> IsolatedPods.of(topology));
    }

    private void look(Permission permission, Topology own, Topology other) {
        for (Permission.Opening opening : permission.openings()) {
            Optional<Diagnostic> shut = shut(permission, Direction.INGRESS, opening.targets(), opening, own, other)
                    .or(() -> shut(permission, Direction.EGRESS, permission.sources(), opening, own, other));
            if (shut.isPresent()) {
                found.add(shut.get());
                return;
            }
        }
    }

    private Optional<Diagnostic> shut(
            Permission permission,
            Direction direction,
            List<Peer> ends,
            Permission.Opening opening,
            Topology own,
            Topology other) {
        List<Peer> far = direction == Direction.INGRESS ? permission.sources() : opening.targets();
        for (Peer end : ends) {
            // What this topology opens itself is open: policies add up, whoever writes them.
            if (isolated(own).ends(permission, direction, List.of(end)).isEmpty()) {
                if (permission.isolates() == direction && isLeftOpen(end, direction, other)) {
                    return Optional.of(
                            leftOpen(permission, direction, end.asPods().orElseThrow(), far, opening, other));
                }
                for (Peer.Pods pods : isolated(other).in(direction, end).pods()) {
                    if (!isOpen(direction, new Box(pods, far, opening.ports()), own, other)) {
                        return Optional.of(diagnostic(permission, direction, pods, far, opening.ports(), other));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What this topology denies itself is not asked of the other. */
    private static boolean isOpen(Direction direction, Box box, Topology own, Topology other) {
        Subtraction wanted = new Subtraction(direction, box);
        own.denials().forEach(wanted::less);
        for (Box part : wanted.left()) {
            Subtraction denied = new Subtraction(direction, part);
            for (Denial denial : other.denials()) {
                if (denied.less(denial)) {
                    return false;
                }
            }
            if (!Coverage.covers(other.permissions(), direction, part)) {
                return false;
            }
        }
        return true;
    }

    /** The left-hand side of a sentence is isolated by it; of another topology's pods only that one can see to it. */
    private boolean isLeftOpen(Peer end, Direction direction, Topology other) {
        Optional<Peer.Pods> pods = end.asPods();
        // Of several topologies that are used, it is the one that has the namespace.
        return pods.flatMap(Peer.Pods::namespace)
                        .filter(other.namespaces()::contains)
                        .isPresent()
                && !isolated(other).contains(direction, end);
    }

    private static Diagnostic leftOpen(
            Permission permission,
            Direction direction,
            Peer.Pods pods,
            List<Peer> far,
            Permission.Opening opening,
            Topology other) {
        return Diagnostic.of(
                        Rule.NOT_A_SUBJECT,
                        permission.span(),
                        "topology `" + other.name() + "` does not isolate `" + PodWords.of(pods)
                                + "`, so everything else stays allowed too")
                .withNote("here, policies are written for this topology's own pods only")
                .withHelp("write there: `" + sentence(direction, pods, far, opening.ports()) + "`");
    }

    private static Diagnostic diagnostic(
            Permission permission, Direction direction, Peer.Pods pods, List<Peer> far, Ports ports, Topology other) {
        return Diagnostic.of(
                        Rule.OTHER_END_SHUT,
                        permission.span(),
                        "topology `" + other.name() + "` isolates `" + PodWords.of(pods) + "` and does not allow this")
                .withNote("here, only the end of this topology's own pods is opened")
                .withHelp("write there: `" + sentence(direction, pods, far, ports) + "`");
    }

    private static String sentence(Direction direction, Peer.Pods pods, List<Peer> far, Ports ports) {
        List<String> peers = new ArrayList<>();
        far.forEach(peer -> peers.add(words(peer)));
        String subject = PodWords.of(pods);
        String verb = direction == Direction.INGRESS ? "allow" : "reach";
        String ending = subject.startsWith("pods") ? "" : direction == Direction.INGRESS ? "s" : "es";
        return subject + " " + verb + ending + " " + String.join(", ", peers) + " on " + words(ports);
    }

    private static String words(Ports ports) {
        List<String> words = new ArrayList<>();
        for (Port port : ports.list()) {
            words.add(port.fold(Port.Range::text, Port.Named::name));
        }
        return ports.any() ? ports.text() : String.join(", ", words);
    }

    private static String words(Peer peer) {
        return peer.fold(PodWords::of, OtherEndsAreOpen::words, anyone -> "anyone");
    }

    private static String words(Peer.Addresses addresses) {
        List<String> except =
                addresses.except().stream().map(AddressRange::toString).toList();
        return addresses.range() + (except.isEmpty() ? "" : " except " + String.join(", ", except));
    }
}
