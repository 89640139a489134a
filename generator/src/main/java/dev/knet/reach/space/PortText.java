package dev.knet.reach.space;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a set of ports is written as. One pass, for the text may be hostile: what is read is written and compared. */
final class PortText {
    private static final Pattern STRETCH = Pattern.compile("(?:(SCTP|TCP|UDP) )?([1-9]\\d{0,4})(?:-([1-9]\\d{0,4}))?");
    private static final Pattern PORTLESS =
            Pattern.compile("(?:(icmp|icmpv6|protocol) )?(\\d{1,3})(?:/(\\d{1,3}))?(?:-(\\d{1,3})(?:/(\\d{1,3}))?)?");
    private static final String OTHERS = "others";

    private int[] changes = new int[8];
    private int length;
    private Optional<Protocol> protocol = Optional.empty();
    private Optional<Portless> portless = Optional.empty();

    private PortText() {}

    static Optional<PortSet> parse(String text) {
        for (PortSet word : new PortSet[] {PortSet.ALL, PortSet.NONE}) {
            if (word.toString().equals(text)) {
                return Optional.of(word);
            }
        }
        return new PortText().read(text).filter(it -> it.toString().equals(text));
    }

    private Optional<PortSet> read(String text) {
        boolean withOthers = text.equals(OTHERS) || text.endsWith("," + OTHERS);
        String ports = withOthers ? text.substring(0, Math.max(0, text.length() - OTHERS.length() - 1)) : text;
        if (!ports.isEmpty() || !withOthers) {
            for (String stretch : ports.split(",", -1)) {
                if (!add(stretch)) {
                    return Optional.empty();
                }
            }
        }
        PortSet read = PortSet.of(Arrays.copyOf(changes, length));
        return Optional.of(withOthers ? read.or(PortSet.withoutPorts()) : read);
    }

    private boolean add(String stretch) {
        Matcher matcher = STRETCH.matcher(stretch);
        if (!matcher.matches() || matcher.group(1) == null && portless.isPresent()) {
            return addPortless(stretch);
        }
        protocol = matcher.group(1) == null ? protocol : Protocol.of(matcher.group(1));
        int first = Integer.parseInt(matcher.group(2));
        int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
        if (protocol.isEmpty() || !PortSet.isPort(first) || !PortSet.isPort(last) || first > last) {
            return false;
        }
        return append(PortSet.points(protocol.get(), first, last));
    }

    private boolean addPortless(String stretch) {
        Matcher matcher = PORTLESS.matcher(stretch);
        if (!matcher.matches()) {
            return false;
        }
        portless = matcher.group(1) == null ? portless : Portless.of(matcher.group(1));
        int first = point(matcher.group(2), matcher.group(3), 0);
        boolean isOne = matcher.group(4) == null;
        int last = isOne
                ? point(matcher.group(2), matcher.group(3), Portless.HIGHEST)
                : point(matcher.group(4), matcher.group(5), Portless.HIGHEST);
        if (portless.isEmpty() || first > last || last >= portless.get().count()) {
            return false;
        }
        return append(PortSet.points(portless.get(), first, last));
    }

    /** Without a code, the first or the last one of the type. */
    private int point(String number, @Nullable String code, int otherwise) {
        int most = portless.filter(it -> it != Portless.NUMBERED).isPresent() ? otherwise : 0;
        return portless.map(it -> it.point(Integer.parseInt(number), code == null ? most : Integer.parseInt(code)))
                .orElse(0);
    }

    /** Behind all that was read; what touches it is joined, and written otherwise if it may not. */
    private boolean append(int[] points) {
        if (length > 0 && points[0] <= changes[length - 1]) {
            boolean touches = points[0] == changes[length - 1];
            changes[length - 1] = touches ? points[1] : changes[length - 1];
            return touches;
        }
        changes = length == changes.length ? Arrays.copyOf(changes, 2 * length) : changes;
        changes[length++] = points[0];
        changes[length++] = points[1];
        return true;
    }
}
