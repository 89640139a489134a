package dev.knet.emit.report;

import dev.knet.emit.graph.ConnectionGraph;
import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who can talk to whom: as a list, or as a matrix. The list has the form that np-guard's netpol-analyzer prints. */
public final class ConnectionReport {
    private ConnectionReport() {}

    /** How it is written. */
    public enum Format {
        TXT,
        JSON,
        CSV,
        MD,
        DOT
    }

    /** One after the other, sorted by their lines of text. */
    public static String list(Collection<Connection> connections, Format format) {
        return switch (format) {
            case TXT -> text(lines(connections));
            case JSON -> json(lines(connections));
            case CSV -> csv(lines(connections));
            case MD -> markdown(lines(connections));
            case DOT -> ConnectionGraph.dot(connections);
        };
    }

    /**
     * A row for each source, a column for each target.
     *
     * @param also ends that have a row and a column in any case: without them, what is closed altogether does not show
     */
    public static String matrix(Collection<Connection> connections, Collection<? extends End> also, Format format) {
        ConnectionMatrix matrix = ConnectionMatrix.of(connections, also);
        return switch (format) {
            case TXT -> matrix.text();
            case JSON -> matrix.json();
            case CSV -> matrix.csv();
            case MD -> matrix.markdown();
            case DOT -> ConnectionGraph.dot(connections);
        };
    }

    /** A connection in words, and its line. */
    private record Line(String line, String from, String to, String ports) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return line.compareTo(other.line);
        }
    }

    /** Ends and ports are in many connections, but put into words only once. */
    private static List<Line> lines(Collection<Connection> connections) {
        Map<End, String> names = new HashMap<>();
        Map<String, String> shown = new HashMap<>();
        Map<PortSet, String> ports = new HashMap<>();
        List<Line> lines = new ArrayList<>(connections.size());
        for (Connection connection : connections) {
            String from = names.computeIfAbsent(connection.from(), End::text);
            String to = names.computeIfAbsent(connection.to(), End::text);
            String open = ports.computeIfAbsent(connection.ports(), PortSet::toString);
            String line = shown.computeIfAbsent(from, Words::ofName) + " => " + shown.computeIfAbsent(to, Words::ofName)
                    + " : " + open;
            lines.add(new Line(line, from, to, open));
        }
        Collections.sort(lines);
        return lines;
    }

    private static String text(List<Line> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(line.line).append('\n'));
        return out.toString();
    }

    private static String json(List<Line> lines) {
        JsonText json = new JsonText();
        json.array(() -> lines.forEach(line -> json.object(() -> {
            json.put("src", line.from);
            json.put("dst", line.to);
            json.put("conn", line.ports);
        })));
        return json.text();
    }

    private static String csv(List<Line> lines) {
        StringBuilder out = new StringBuilder(Csv.row(List.of("src", "dst", "conn")));
        lines.forEach(line -> out.append(Csv.row(List.of(line.from, line.to, line.ports))));
        return out.toString();
    }

    private static String markdown(List<Line> lines) {
        StringBuilder out = new StringBuilder(Markdown.head(List.of("src", "dst", "conn")));
        lines.forEach(line -> out.append(Markdown.row(List.of(line.from, line.to, line.ports))));
        return out.toString();
    }
}
