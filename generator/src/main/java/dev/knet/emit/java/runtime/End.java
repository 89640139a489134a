package dev.knet.emit.java.runtime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Generated;

/** What the file says of a peer: whom it stands for, and what of it is denied. */
@Generated("knet")
final class End {
    private final String name;
    private final String written;
    private final Facts facts;
    private final List<Member> members = new ArrayList<>();
    private final Set<Direction> undecided = EnumSet.noneOf(Direction.class);
    private final Map<Direction, Set<String>> denials = new EnumMap<>(Direction.class);
    private boolean isDns;
    private boolean isDnsClient;

    /** A name for policies, and the words of a sentence of the file. */
    End(String name, String written, Facts facts) {
        this.name = name;
        this.written = written;
        this.facts = facts;
        for (Direction direction : Direction.values()) {
            denials.put(direction, new TreeSet<>());
        }
    }

    End with(Member member) {
        members.add(member);
        return this;
    }

    /** It cannot be told what of it is. */
    End undecided(Direction direction) {
        undecided.add(direction);
        return this;
    }

    /** As a target (ingress) or as a source (egress), it is touched by this denial of the file. */
    End denied(Direction direction, String denial) {
        deniedIn(direction).add(denial);
        return this;
    }

    /** The file lets it reach something, so once it is isolated it has to ask for names. */
    End dnsClient() {
        isDnsClient = true;
        return this;
    }

    boolean isDnsClient() {
        return isDnsClient;
    }

    /** It is the cluster's DNS and nothing else. */
    End dns() {
        isDns = true;
        return this;
    }

    private Set<String> deniedIn(Direction direction) {
        return denials.getOrDefault(direction, Set.of());
    }

    String name() {
        return name;
    }

    String written() {
        return written;
    }

    Facts facts() {
        return facts;
    }

    List<Member> members() {
        return members;
    }

    List<Selection> selections() {
        List<Selection> selections = new ArrayList<>();
        members.forEach(member -> selections.addAll(member.selections()));
        return selections;
    }

    boolean isDns() {
        return isDns;
    }

    /** Whether the file isolates all of it. */
    boolean isIsolated(Direction direction) {
        return members.stream().allMatch(member -> member.isolatedIn(direction).containsAll(member.selections()));
    }

    /** A sentence that has to open it in this direction cannot be told from one that has not. */
    void refuseUndecided(Direction direction) {
        if (undecided.contains(direction)) {
            throw new IllegalArgumentException("it cannot be told which pods of `" + written
                    + "` are isolated: the .knet file does not know the labels of their namespaces");
        }
    }

    /** The denials of the file that are about connections from the other to this. */
    Set<String> denialsOf(End source) {
        Set<String> both = new TreeSet<>(deniedIn(Direction.INGRESS));
        both.retainAll(source.deniedIn(Direction.EGRESS));
        return both;
    }
}
