package dev.knet.reach.space;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a set of ports is written as. One pass, for the text may be hostile: what is read is written and compared. */
final class PortText {
    private static final Pattern STRETCH = Pattern.compile("(?:(SCTP|TCP|UDP) )?([1-9]\\d{0,4})(?:-([1-9]\\d{0,4}))?");
    private static final String OTHERS = "others";

    private int[] changes = new int[8];
    private int length;
    private Optional<Protocol> protocol = Optional.empty();

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
        if (!matcher.matches()) {
            return false;
        }
        protocol = matcher.group(1) == null ? protocol : Protocol.of(matcher.group(1));
        int first = Integer.parseInt(matcher.group(2));
        int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
        if (protocol.isEmpty() || !PortSet.isPort(first) || !PortSet.isPort(last) || first > last) {
            return false;
        }
        return append(PortSet.points(protocol.get(), first, last));
    }

    /** Behind all that was read, with something between. */
    private boolean append(int[] points) {
        if (length > 0 && points[0] <= changes[length - 1]) {
            return false;
        }
        changes = length == changes.length ? Arrays.copyOf(changes, 2 * length) : changes;
        changes[length++] = points[0];
        changes[length++] = points[1];
        return true;
    }
}
