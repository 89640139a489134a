package dev.knet.lock;

import dev.knet.reach.Connection;
import dev.knet.reach.End;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a lock line by line, and goes on after a line that is none. */
final class LockReader {
    private static final int QUOTED = 80;
    private static final List<String> MARKERS = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");
    private static final String HELP = "restore the file, or delete it, and run `mvn knet:lock`";

    private final SortedMap<String, Gathered> sections = new TreeMap<>();
    private final List<Lock.Problem> problems = new ArrayList<>();
    private Gathered current = new Gathered();
    private int number;

    /** What was read of an environment, and in which line it was. */
    private static final class Gathered {
        private final List<Connection> connections = new ArrayList<>();
        private final List<End.Stranger> silent = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private int line;
    }

    private LockReader() {
        sections.put(Lock.NO_ENVIRONMENT, current);
    }

    static Lock.Parsed read(String text) {
        LockReader reader = new LockReader();
        reader.readLines(text);
        SortedMap<String, Lock.Section> sections = new TreeMap<>();
        reader.sections.forEach((environment, gathered) ->
                sections.put(environment, new Lock.Section(gathered.connections, gathered.silent)));
        return new Lock.Parsed(new Lock(sections), reader.problems);
    }

    private void readLines(String text) {
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            number++;
            // Git may have written the line ends of Windows.
            boolean hasReturn = to > from && text.charAt(to - 1) == '\r';
            readLine(text.substring(from, hasReturn ? to - 1 : to));
            from = to + 1;
        }
    }

    private void readLine(String line) {
        if (MARKERS.stream().anyMatch(line::startsWith)) {
            problem("a merge has left " + quoted(line), "keep the lock of either side, and run `mvn knet:lock`");
        } else if (line.chars().anyMatch(Character::isISOControl)) {
            problem("there is a control character in " + quoted(line), HELP);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            LockLine.of(line)
                    .ifPresentOrElse(this::add, () -> problem("this is no line of a lock: " + quoted(line), HELP));
        }
    }

    private void problem(String message, String help) {
        problems.add(new Lock.Problem(number, message, help));
    }

    private void add(LockLine line) {
        line.fold(this::begin, this::allow, this::silence).ifPresent(message -> problem(message, HELP));
    }

    /** What is wrong with it; so do the others. */
    private Optional<String> begin(LockLine.Header header) {
        Gathered before = sections.get(header.environment());
        current = before == null ? new Gathered() : before;
        if (before != null) {
            return Optional.of(quoted(LockLine.header(header.environment())) + again(before.line));
        }
        current.line = number;
        sections.put(header.environment(), current);
        return Optional.empty();
    }

    private Optional<String> allow(LockLine.Allowed allowed) {
        Connection connection = allowed.connection();
        current.connections.add(connection);
        return remember(connection.from().text() + " => " + connection.to().text());
    }

    private Optional<String> silence(LockLine.Silent silent) {
        current.silent.add(silent.stranger());
        return remember(silent.stranger().text());
    }

    private Optional<String> remember(String ends) {
        Integer before = current.lines.putIfAbsent(ends, number);
        return before == null ? Optional.empty() : Optional.of(quoted(ends) + again(before));
    }

    private static String again(int line) {
        return " is there already, in line " + line;
    }

    /** In backticks, without what would disturb a terminal, and not too long. */
    static String quoted(String line) {
        StringBuilder quoted = new StringBuilder("`");
        line.codePoints().limit(QUOTED).forEach(it -> quoted.appendCodePoint(isPlain(it) ? it : '?'));
        return quoted.append(line.codePointCount(0, line.length()) > QUOTED ? "…`" : "`")
                .toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
