package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Namespace;
import dev.knet.source.Span;
import dev.knet.syntax.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in the lists of ports, each list's content found once. */
final class PortLists {
    private final Directory directory;
    private final Problems problems;
    private final List<PortList> all = new ArrayList<>();
    private final Map<PortList, Optional<List<Item>>> contents = new HashMap<>();
    /** From where each is named: those that are being looked at are a path. */
    private final Map<PortList, Span> path = new LinkedHashMap<>();

    private final Depths<PortList> depths = new Depths<>();
    private final Set<PortList> used = new HashSet<>();

    PortLists(Directory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** A port as it is written; if it is the name of a list, the list and what is in it. */
    record Item(Port port, @Nullable PortList list, List<Item> content) {
        Item {
            content = List.copyOf(content);
        }
    }

    void add(PortList list) {
        all.add(list);
    }

    Set<String> names() {
        return directory.portLists();
    }

    /** Nothing if a list among them is wrong, which has been reported. */
    Optional<List<Item>> flat(List<Port> ports, Namespace from) {
        List<Item> items = new ArrayList<>(ports.size());
        boolean fine = true;
        for (Port port : ports) {
            Optional<PortList> list =
                    port instanceof Port.Named named ? directory.ports(named.name(), from) : Optional.empty();
            Optional<List<Item>> content = list.isPresent() ? used(list.get(), port.span()) : Optional.of(List.of());
            content.ifPresent(its -> items.add(new Item(port, list.orElse(null), its)));
            fine &= content.isPresent();
        }
        return fine ? Optional.of(items) : Optional.empty();
    }

    private Optional<List<Item>> used(PortList list, Span place) {
        used.add(list);
        return content(list, place);
    }

    private Optional<List<Item>> content(PortList list, Span place) {
        Optional<List<Item>> known = contents.get(list);
        if (known != null) {
            depths.again(list);
            return known;
        }
        if (path.containsKey(list)) {
            reportCircle(list, place);
            return Optional.empty();
        }
        if (path.size() == Depths.MOST) {
            reportTooDeep(list, place);
            return Optional.empty();
        }
        path.put(list, place);
        int before = depths.enter();
        boolean areNumbers = true;
        for (Port port : list.statement().ports()) {
            areNumbers &= isNumber(port);
        }
        Optional<List<Item>> items = flat(list.statement().ports(), list.namespace());
        Optional<List<Item>> content = areNumbers ? items : Optional.empty();
        path.remove(list);
        if (depths.leave(list, before)) {
            reportTooDeep(list, place);
        }
        contents.put(list, content);
        return content;
    }

    private boolean isNumber(Port port) {
        if (port instanceof Port.One one) {
            return PortNumbers.check(one.number().number(), problems);
        }
        return !(port instanceof Port.Range range) || PortNumbers.check(range, problems);
    }

    private void reportTooDeep(PortList list, Span place) {
        if (depths.tell()) {
            problems.add(Diagnostic.of(
                            Rule.CIRCLE,
                            place,
                            "list of ports `" + list.name() + "` is in a chain of more than " + Depths.MOST
                                    + ", each inside the next")
                    .withLabel(list.span(), "declared here")
                    .withHelp("write the ports themselves in some of them"));
        }
    }

    private void reportCircle(PortList list, Span place) {
        StringBuilder circle = new StringBuilder();
        boolean isInside = false;
        for (PortList step : path.keySet()) {
            isInside |= step.equals(list);
            circle.append(isInside ? "`" + step.name() + "` -> " : "");
        }
        problems.add(Diagnostic.of(Rule.CIRCLE, place, "list of ports `" + list.name() + "` contains itself")
                .withNote(circle.append('`').append(list.name()).append('`').toString())
                .withLabel(list.span(), "declared here")
                .withHelp("take one of them out of the other"));
    }

    /** Looks at those, too, that no sentence names. */
    void finish(boolean shared) {
        for (PortList list : all) {
            content(list, list.span());
        }
        for (PortList list : all) {
            if (!shared && !used.contains(list)) {
                problems.add(
                        Rule.UNUSED_LIST,
                        list.span(),
                        "nothing uses the list of ports `" + list.name() + "`",
                        "name it in a sentence, or delete it");
            }
        }
    }
}
