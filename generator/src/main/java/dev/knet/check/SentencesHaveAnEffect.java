package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Coverage;
import dev.knet.model.Denial;
import dev.knet.model.Isolation;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Statement;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** No sentence says what another says already, maybe among other things: the second is mostly one that was meant to be about something else. */
final class SentencesHaveAnEffect implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Search search = new Search();
        for (Permission permission : topology.permissions()) {
            search.look(meaning(permission), permission);
        }
        topology.permissions().forEach(search::compare);
        for (Denial denial : topology.denials()) {
            search.look("denies " + meaning(denial.sources(), denial.openings()), denial);
        }
        for (Isolation isolation : topology.isolations()) {
            search.look("deny " + isolation.directions() + keys(isolation.subjects()), isolation);
        }
        return search.found.stream();
    }

    private static String meaning(Permission permission) {
        return permission.isolates().word() + meaning(permission.sources(), permission.openings());
    }

    private static String meaning(List<Peer> sources, List<Permission.Opening> openings) {
        StringBuilder meaning = new StringBuilder(keys(sources));
        for (Permission.Opening opening : openings) {
            meaning.append(keys(opening.targets())).append(opening.ports().text());
        }
        return meaning.toString();
    }

    private static String keys(Collection<? extends Peer> peers) {
        TreeSet<String> keys = new TreeSet<>();
        for (Peer peer : peers) {
            keys.add(peer.key());
        }
        return keys.toString();
    }

    private static final class Search {
        /** Of a subject with more sentences, only those that are the same are told: each costs a look at all others. */
        private static final int MOST_COMPARED = 100;

        private final Map<String, Statement> first = new HashMap<>();
        private final Map<String, List<Permission>> bySubject = new HashMap<>();
        private final List<Diagnostic> found = new ArrayList<>();

        void look(String meaning, Statement statement) {
            Statement earlier = first.putIfAbsent(meaning, statement);
            if (earlier != null) {
                found.add(Diagnostic.of(Rule.NO_EFFECT, statement.span(), "this has been said already")
                        .withLabel(earlier.span(), "here")
                        .withHelp("delete one of the two, or say in one of them what you meant"));
            } else if (statement instanceof Permission permission) {
                for (Peer subject : permission.subjects()) {
                    List<Permission> others =
                            bySubject.computeIfAbsent(place(permission, subject), k -> new ArrayList<>());
                    if (others.isEmpty() || !others.get(others.size() - 1).equals(permission)) {
                        others.add(permission);
                    }
                }
            }
        }

        /** A workload is subject to what is said of itself and of selections in its namespace. */
        private static String place(Permission permission, Peer subject) {
            String direction = permission.isolates().word();
            return subject.asPods().flatMap(Peer.Pods::workload).isPresent()
                    ? direction + " " + subject.key()
                    : selections(direction, subject);
        }

        private static String selections(String direction, Peer subject) {
            return direction
                    + subject.asPods()
                            .map(pods -> " selections " + pods.namespaces().key())
                            .orElse("");
        }

        /** Who says the same and more says it of the first subject, too. */
        void compare(Permission permission) {
            if (!permission.equals(first.get(meaning(permission)))
                    || permission.subjects().isEmpty()) {
                return;
            }
            Peer subject = permission.subjects().get(0);
            String own = place(permission, subject);
            String selections = selections(permission.isolates().word(), subject);
            List<Permission> others = new ArrayList<>(bySubject.getOrDefault(own, List.of()));
            if (!own.equals(selections)) {
                others.addAll(bySubject.getOrDefault(selections, List.of()));
            }
            if (others.size() > 1 && others.size() <= MOST_COMPARED) {
                compare(permission, others);
            }
        }

        private void compare(Permission permission, List<Permission> others) {
            for (Permission other : others) {
                boolean isEarlier = other.span().start() < permission.span().start();
                if (!other.equals(permission)
                        && Coverage.covers(other, permission)
                        && (isEarlier || !Coverage.covers(permission, other))) {
                    found.add(Diagnostic.of(Rule.NO_EFFECT, permission.span(), "another sentence says this and more")
                            .withLabel(other.span(), "here")
                            .withHelp("delete this one, or say less there"));
                    return;
                }
            }
        }
    }
}
