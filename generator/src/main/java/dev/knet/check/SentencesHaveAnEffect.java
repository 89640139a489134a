package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
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

/** No sentence says what another has said already: the second is mostly one that was meant to be about something else. */
final class SentencesHaveAnEffect implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Search search = new Search();
        for (Permission permission : topology.permissions()) {
            search.look(meaning(permission), permission);
        }
        for (Isolation isolation : topology.isolations()) {
            search.look("deny " + isolation.directions() + keys(isolation.subjects()), isolation);
        }
        return search.found.stream();
    }

    private static String meaning(Permission permission) {
        StringBuilder meaning = new StringBuilder(permission.isolates().word()).append(keys(permission.sources()));
        for (Permission.Opening opening : permission.openings()) {
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
        private final Map<String, Statement> first = new HashMap<>();
        private final List<Diagnostic> found = new ArrayList<>();

        void look(String meaning, Statement statement) {
            Statement earlier = first.putIfAbsent(meaning, statement);
            if (earlier != null) {
                found.add(Diagnostic.of(Rule.NO_EFFECT, statement.span(), "this has been said already")
                        .withLabel(earlier.span(), "here")
                        .withHelp("delete one of the two, or say in one of them what you meant"));
            }
        }
    }
}
