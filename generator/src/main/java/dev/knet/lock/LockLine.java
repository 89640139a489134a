package dev.knet.lock;

import dev.knet.reach.Connection;
import dev.knet.reach.End;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a lock that says something. */
sealed interface LockLine {
    Pattern HEADER = Pattern.compile("\\[([^\\p{C}\\p{Zl}\\p{Zp}\\[\\]]+)\\]");

    <R> R fold(Function<Header, R> header, Function<Allowed, R> allowed, Function<Silent, R> silent);

    /** Of a line as it is written; empty for any other. */
    static Optional<LockLine> of(String line) {
        Matcher header = HEADER.matcher(line);
        if (header.matches()) {
            return Optional.of(new Header(header.group(1)));
        }
        Optional<LockLine> allowed =
                Connection.parse(line).filter(LockLine::hasPods).map(Allowed::new);
        return allowed.or(() -> End.parse(line)
                .filter(End.Stranger.class::isInstance)
                .map(End.Stranger.class::cast)
                .map(Silent::new));
    }

    static String header(String environment) {
        return "[" + environment + "]";
    }

    /** Nothing is known of connections between addresses. */
    private static boolean hasPods(Connection connection) {
        return !(connection.from() instanceof End.External && connection.to() instanceof End.External);
    }

    /** Begins what belongs to an environment. */
    record Header(String environment) implements LockLine {
        @Override
        public <R> R fold(Function<Header, R> header, Function<Allowed, R> allowed, Function<Silent, R> silent) {
            return header.apply(this);
        }
    }

    /** A connection. */
    record Allowed(Connection connection) implements LockLine {
        @Override
        public <R> R fold(Function<Header, R> header, Function<Allowed, R> allowed, Function<Silent, R> silent) {
            return allowed.apply(this);
        }
    }

    /** A stranger without connections. */
    record Silent(End.Stranger stranger) implements LockLine {
        @Override
        public <R> R fold(Function<Header, R> header, Function<Allowed, R> allowed, Function<Silent, R> silent) {
            return silent.apply(this);
        }
    }
}
