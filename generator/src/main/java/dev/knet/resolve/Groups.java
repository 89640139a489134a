package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Offer;
import dev.knet.model.PeerGroup;
import dev.knet.source.Span;
import dev.knet.syntax.GroupStatement;
import dev.knet.syntax.Peer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of groups and networks, each group's found once and said of every sentence that names it. */
final class Groups {
    private final Problems problems;
    private final List<Group> all = new ArrayList<>();
    private final Map<Group, List<Target>> members = new HashMap<>();
    /** From where each is named first: those that are being looked at are a path. */
    private final Map<Group, Span> path = new LinkedHashMap<>();

    private final Depths<Group> depths = new Depths<>();
    private final Map<Group, Boolean> used = new HashMap<>();

    Groups(Problems problems) {
        this.problems = problems;
    }

    /** Of members that are the same wherever they are written. */
    private record Same(String name, List<dev.knet.model.Peer> peers, List<Offer> offers, boolean mapped) {
        static Same of(Target target) {
            return new Same(target.name(), target.peers(), target.offers(), target.mapped());
        }
    }

    void add(Group group) {
        all.add(group);
    }

    /** What a group stands for where it is named. */
    List<Target> members(Group group, Span place, Viewpoints viewpoints) {
        used.put(group, true);
        List<Target> targets = new ArrayList<>();
        for (Target member : find(group, place, viewpoints)) {
            targets.add(member.inGroup(group.kind() + " `" + group.name() + "`", place));
        }
        return targets;
    }

    private List<Target> find(Group group, Span place, Viewpoints viewpoints) {
        List<Target> known = members.get(group);
        if (known != null) {
            depths.again(group);
            return known;
        }
        if (path.containsKey(group)) {
            reportCircle(group, place);
            return List.of();
        }
        if (path.size() == Depths.MOST) {
            reportTooDeep(group, place);
            return List.of();
        }
        path.put(group, place);
        int before = depths.enter();
        Map<Same, Target> found = new LinkedHashMap<>();
        PeerResolver resolver = viewpoints.from(group.namespace());
        for (Peer member : group.statement().members()) {
            if (!group.statement().network() || resolver.isOfAddresses(member, group.kind())) {
                member.accept(resolver).forEach(it -> found.putIfAbsent(Same.of(it), it));
            }
        }
        path.remove(group);
        if (depths.leave(group, before)) {
            reportTooDeep(group, place);
        }
        members.put(group, List.copyOf(found.values()));
        return List.copyOf(found.values());
    }

    private void reportTooDeep(Group group, Span place) {
        if (depths.tell()) {
            problems.add(Diagnostic.of(
                            Rule.CIRCLE,
                            place,
                            group.kind() + " `" + group.name() + "` is in a chain of more than " + Depths.MOST
                                    + ", each inside the next")
                    .withLabel(group.span(), "declared here")
                    .withHelp("name the members themselves in some of them"));
        }
    }

    private void reportCircle(Group group, Span place) {
        StringBuilder circle = new StringBuilder();
        boolean isInside = false;
        for (Group step : path.keySet()) {
            isInside |= step.equals(group);
            circle.append(isInside ? "`" + step.name() + "` -> " : "");
        }
        problems.add(Diagnostic.of(Rule.CIRCLE, place, group.kind() + " `" + group.name() + "` contains itself")
                .withNote(circle.append('`').append(group.name()).append('`').toString())
                .withLabel(group.span(), "declared here")
                .withHelp("take one of them out of the other"));
    }

    /** All of them, once they have been looked at. */
    List<PeerGroup> all() {
        List<PeerGroup> groups = new ArrayList<>();
        for (Group group : all) {
            List<PeerGroup.Member> found = new ArrayList<>();
            for (Target target : members.getOrDefault(group, List.of())) {
                found.add(new PeerGroup.Member(target.name(), target.peers(), target.offers(), target.mapped()));
            }
            groups.add(new PeerGroup(
                    group.namespace(), group.name(), group.statement().network(), found));
        }
        return groups;
    }

    /** Looks at those, too, that no sentence names. */
    void finish(Viewpoints viewpoints, boolean shared) {
        for (Group group : all) {
            find(group, group.span(), viewpoints);
        }
        for (Group group : all) {
            if (!shared && !used.containsKey(group)) {
                GroupStatement statement = group.statement();
                problems.add(
                        Rule.UNUSED_LIST,
                        statement.name().span(),
                        "nothing uses " + group.kind() + " `" + group.name() + "`",
                        "name it in a sentence, or delete it");
            }
        }
    }
}
