package dev.knet.meaning;

import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What sentences of one kind cover, found by the target. Those that say the same ports of the same peer are one, so that
 * a target is not slow because many may reach its whole namespace.
 */
final class Openings {
    private final Ends ends;
    private final Map<Peer, Map<String, Opening>> byPeer = new HashMap<>();
    private final Map<Integer, List<Opening>> byTarget = new HashMap<>();

    /** Ports of a peer, and the sources of all sentences about them. */
    private record Opening(BitSet sources, Ports ports) {}

    Openings(Ends ends) {
        this.ends = ends;
    }

    void add(BitSet sources, List<Permission.Opening> openings) {
        for (Permission.Opening opening : openings) {
            String ports = opening.ports().text();
            for (Peer target : opening.targets()) {
                Map<String, Opening> ofPeer = byPeer.computeIfAbsent(target, peer -> new HashMap<>());
                Opening known = ofPeer.get(ports);
                if (known == null) {
                    known = new Opening(new BitSet(), opening.ports());
                    ofPeer.put(ports, known);
                    index(target, known);
                }
                known.sources.or(sources);
            }
        }
    }

    private void index(Peer peer, Opening opening) {
        BitSet targets = ends.of(peer);
        for (int target = targets.nextSetBit(0); target >= 0; target = targets.nextSetBit(target + 1)) {
            byTarget.computeIfAbsent(target, end -> new ArrayList<>()).add(opening);
        }
    }

    /** All sources that some sentence covers with this target on this contact. */
    BitSet sources(int target, Contact contact) {
        BitSet sources = new BitSet();
        for (Opening opening : byTarget.getOrDefault(target, List.of())) {
            if (PortsOfEnd.contain(opening.ports, ends.get(target), contact)) {
                sources.or(opening.sources);
            }
        }
        return sources;
    }

    /** The ports that the sentences about this target name. */
    Set<Port.Range> ranges(int target) {
        Set<Port.Range> ranges = new TreeSet<>();
        for (Opening opening : byTarget.getOrDefault(target, List.of())) {
            ranges.addAll(PortsOfEnd.ranges(opening.ports, ends.get(target)));
        }
        return ranges;
    }
}
