package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Cni;
import dev.knet.model.Topology;
import java.util.stream.Stream;

/** Somebody maintains the cluster's network plugin. */
final class PluginIsMaintained implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Cni cni = topology.cluster().cni().orElseThrow();
        return cni.unmaintained().stream()
                .map(why -> Diagnostic.of(Rule.UNMAINTAINED, cni.span(), "nobody maintains " + cni.title())
                        .withNote(why)
                        .withHelp("move to a plugin that is maintained, or write `// knet:allow "
                                + Rule.UNMAINTAINED.id() + "` and the reason above this line"));
    }
}
