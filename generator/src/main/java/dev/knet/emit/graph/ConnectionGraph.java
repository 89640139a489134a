package dev.knet.emit.graph;

import dev.knet.diagnostic.Printable;
import dev.knet.reach.Connection;
import dev.knet.reach.End;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Connections in Graphviz' language: a frame for each namespace, an arrow for each connection. */
public final class ConnectionGraph {
    /** By namespace, the texts of its ends and the ends; those of no namespace are under the empty name. */
    private final Map<String, Map<String, End>> nodes = new TreeMap<>();

    private final Map<String, String> arrows = new TreeMap<>();

    private ConnectionGraph() {}

    /** A node is called as a list calls the end, so what is seen can be looked up. */
    public static String dot(Collection<Connection> connections) {
        ConnectionGraph graph = new ConnectionGraph();
        connections.forEach(graph::add);
        return graph.write();
    }

    private void add(Connection connection) {
        String arrow = node(connection.from()) + " -> " + node(connection.to());
        arrows.put(arrow + " : " + connection.ports(), arrow + " [label=" + label(connection.ports() + "") + "]");
    }

    private String node(End end) {
        String text = end.text();
        nodes.computeIfAbsent(namespace(end), none -> new TreeMap<>()).put(text, end);
        return quoted(text);
    }

    private static String namespace(End end) {
        return end.fold(End.Workload::namespace, external -> "", End.Stranger::namespace);
    }

    private String write() {
        StringBuilder out = new StringBuilder("digraph {\n");
        nodes.forEach((namespace, ends) -> write(out, namespace, ends));
        arrows.values().forEach(arrow -> out.append('\t').append(arrow).append('\n'));
        return out.append("}\n").toString();
    }

    private static void write(StringBuilder out, String namespace, Map<String, End> ends) {
        if (namespace.isEmpty()) {
            ends.forEach((text, end) -> write(out, "\t", text, text, end));
            return;
        }
        out.append("\tsubgraph ").append(quoted("cluster_" + namespace)).append(" {\n");
        ends.forEach((text, end) -> write(out, "\t\t", text, text.substring(namespace.length() + 1), end));
        out.append("\t\tlabel=").append(label(namespace)).append("\n\t}\n");
    }

    private static void write(StringBuilder out, String indent, String text, String name, End end) {
        String look = end.fold(workload -> " shape=box", external -> "", stranger -> " shape=box style=dashed");
        out.append(indent).append(quoted(text)).append(" [label=").append(label(name));
        out.append(look).append("]\n");
    }

    private static String quoted(String text) {
        return '"' + Printable.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Labels know HTML's entities, names of nodes do not. */
    private static String label(String text) {
        return quoted(text.replace("&", "&amp;"));
    }
}
