package dev.knet.testing;

import dev.knet.check.Checks;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.lower.Lowering;
import dev.knet.lower.Manifest;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import dev.knet.parse.Parsed;
import dev.knet.parse.Parser;
import dev.knet.resolve.Resolved;
import dev.knet.source.SourceFile;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Optional;

/** A text without errors, and all that became of it short of YAML. */
public record Lowered(String text, Topology topology, Manifests manifests) {

    /** Nothing if there are errors, which are added to those. */
    public static Optional<Lowered> of(String name, String text, List<Diagnostic> errors) {
        Parsed parsed = Parser.parse(SourceFile.of(name, text));
        errors.addAll(parsed.diagnostics());
        if (parsed.tree().isEmpty()) {
            return Optional.empty();
        }
        Resolved resolved = Resolving.of(parsed);
        errors.addAll(resolved.diagnostics());
        Checks.check(Resolving.topology(resolved)).forEach(errors::add);
        errors.removeIf(diagnostic -> !diagnostic.isError());
        return errors.isEmpty()
                ? Optional.of(
                        new Lowered(text, Resolving.topology(resolved), manifests(text, Resolving.topology(resolved))))
                : Optional.empty();
    }

    private static Manifests manifests(String text, Topology topology) {
        try {
            return Lowering.lower(topology);
        } catch (RuntimeException e) {
            throw new IllegalStateException("no check has refused\n" + text, e);
        }
    }

    public List<HasMetadata> objects() {
        return manifests.all().stream().map(Manifest::object).toList();
    }

    public List<NetworkPolicy> policies() {
        return manifests.policies().stream()
                .map(manifest -> (NetworkPolicy) manifest.object())
                .toList();
    }
}
