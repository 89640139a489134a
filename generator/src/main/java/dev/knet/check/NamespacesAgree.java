package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Namespace;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Topologies that `use` links say the same of a namespace's labels: what one of them writes because of a label has to fit
 * what the others do.
 */
final class NamespacesAgree {
    private NamespacesAgree() {}

    static List<Diagnostic> check(List<Topology> topologies) {
        List<Diagnostic> found = new ArrayList<>();
        for (Topology topology : topologies) {
            for (Topology other : topologies) {
                if (topology.uses().contains(other.name()) || other.uses().contains(topology.name())) {
                    for (Namespace namespace : topology.namespaces()) {
                        other.namespaces().stream()
                                .filter(namespace::equals)
                                .forEach(its -> disagreement(topology, namespace, other, its)
                                        .ifPresent(found::add));
                    }
                }
            }
        }
        return found;
    }

    /** Of what is only said to be there. Of two who say it, the second is told. */
    private static Optional<Diagnostic> disagreement(Topology topology, Namespace said, Topology other, Namespace its) {
        boolean isTold = its.labelsAreKnown() || other.name().compareTo(topology.name()) < 0;
        if (!said.existing() || !isTold) {
            return Optional.empty();
        }
        for (var label : said.labels().entrySet()) {
            String value = its.labels().get(label.getKey());
            boolean isOpen = value == null && !its.labelsAreKnown();
            if (!isOpen && !label.getValue().equals(value)) {
                String written = label.getKey() + "=" + label.getValue();
                return Optional.of(Diagnostic.of(
                                Rule.DISAGREEMENT,
                                said.span(),
                                "topology `" + other.name() + "` says that namespace `" + said.name() + "` has "
                                        + (value == null
                                                ? "no `" + label.getKey() + "`"
                                                : "`" + label.getKey() + "=" + value + "`")
                                        + ", and this says `" + written + "`")
                        .withLabel(its.span(), "the other says so here")
                        .withHelp("write the same labels in both"));
            }
        }
        return Optional.empty();
    }
}
