package dev.knet.prove;

import dev.knet.reach.End;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Ends and ports as a message calls them, in the language's own words. */
final class Words {
    private Words() {}

    static String of(End end) {
        return end.fold(
                workload -> "`" + workload.qualifiedName() + "`",
                external -> "`"
                        + (external.range().first().equals(external.range().last())
                                ? external.range().first()
                                : external.range())
                        + "`",
                Words::of);
    }

    private static String of(End.Stranger stranger) {
        String pod = stranger.labels().isEmpty() ? "a pod without labels" : "a pod with " + labels(stranger.labels());
        if (!stranger.namespace().isEmpty()) {
            return pod + " in namespace `" + stranger.namespace() + "`";
        }
        Map<String, String> others = new TreeMap<>(stranger.namespaceLabels());
        others.remove(NamespaceObject.NAME_LABEL);
        return pod + (others.isEmpty() ? " in any other namespace" : " in a namespace with " + labels(others));
    }

    private static String labels(Map<String, String> labels) {
        List<String> list = new ArrayList<>();
        new TreeMap<>(labels).forEach((key, value) -> list.add("`" + key + "=" + value + "`"));
        return String.join(", ", list);
    }

    /** The sentence that would let one workload reach the other; empty if there is no plain one. */
    static Optional<String> sentence(End from, End to, PortSet ports) {
        boolean areOutside = from instanceof End.External && to instanceof End.External;
        Optional<String> source = peer(from);
        Optional<String> target = peer(to);
        if (areOutside || source.isEmpty() || target.isEmpty() || ports.containsOthers() && !ports.isAll()) {
            return Optional.empty();
        }
        String on = " on " + of(ports).replace("`", "");
        return Optional.of(
                to instanceof End.External
                        ? source.get() + " reaches " + target.get() + on
                        : target.get() + " allows " + source.get() + on);
    }

    /** As a sentence names it; empty if it takes more than a word. */
    private static Optional<String> peer(End end) {
        return end.fold(
                workload -> Optional.of(workload.qualifiedName()),
                external -> external.range().cidr(),
                stranger -> stranger.labels().isEmpty() && !stranger.namespace().isEmpty()
                        ? Optional.of("namespace " + stranger.namespace())
                        : Optional.empty());
    }

    /** As a sentence could write them, but for what has no ports. */
    static String of(PortSet ports) {
        if (ports.isAll()) {
            return "`any port`";
        }
        List<String> list = new ArrayList<>();
        for (PortSet.Stretch stretch : ports.stretches()) {
            boolean isWhole = ports.contains(PortSet.allOf(stretch.protocol()));
            list.add("`" + stretch.protocol().word() + (isWhole ? "" : "/" + stretch) + "`");
        }
        if (ports.containsOthers()) {
            list.add("protocols without ports");
        }
        return list.isEmpty() ? "any of the ports" : String.join(", ", list);
    }
}
