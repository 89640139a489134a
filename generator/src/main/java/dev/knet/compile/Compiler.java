package dev.knet.compile;

import dev.knet.check.Checks;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.Artifact;
import dev.knet.emit.java.JavaEmitter;
import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.Lowering;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import dev.knet.parse.Parsed;
import dev.knet.parse.Parser;
import dev.knet.resolve.Resolved;
import dev.knet.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The phases in order: parse, resolve, check, lower, emit. Each file's problems are all reported; nothing is produced
 * if any file has an error. The same sources give the same result in whatever order they come.
 */
public final class Compiler {
    private final CompileRequest request;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Clashes clashes = new Clashes();

    private Compiler(CompileRequest request) {
        this.request = request;
    }

    public static CompileResult compile(CompileRequest request) {
        return new Compiler(request).run();
    }

    private record Unit(CompileRequest.Source source, Topology topology) {

        /** By name; two of one name, which is an error, by file, so that always the same one is told. */
        static int compare(Unit one, Unit other) {
            int byName = one.topology.name().compareTo(other.topology.name());
            return byName != 0 ? byName : one.source.displayName().compareTo(other.source.displayName());
        }
    }

    private CompileResult run() {
        List<Unit> units = new ArrayList<>();
        for (CompileRequest.Source source : request.sources()) {
            Parsed parsed = Parser.parse(source.displayName(), source.bytes());
            diagnostics.addAll(parsed.diagnostics());
            parsed.tree().ifPresent(tree -> {
                Resolved resolved = Resolver.resolve(
                        tree, request.javaPackage(), request.settings().parameters());
                diagnostics.addAll(resolved.diagnostics());
                Checks.check(resolved.topology()).forEach(diagnostics::add);
                units.add(new Unit(source, resolved.topology()));
            });
        }
        units.sort(Unit::compare);
        units.forEach(unit -> clashes.claimName(unit.topology));
        List<CompileResult.Summary> summaries = new ArrayList<>();
        boolean isWrong = hasErrors() || !clashes.found().isEmpty();
        List<Artifact> artifacts = isWrong ? List.of() : emit(units, summaries);
        diagnostics.addAll(clashes.found());
        diagnostics.sort(Diagnostic.IN_ORDER);
        return hasErrors()
                ? new CompileResult(diagnostics, List.of(), List.of())
                : new CompileResult(diagnostics, summaries, artifacts);
    }

    private boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    private List<Artifact> emit(List<Unit> units, List<CompileResult.Summary> summaries) {
        List<Artifact> artifacts = new ArrayList<>();
        for (Unit unit : units) {
            Manifests manifests = Lowering.lower(unit.topology);
            clashes.claimObjects(unit.topology, manifests);
            summaries.add(summary(unit.topology, manifests));
            if (request.wanted().contains(Artifact.Kind.MANIFEST)) {
                artifacts.add(manifest(unit, manifests));
            }
            if (request.wanted().contains(Artifact.Kind.JAVA)) {
                for (Artifact file : JavaEmitter.emit(unit.topology, manifests, unit.source.path())) {
                    clashes.claimClass(unit.topology, file);
                    artifacts.add(file);
                }
            }
        }
        if (request.wanted().contains(Artifact.Kind.MANIFEST) && !units.isEmpty()) {
            artifacts.add(kustomization(units));
        }
        return artifacts;
    }

    private static Artifact manifest(Unit unit, Manifests manifests) {
        String text = ManifestYaml.write(List.of(Artifact.headline(unit.source.path())), manifests.all());
        return new Artifact(Artifact.Kind.MANIFEST, fileName(unit.topology), text);
    }

    private static Artifact kustomization(List<Unit> units) {
        TreeSet<String> files = new TreeSet<>();
        units.forEach(unit -> files.add(fileName(unit.topology)));
        String text =
                ManifestYaml.kustomization(List.of(Artifact.headline("the topologies beside it")), List.copyOf(files));
        return new Artifact(Artifact.Kind.MANIFEST, Clashes.KUSTOMIZATION + ".yaml", text);
    }

    private static String fileName(Topology topology) {
        return topology.name() + ".yaml";
    }

    private static CompileResult.Summary summary(Topology topology, Manifests manifests) {
        return new CompileResult.Summary(
                topology.name(),
                fileName(topology),
                manifests.workloads().size(),
                manifests.services().size(),
                manifests.policies().size());
    }
}
