package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.Topology;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Topologies that `use` links are in one cluster, so they name the same network plugin, or none of them names one. */
final class ClustersAgree {
    private ClustersAgree() {}

    static List<Diagnostic> check(List<Topology> topologies) {
        List<Diagnostic> found = new ArrayList<>();
        for (Topology topology : topologies) {
            for (Topology other : topologies) {
                boolean isLinked = topology.uses().contains(other.name());
                boolean isToldOnce = !other.uses().contains(topology.name())
                        || topology.name().compareTo(other.name()) < 0;
                if (isLinked && isToldOnce) {
                    disagreement(topology, other).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Diagnostic> disagreement(Topology topology, Topology other) {
        Optional<Cni> own = topology.cluster().cni();
        Optional<Cni> its = other.cluster().cni();
        boolean areAlike =
                own.isEmpty() ? its.isEmpty() : its.isPresent() && own.get().isLike(its.get());
        boolean isSaidByAll = own.isPresent() ? saysAny(other, its) : saysAny(topology, own);
        if (areAlike || !isSaidByAll) {
            return Optional.empty();
        }
        Topology said = own.isPresent() ? topology : other;
        Topology different = own.isPresent() ? other : topology;
        Cni cni = own.or(() -> its).orElseThrow();
        Diagnostic diagnostic = Diagnostic.of(
                        Rule.PLUGINS_DIFFER,
                        cni.span(),
                        "topology `" + said.name() + "` says `" + cni.written() + "`, and `" + different.name() + "` "
                                + of(different))
                .withNote("`use` links them, so they are in one cluster")
                .withHelp("write the same `cni` in both");
        Optional<Span> place = different.cluster().cni().map(Cni::span);
        return Optional.of(place.isPresent() ? diagnostic.withLabel(place.get(), "this is the other") : diagnostic);
    }

    /** Who writes no policies need not say for which plugin. */
    private static boolean saysAny(Topology topology, Optional<Cni> cni) {
        return cni.isPresent()
                || !topology.permissions().isEmpty()
                || !topology.isolations().isEmpty();
    }

    private static String of(Topology topology) {
        return topology.cluster()
                .cni()
                .map(cni -> "says `" + cni.written() + "`")
                .orElse("names no plugin");
    }
}
