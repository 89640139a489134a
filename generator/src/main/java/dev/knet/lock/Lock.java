package dev.knet.lock;

import dev.knet.reach.Change;
import dev.knet.reach.Changes;
import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.Reachability;
import dev.knet.reach.objects.ClusterObjects;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who can talk to whom, as it was accepted: for each environment of a topology, and under the empty name for what is in
 * none.
 *
 * <p>A connection of today is covered only by connections of the lock whose ends have the same texts; addresses are
 * compared as addresses. In particular no stranger is covered by a more general one: that a pod without labels may do
 * something says nothing of one with labels, for the policies of then may have refused just these, and the lock does not
 * say which. So that nothing is missed, {@link #present} looks at all strangers of the lock too, and the lock names those
 * that could not talk to anyone. What is reported though it is not wider is a stranger or a workload that the lock does
 * not know. What is not looked at: pods with the labels of a workload of then that are not its pods, and pods that combine
 * labels which no selector combines.
 */
public record Lock(SortedMap<String, Section> sections) {
    /** The name under which the section is that belongs to no environment. */
    public static final String NO_ENVIRONMENT = "";

    public static final Lock EMPTY = new Lock(Collections.emptySortedMap());

    public Lock {
        SortedMap<String, Section> copy = new TreeMap<>(sections);
        // In a text, nothing would be left of it.
        copy.remove(NO_ENVIRONMENT, Section.EMPTY);
        sections = Collections.unmodifiableSortedMap(copy);
    }

    /** What was read of a text: without problems, a lock that {@link #write} could have written. */
    public record Parsed(Lock lock, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    /** What is wrong with a line, from 1, and what to do. */
    public record Problem(int line, String message, String help) {}

    /** Never throws: whatever could not have been written is a problem of its line. */
    public static Parsed read(String text) {
        return LockReader.read(text);
    }

    /**
     * As it is kept in a file.
     *
     * @throws IllegalArgumentException if a name in it could not be read again; Kubernetes has none such
     */
    public String write() {
        return LockWriter.write(this);
    }

    public boolean has(String environment) {
        return sections.containsKey(environment);
    }

    /**
     * The same but for one environment, for which everything is accepted that is possible with these objects.
     *
     * @param isWatched of the name of a namespace, whether the lock is about its pods: what all others do among themselves
     *     is for others to say
     */
    public Lock with(String environment, ClusterObjects objects, Predicate<String> isWatched) {
        SortedMap<String, Section> changed = new TreeMap<>(sections);
        changed.put(environment, Section.of(Reachability.thorough(objects, Set.of()), isWatched));
        return new Lock(changed);
    }

    /** The same with these environments only: others are not there any more. */
    public Lock only(Set<String> environments) {
        SortedMap<String, Section> kept = new TreeMap<>(sections);
        kept.keySet().retainAll(environments);
        return new Lock(kept);
    }

    /** What is possible with these objects, also for whom only the lock speaks of: the one thing to compare with it. */
    public Reachability present(String environment, ClusterObjects objects) {
        return Reachability.thorough(objects, section(environment).strangers());
    }

    /**
     * What is possible now and was not.
     *
     * @param now the connections of {@link #present}; with those of any other analysis, something could be missed
     * @param isWatched whether a namespace is one of those that the lock is about now; those that it was about stay it
     */
    public List<Change> widened(String environment, List<Connection> now, Predicate<String> isWatched) {
        return changes(environment, now, isWatched, Change::widens);
    }

    /** What was possible and is not any more; some of it may have been widened too. */
    public List<Change> narrowed(String environment, List<Connection> now, Predicate<String> isWatched) {
        return changes(environment, now, isWatched, Change::narrows);
    }

    private List<Change> changes(
            String environment, List<Connection> now, Predicate<String> isWatched, Predicate<Change> which) {
        Section section = section(environment);
        Predicate<String> isOrWasWatched = isWatched.or(section.watched()::contains);
        List<Connection> seen =
                now.stream().filter(it -> it.isAbout(isOrWasWatched)).toList();
        return Changes.between(section.connections(), seen).stream()
                .filter(which)
                .toList();
    }

    private Section section(String environment) {
        return sections.getOrDefault(environment, Section.EMPTY);
    }

    /**
     * What is locked in one environment.
     *
     * @param silent strangers that can talk to no one, and no one to them; and of each namespace that the lock is about, the
     *     one without labels
     */
    public record Section(List<Connection> connections, List<End.Stranger> silent) {
        static final Section EMPTY = new Section(List.of(), List.of());

        public Section {
            connections = connections.stream().sorted().toList();
            silent = silent.stream().sorted().toList();
        }

        static Section of(Reachability reachability, Predicate<String> isWatched) {
            List<Connection> connections = reachability.connections().stream()
                    .filter(it -> it.isAbout(isWatched))
                    .toList();
            Set<End.Stranger> silent = strangers(reachability.ends());
            silent.removeIf(it -> !it.isIn(isWatched));
            Set<End.Stranger> talking = new TreeSet<>();
            connections.forEach(it -> talking.addAll(strangers(List.of(it.from(), it.to()))));
            silent.removeIf(it -> !isWholeNamespace(it) && talking.contains(it));
            return new Section(connections, List.copyOf(silent));
        }

        private static boolean isWholeNamespace(End.Stranger stranger) {
            return !stranger.namespace().isEmpty() && stranger.labels().isEmpty();
        }

        /** The namespaces that it is about. */
        Set<String> watched() {
            Set<String> watched = new TreeSet<>();
            silent.stream().filter(Section::isWholeNamespace).forEach(it -> watched.add(it.namespace()));
            return watched;
        }

        /** All that are named. */
        Set<End.Stranger> strangers() {
            Set<End.Stranger> strangers = new TreeSet<>(silent);
            connections.forEach(it -> strangers.addAll(strangers(List.of(it.from(), it.to()))));
            return strangers;
        }

        private static Set<End.Stranger> strangers(List<End> ends) {
            Set<End.Stranger> strangers = new TreeSet<>();
            for (End end : ends) {
                if (end instanceof End.Stranger stranger) {
                    strangers.add(stranger);
                }
            }
            return strangers;
        }
    }
}
