package dev.knet.emit.report;

import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which connections are shown, each with all its ports: what is left is lines of the whole list.
 *
 * @param workload {@code web}, {@code shop/web}, {@code shop/*}, each also with its kind, as {@code web[Deployment]}; or an
 *     end as a list names it
 * @param direction {@code INGRESS} for what enters that workload, {@code EGRESS} for what leaves it; both without it
 * @param ports kept is what is open on some of them
 */
public record ConnectionFilter(Optional<String> workload, Optional<Direction> direction, Optional<PortSet> ports) {
    /** Keeps all. */
    public static final ConnectionFilter NONE =
            new ConnectionFilter(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern NAME =
            Pattern.compile("(?:(?<namespace>[^/\\[]*)/)?(?<name>[^/\\[]*)(?:\\[(?<kind>[^\\]]*)\\])?");
    private static final Pattern PORTS =
            Pattern.compile("(?:(?<protocol>[a-z]+)/)?(?<first>[0-9]{1,5})(?:-(?<last>[0-9]{1,5}))?");
    private static final String ANY = "*";
    private static final int HIGHEST = 65535;

    /** @throws IllegalArgumentException if there is a direction of no workload */
    public ConnectionFilter {
        if (direction.isPresent() && workload.isEmpty()) {
            throw new IllegalArgumentException(
                    "`" + direction.get().word() + "` is a direction of a workload: name the workload too");
        }
    }

    /**
     * Ports as they are asked for: {@code tcp/80}, {@code 80} (of TCP), {@code tcp/8000-8100}, {@code udp}, {@code others}
     * (protocols without ports), or several of them with commas.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static PortSet ports(String text) {
        PortSet all = PortSet.NONE;
        for (String part : text.split(",", -1)) {
            all = all.or(part(part.strip())
                    .orElseThrow(() -> new IllegalArgumentException("`" + part.strip()
                            + "` is no port; write `tcp/80`, `80`, `tcp/8000-8100`, `udp` or `others`")));
        }
        return all;
    }

    private static Optional<PortSet> part(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.equals("others")) {
            return Optional.of(PortSet.withoutPorts());
        }
        Matcher found = PORTS.matcher(word);
        if (!found.matches()) {
            return protocol(word).map(PortSet::allOf);
        }
        String name = found.group("protocol");
        int first = Integer.parseInt(found.group("first"));
        int last = found.group("last") == null ? first : Integer.parseInt(found.group("last"));
        return first < 1 || last > HIGHEST || first > last
                ? Optional.empty()
                : protocol(name == null ? "tcp" : name).map(it -> PortSet.of(it, first, last));
    }

    private static Optional<Protocol> protocol(String word) {
        return Protocol.of(word.toUpperCase(Locale.ROOT));
    }

    /** Those that are shown, in their order. */
    public List<Connection> of(Collection<Connection> connections) {
        return connections.stream().filter(this::keeps).toList();
    }

    public boolean keeps(Connection connection) {
        return ports.filter(it -> !it.overlaps(connection.ports())).isEmpty() && keepsEnds(connection);
    }

    private boolean keepsEnds(Connection connection) {
        return workload.isEmpty()
                || direction.filter(Direction.INGRESS::equals).isEmpty() && names(connection.from())
                || direction.filter(Direction.EGRESS::equals).isEmpty() && names(connection.to());
    }

    /** Whether an end is meant by the workload; if it is so of none, there is none of that name. */
    public boolean names(End end) {
        return workload.filter(text -> isNamed(text, end)).isPresent();
    }

    private static boolean isNamed(String text, End end) {
        if (end.text().equals(text)) {
            return true;
        }
        Matcher found = NAME.matcher(text);
        if (!found.matches()) {
            return false;
        }
        String namespace = found.group("namespace");
        String name = found.group("name");
        String kind = found.group("kind");
        return end.fold(
                it -> is(namespace, it.namespace()) && is(name, it.name()) && is(kind, it.kind()),
                external -> false,
                it -> ANY.equals(name) && is(namespace, it.namespace()) && is(kind, "Pod"));
    }

    private static boolean is(@Nullable String asked, String actual) {
        return asked == null || asked.equals(ANY) || asked.equalsIgnoreCase(actual);
    }
}
