package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Coverage;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Isolation;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Statement;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** No sentence says what another says already, maybe among other things: the second is mostly one that was meant to be about something else. */
final class SentencesHaveAnEffect implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Diagnostic> found = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            new Side(direction, topology.permissions(), found).check();
        }
        Repetitions repetitions = new Repetitions(found);
        for (Denial denial : topology.denials()) {
            repetitions.look("denies " + meaning(denial.sources(), denial.openings()), denial);
        }
        for (Isolation isolation : topology.isolations()) {
            repetitions.look("deny " + isolation.directions() + keys(isolation.subjects()), isolation);
        }
        return found.stream();
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

    private static Diagnostic saidAlready(Statement statement, Statement earlier) {
        return Diagnostic.of(Rule.NO_EFFECT, statement.span(), "this has been said already")
                .withLabel(earlier.span(), "here")
                .withHelp("delete one of the two, or say in one of them what you meant");
    }

    /** Statements that mean the same, by their text. */
    private static final class Repetitions {
        private final Map<String, Statement> first = new HashMap<>();
        private final List<Diagnostic> found;

        Repetitions(List<Diagnostic> found) {
            this.found = found;
        }

        /** Whether it is the first that means this. */
        boolean look(String meaning, Statement statement) {
            Statement earlier = first.putIfAbsent(meaning, statement);
            if (earlier != null) {
                found.add(saidAlready(statement, earlier));
            }
            return earlier == null;
        }
    }

    /** The permissions that isolate one side, by their places in the list: most have a subject that no other is about. */
    private static final class Side {
        /** Of a subject with more sentences, only those that are the same are told: each costs a look at all others. */
        private static final int MOST_COMPARED = 100;

        private final Direction direction;
        private final List<Permission> permissions;
        private final List<Diagnostic> found;
        private final Repetitions repetitions;
        private final Map<Workload, List<Integer>> ofWorkloads = new HashMap<>();
        private final Map<Namespace, List<Integer>> ofSelections = new HashMap<>();

        Side(Direction direction, List<Permission> permissions, List<Diagnostic> found) {
            this.direction = direction;
            this.permissions = permissions;
            this.found = found;
            this.repetitions = new Repetitions(found);
        }

        void check() {
            for (int i = 0; i < permissions.size(); i++) {
                if (permissions.get(i).isolates() == direction) {
                    for (Peer subject : permissions.get(i).subjects()) {
                        add(i, place(subject));
                    }
                }
            }
            for (int i = 0; i < permissions.size(); i++) {
                if (permissions.get(i).isolates() == direction) {
                    check(i);
                }
            }
        }

        private static void add(int i, List<Integer> group) {
            if (group.isEmpty() || group.get(group.size() - 1) != i) {
                group.add(i);
            }
        }

        /** Resolving has made sure that subjects are pods of one namespace each. */
        private List<Integer> place(Peer subject) {
            Peer.Pods pods = subject.asPods().orElseThrow();
            return pods.workload().isPresent()
                    ? ofWorkloads.computeIfAbsent(pods.workload().get(), none -> new ArrayList<>(1))
                    : ofSelections.computeIfAbsent(pods.namespace().orElseThrow(), none -> new ArrayList<>(1));
        }

        /** Who says the same and more says it of the first subject too: of itself, or of a selection in its namespace. */
        private void check(int i) {
            Permission permission = permissions.get(i);
            Peer.Pods subject = permission.subjects().get(0).asPods().orElseThrow();
            Set<Integer> others = new LinkedHashSet<>();
            if (subject.workload().isPresent()) {
                others.addAll(ofWorkloads.getOrDefault(subject.workload().get(), List.of()));
            }
            others.addAll(ofSelections.getOrDefault(subject.namespace().orElseThrow(), List.of()));
            if (others.size() > 1
                    && repetitions.look(meaning(permission.sources(), permission.openings()), permission)
                    && others.size() <= MOST_COMPARED) {
                compare(i, others);
            }
        }

        private void compare(int i, Set<Integer> others) {
            Permission permission = permissions.get(i);
            for (int j : others) {
                Permission other = permissions.get(j);
                if (i != j && Coverage.covers(other, permission) && (j < i || !Coverage.covers(permission, other))) {
                    found.add(Diagnostic.of(Rule.NO_EFFECT, permission.span(), "another sentence says this and more")
                            .withLabel(other.span(), "here")
                            .withHelp("delete this one, or say less there"));
                    return;
                }
            }
        }
    }
}
