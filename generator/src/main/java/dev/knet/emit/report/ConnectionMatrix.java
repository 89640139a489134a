package dev.knet.emit.report;

import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Connections by their two ends, which are known by their texts. */
record ConnectionMatrix(
        SortedSet<String> sources,
        SortedSet<String> targets,
        Set<String> outside,
        Map<String, Map<String, PortSet>> open) {
    private static final String CLOSED = "-";

    /** An end and itself, and two ends outside the cluster: lists do not have them, so it is not known to be closed. */
    private static final String NOT_LISTED = "n/a";

    static ConnectionMatrix of(Collection<Connection> connections, Collection<? extends End> also) {
        ConnectionMatrix matrix =
                new ConnectionMatrix(new TreeSet<>(), new TreeSet<>(), new HashSet<>(), new HashMap<>());
        also.forEach(end -> {
            String text = matrix.text(end);
            matrix.sources.add(text);
            matrix.targets.add(text);
        });
        connections.forEach(matrix::add);
        return matrix;
    }

    private void add(Connection connection) {
        String from = text(connection.from());
        String to = text(connection.to());
        sources.add(from);
        targets.add(to);
        open.computeIfAbsent(from, none -> new HashMap<>()).merge(to, connection.ports(), PortSet::or);
    }

    private String text(End end) {
        String text = end.text();
        if (end instanceof End.External) {
            outside.add(text);
        }
        return text;
    }

    private String cell(String from, String to) {
        PortSet ports = open.getOrDefault(from, Map.of()).getOrDefault(to, PortSet.NONE);
        if (!ports.isEmpty()) {
            return ports.toString();
        }
        boolean isListed = !from.equals(to) && !(outside.contains(from) && outside.contains(to));
        return isListed ? CLOSED : NOT_LISTED;
    }

    private List<String> row(String from) {
        List<String> row = new ArrayList<>(List.of(from));
        targets.forEach(to -> row.add(cell(from, to)));
        return row;
    }

    private List<String> head(String corner) {
        List<String> head = new ArrayList<>(List.of(corner));
        head.addAll(targets);
        return head;
    }

    /** Columns have numbers in the place of names, which would be wider than what is below them. */
    String text() {
        StringBuilder out = new StringBuilder();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        for (String target : targets) {
            String number = Integer.toString(head.size());
            head.add(number);
            out.append(number).append(" = ").append(Words.ofName(target)).append('\n');
        }
        out.append('\n');
        rows.add(head);
        sources.forEach(source -> {
            List<String> row = row(source);
            row.set(0, Words.ofName(source));
            rows.add(row);
        });
        int[] widths = new int[head.size()];
        rows.forEach(row -> widen(widths, row));
        rows.forEach(row -> append(out, row, widths));
        return targets.isEmpty() ? "" : out.toString();
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private static void append(StringBuilder out, List<String> row, int[] widths) {
        int last = row.size() - 1;
        for (int i = 0; i < last; i++) {
            out.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        out.append(row.get(last)).append('\n');
    }

    /** What is closed is left out. */
    String json() {
        JsonText json = new JsonText();
        json.object(() -> sources.forEach(from -> json.object(
                from,
                () -> targets.forEach(to -> {
                    PortSet ports = open.getOrDefault(from, Map.of()).get(to);
                    if (ports != null) {
                        json.put(to, ports.toString());
                    }
                }))));
        return json.text();
    }

    /** A closed cell is empty, which no program takes for the name of ports. */
    String csv() {
        StringBuilder out = new StringBuilder(Csv.row(head("src")));
        sources.forEach(from -> {
            List<String> row = row(from);
            row.replaceAll(cell -> cell.equals(CLOSED) ? "" : cell);
            out.append(Csv.row(row));
        });
        return out.toString();
    }

    String markdown() {
        StringBuilder out = new StringBuilder(Markdown.head(head("src")));
        sources.forEach(from -> out.append(Markdown.row(row(from))));
        return out.toString();
    }
}
