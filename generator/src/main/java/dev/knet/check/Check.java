package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.model.Topology;
import java.util.stream.Stream;

/** Looks for one kind of problem. */
interface Check {
    Stream<Diagnostic> check(Topology topology);
}
