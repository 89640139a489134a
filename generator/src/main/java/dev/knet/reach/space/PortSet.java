package dev.knet.reach.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;

/**
 * What a connection can be made on, as an exact set: ports of TCP, UDP and SCTP, and whatever has no ports, which is one as
 * long as nothing tells ICMP and the other protocols apart.
 */
public final class PortSet {
    public static final PortSet NONE = new PortSet(new int[0]);

    /** Every port of every protocol, and the protocols without ports too. */
    public static final PortSet ALL;

    private static final int PROTOCOLS = Protocol.values().length;
    private static final int SPAN = 1 << 16;
    private static final int LOWEST = 1;
    private static final int HIGHEST = SPAN - 1;

    /** Behind the ports of all protocols, and not touching them, the points for whatever has none. */
    private static final int OTHER = PROTOCOLS * SPAN + 1;

    private static final int END = OTHER + Portless.COUNT;

    /**
     * The points at which membership changes: from the first (inside) to the second (outside) and so on. Ports of one
     * protocol are consecutive points, 0 is none of them.
     */
    private final int[] changes;

    static {
        PortSet all = withoutPorts();
        for (Protocol protocol : Protocol.values()) {
            all = all.or(allOf(protocol));
        }
        ALL = all;
    }

    private PortSet(int[] changes) {
        this.changes = changes;
    }

    /** From the first to the last port, both included. */
    public static PortSet of(Protocol protocol, int first, int last) {
        if (first < LOWEST || last > HIGHEST || first > last) {
            throw new IllegalArgumentException("no ports: " + first + "-" + last);
        }
        return new PortSet(points(protocol, first, last));
    }

    public static PortSet of(Protocol protocol, int port) {
        return of(protocol, port, port);
    }

    public static PortSet allOf(Protocol protocol) {
        return of(protocol, LOWEST, HIGHEST);
    }

    /** What has no ports, such as ICMP. */
    public static PortSet withoutPorts() {
        return new PortSet(new int[] {OTHER, END});
    }

    /** All of a sort of what has no ports. */
    public static PortSet allOf(Portless sort) {
        return new PortSet(points(sort, 0, sort.count() - 1));
    }

    /** Messages of ICMP of a type, with any code. */
    public static PortSet icmp(Portless version, int type) {
        return new PortSet(points(version, version.point(type, 0), version.point(type, Portless.HIGHEST)));
    }

    /** Messages of ICMP of a type and a code. */
    public static PortSet icmp(Portless version, int type, int code) {
        int point = version.point(type, code);
        return new PortSet(points(version, point, point));
    }

    /** A protocol by its number; of one with ports or with types, all of these. */
    public static PortSet protocol(int number) {
        return switch (number) {
            case 1 -> allOf(Portless.ICMP);
            case 6 -> allOf(Protocol.TCP);
            case 17 -> allOf(Protocol.UDP);
            case 58 -> allOf(Portless.ICMPV6);
            case 132 -> allOf(Protocol.SCTP);
            default -> new PortSet(points(Portless.NUMBERED, number, number));
        };
    }

    /** Of just what {@link #toString()} writes; empty for any other text. */
    public static Optional<PortSet> parse(String text) {
        return PortText.parse(text);
    }

    /** Of the points at which membership changes, in order. */
    static PortSet of(int[] changes) {
        return changes.length == 0 ? NONE : new PortSet(changes);
    }

    /** The points from the first to the last port of a protocol, and behind it. */
    static int[] points(Protocol protocol, int first, int last) {
        int base = protocol.place() * SPAN;
        return new int[] {base + first, base + last + 1};
    }

    /** The same of what has no ports. */
    static int[] points(Portless sort, int first, int last) {
        if (first < 0 || last >= sort.count() || first > last) {
            throw new IllegalArgumentException("no " + sort + ": " + first + "-" + last);
        }
        int base = OTHER + sort.base();
        return new int[] {base + first, base + last + 1};
    }

    static boolean isPort(int number) {
        return LOWEST <= number && number <= HIGHEST;
    }

    public boolean isEmpty() {
        return changes.length == 0;
    }

    public boolean isAll() {
        return equals(ALL);
    }

    public boolean contains(Protocol protocol, int port) {
        return contains(protocol.place() * SPAN + port);
    }

    public boolean contains(PortSet other) {
        return other.minus(this).isEmpty();
    }

    /** Whether there is something without ports in it. */
    public boolean containsOthers() {
        return changes.length > 0 && changes[changes.length - 1] > OTHER;
    }

    private boolean contains(int point) {
        int found = Arrays.binarySearch(changes, point);
        int passed = found >= 0 ? found + 1 : -found - 1;
        return passed % 2 == 1;
    }

    public PortSet or(PortSet other) {
        return combine(other, (one, two) -> one | two);
    }

    public PortSet and(PortSet other) {
        return combine(other, (one, two) -> one & two);
    }

    public PortSet minus(PortSet other) {
        return combine(other, (one, two) -> one & ~two);
    }

    /** Walks over the changes of both; the operator says whether a point belongs to the result, in the lowest bit. */
    private PortSet combine(PortSet other, IntBinaryOperator isIn) {
        int[] result = new int[changes.length + other.changes.length];
        int length = 0;
        int mine = 0;
        int theirs = 0;
        int state = 0;
        while (mine < changes.length || theirs < other.changes.length) {
            int next = Math.min(
                    mine < changes.length ? changes[mine] : Integer.MAX_VALUE,
                    theirs < other.changes.length ? other.changes[theirs] : Integer.MAX_VALUE);
            mine += mine < changes.length && changes[mine] == next ? 1 : 0;
            theirs += theirs < other.changes.length && other.changes[theirs] == next ? 1 : 0;
            int now = isIn.applyAsInt(mine & 1, theirs & 1) & 1;
            if (now != state) {
                result[length++] = next;
                state = now;
            }
        }
        return length == 0 ? NONE : new PortSet(Arrays.copyOf(result, length));
    }

    /**
     * The parts into which these sets cut all there is: each is wholly inside or wholly outside of each of them. In the
     * order of their first points.
     */
    public static List<PortSet> atoms(Iterable<PortSet> sets) {
        int count = ALL.changes.length;
        for (PortSet set : sets) {
            count += set.changes.length;
        }
        int[] points = Arrays.copyOf(ALL.changes, count);
        int length = ALL.changes.length;
        for (PortSet set : sets) {
            System.arraycopy(set.changes, 0, points, length, set.changes.length);
            length += set.changes.length;
        }
        Arrays.sort(points);
        List<PortSet> atoms = new ArrayList<>();
        for (int i = 0; i + 1 < points.length; i++) {
            if (points[i] < points[i + 1] && ALL.contains(points[i])) {
                atoms.add(new PortSet(new int[] {points[i], points[i + 1]}));
            }
        }
        return atoms;
    }

    /** Whether something is in both. */
    public boolean overlaps(PortSet other) {
        int mine = 0;
        int theirs = 0;
        while (mine < changes.length && theirs < other.changes.length) {
            if (changes[mine + 1] <= other.changes[theirs]) {
                mine += 2;
            } else if (other.changes[theirs + 1] <= changes[mine]) {
                theirs += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Its stretches, in order. */
    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i] < OTHER) {
                int base = changes[i] / SPAN * SPAN;
                stretches.add(
                        new Stretch(Protocol.at(changes[i] / SPAN), changes[i] - base, changes[i + 1] - 1 - base));
            }
        }
        return stretches;
    }

    /** Ports of one protocol, from the first to the last. */
    public record Stretch(Protocol protocol, int first, int last) {
        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet ports && Arrays.equals(changes, ports.changes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(changes);
    }

    /** {@code All Connections}, {@code No Connections}, or what there is, as {@code TCP 80,443,UDP 53}. */
    @Override
    public String toString() {
        if (isAll()) {
            return "All Connections";
        }
        List<String> parts = new ArrayList<>();
        List<Stretch> stretches = stretches();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean begins = i == 0 || stretches.get(i - 1).protocol() != stretch.protocol();
            parts.add(begins ? stretch.protocol() + " " + stretch : stretch.toString());
        }
        if (contains(withoutPorts())) {
            parts.add("others");
        } else {
            addPortless(parts);
        }
        return parts.isEmpty() ? "No Connections" : String.join(",", parts);
    }

    private void addPortless(List<String> parts) {
        for (Portless sort : Portless.values()) {
            int base = OTHER + sort.base();
            String word = sort + " ";
            int[] own = containsOthers() ? and(allOf(sort)).changes : NONE.changes;
            for (int i = 0; i < own.length; i += 2) {
                parts.add(word + sort.text(own[i] - base, own[i + 1] - 1 - base));
                word = "";
            }
        }
    }
}
