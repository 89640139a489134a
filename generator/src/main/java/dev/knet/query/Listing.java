package dev.knet.query;

import dev.knet.diagnostic.Printable;
import dev.knet.emit.report.ConnectionFilter;
import dev.knet.emit.report.ConnectionReport;
import dev.knet.emit.report.ConnectionReport.Format;
import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.Reachability;
import dev.knet.reach.policy.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who can talk to whom: all of it, or what is asked for. */
public final class Listing {
    private final View view;
    private final Format format;
    private final ConnectionFilter filter;
    private final Scope scope;

    /** As rows below each other, or as a table of sources and targets. */
    private enum View {
        LIST,
        MATRIX
    }

    private Listing(View view, Format format, ConnectionFilter filter, Scope scope) {
        this.view = view;
        this.format = format;
        this.filter = filter;
        this.scope = scope;
    }

    /**
     * What is left out of a list.
     *
     * @param workload kept is what it is an end of
     * @param direction {@code ingress} or {@code egress}: kept is what enters that workload, or what leaves it
     * @param on kept is what is open on one of these ports
     */
    public record Filter(Optional<String> workload, Optional<String> direction, Optional<String> on) {
        ConnectionFilter read() throws QueryException {
            Optional<Direction> side = direction.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Choice.of("knet.direction", direction.get(), Direction.values()));
            try {
                return new ConnectionFilter(workload, side, on.map(ConnectionFilter::ports));
            } catch (IllegalArgumentException e) {
                throw new QueryException(e);
            }
        }
    }

    /**
     * A question in users' words.
     *
     * @throws QueryException if one of them means nothing
     */
    public static Listing of(String view, String format, Filter filter, Scope scope) throws QueryException {
        return new Listing(
                Choice.of("knet.view", view, View.values()),
                Choice.of("knet.format", format, Format.values()),
                filter.read(),
                scope);
    }

    /**
     * The answer. Of sources, a list leaves out what no end of is in one of their namespaces; a matrix has a cell for it in
     * any case.
     *
     * @throws QueryException if the workload that is asked about is not there
     */
    public Answer answer(Subject subject) throws QueryException {
        Reachability reachability = Reachability.of(subject.objects(), scope.options());
        List<End> shown = shown(reachability.ends());
        List<Connection> connections = filter.of(reachability.connections());
        String text = view == View.LIST
                ? ConnectionReport.list(watched(connections, subject), format)
                : ConnectionReport.matrix(connections, shown, format);
        List<String> hints = new ArrayList<>(subject.hints());
        if (text.isEmpty() && subject.hasWorkloads()) {
            hints.add(0, nothing());
        }
        if (subject.watched().isEmpty() && !scope.strangers() && someStrangerTalks(subject)) {
            hints.add("pods that are in no manifest are left out; -Dknet.strangers=true lists them");
        }
        return new Answer(text, !subject.hasWorkloads(), hints);
    }

    private static List<Connection> watched(List<Connection> connections, Subject subject) {
        return subject.watched()
                .map(namespaces -> connections.stream()
                        .filter(it -> it.isAbout(namespaces::contains))
                        .toList())
                .orElse(connections);
    }

    private boolean someStrangerTalks(Subject subject) {
        Reachability all = Reachability.of(subject.objects(), new Scope(scope.ipv6(), true).options());
        return filter.of(all.connections()).stream()
                .anyMatch(it -> it.from() instanceof End.Stranger || it.to() instanceof End.Stranger);
    }

    /** In place of a list that has no lines. */
    private String nothing() {
        String ports = filter.ports().map(it -> " on " + it).orElse("");
        if (filter.workload().isEmpty()) {
            return "nobody can talk to anybody" + ports;
        }
        String workload = Printable.of(filter.workload().get());
        if (filter.direction().isEmpty()) {
            return "nothing can enter or leave " + workload + ports;
        }
        return "nothing can " + (filter.direction().get() == Direction.INGRESS ? "enter " : "leave ") + workload
                + ports;
    }

    /** The workloads that a matrix shows in any case. */
    private List<End> shown(List<End> ends) throws QueryException {
        if (filter.workload().isEmpty()) {
            return ends.stream().filter(End.Workload.class::isInstance).toList();
        }
        List<End> named = ends.stream().filter(filter::names).toList();
        if (named.isEmpty()) {
            String asked = filter.workload().get();
            throw new QueryException("there is no workload `" + Printable.of(asked) + "`"
                    + Scope.nearMiss(asked, ends).orElse(""));
        }
        return named;
    }
}
