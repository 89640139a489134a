package dev.knet.emit.report;

import dev.knet.reach.End;
import dev.knet.reach.End.Workload;
import dev.knet.reach.space.PortSet;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sentence of knet's language that opens both sides of a connection between two workloads. */
final class Suggestion {
    /** What needs no quotes. */
    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    private Suggestion() {}

    /** Empty if one of the ends is no workload, or has a name that a sentence cannot say as it is. */
    static Optional<String> of(End from, End to, PortSet ports) {
        Optional<Workload> source = workload(from);
        Optional<Workload> target = workload(to);
        return source.flatMap(it -> target.flatMap(other -> of(it, other, ports)));
    }

    private static Optional<Workload> workload(End end) {
        return end.fold(Optional::of, external -> Optional.empty(), stranger -> Optional.empty());
    }

    private static Optional<String> of(Workload source, Workload target, PortSet ports) {
        boolean isPlain = isName(source.name())
                && isName(target.name())
                && isName(source.namespace())
                && isName(target.namespace());
        if (!isPlain || source.equals(target)) {
            return Optional.empty();
        }
        String caller = source.namespace().equals(target.namespace()) ? source.name() : source.qualifiedName();
        return Words.inKnet(ports)
                .map(on -> "the sentence for it: `namespace " + target.namespace() + " { " + target.name() + " allows "
                        + caller + " on " + on + " }`");
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
