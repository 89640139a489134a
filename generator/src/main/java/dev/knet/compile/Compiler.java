package dev.knet.compile;

import dev.knet.check.Checks;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.Artifact;
import dev.knet.emit.java.EnvironmentEmitter;
import dev.knet.emit.java.JavaEmitter;
import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.Latent;
import dev.knet.lower.Lowering;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import dev.knet.parse.Parsed;
import dev.knet.parse.Parser;
import dev.knet.patch.Patches;
import dev.knet.prove.Built;
import dev.knet.prove.Judged;
import dev.knet.resolve.ParsedFile;
import dev.knet.resolve.Resolution;
import dev.knet.resolve.ResolveOptions;
import dev.knet.resolve.Resolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The phases in order: parse, resolve, check, lower, patch, prove, compare with the lock, emit; from resolving on, for each environment by itself. Each
 * file's problems are all reported; nothing is produced if any file has an error. The same sources give the same result in
 * whatever order they come.
 */
public final class Compiler {
    private final CompileRequest request;
    private final boolean renewsLocks;
    private final Locks locks;
    private final Told told = new Told();
    /** Of environments together: the package of one may be the package above another topology's. */
    private final Clashes everywhere = new Clashes();

    private Compiler(CompileRequest request, boolean renewsLocks) {
        this.request = request;
        this.renewsLocks = renewsLocks;
        this.locks = new Locks(request.sources());
    }

    /** Everything; what is wider than a lock is an error. */
    public static CompileResult compile(CompileRequest request) {
        return new Compiler(request, false).run();
    }

    /** Everything but that locks are not compared with what is built: they are made anew. */
    public static CompileResult renewLocks(CompileRequest request) {
        return new Compiler(request, true).run();
    }

    /** What is compiled at once: the topologies of one environment, or of the files as they are. */
    private record Variant(
            Optional<String> environment, List<Resolved.Unit> units, List<Built.Written> written, Clashes clashes) {}

    private CompileResult run() {
        List<ParsedFile> files = parse();
        told.add(SettingsFit.check(files, request.settings()));
        if (!renewsLocks) {
            told.add(locks.problems());
        }
        List<Variant> variants = new ArrayList<>();
        for (Optional<String> environment : environments()) {
            variants.add(variant(files, environment));
        }
        List<Variant> all = new ArrayList<>(variants);
        for (String environment : othersIn(files)) {
            all.add(variant(files, Optional.of(environment)));
        }
        if (!told.hasErrors()) {
            all.forEach(this::lower);
        }
        List<CompileResult.Cluster> clusters = new ArrayList<>();
        if (!told.hasErrors()) {
            all.forEach(variant -> clusters.add(prove(variant)));
        }
        if (!told.hasErrors()) {
            for (int i = 0; i < all.size(); i++) {
                lock(all.get(i), clusters.get(i).built());
            }
        }
        List<CompileResult.Summary> summaries = new ArrayList<>();
        List<Artifact> artifacts = new ArrayList<>();
        if (!told.hasErrors()) {
            variants.forEach(variant -> emit(variant, summaries, artifacts));
        }
        if (!told.hasErrors() && variants.size() > 1 && request.wanted().contains(Artifact.Kind.JAVA)) {
            emitEnvironments(variants, artifacts);
        }
        List<Diagnostic> diagnostics = Allowed.without(files, told.all());
        diagnostics.sort(Diagnostic.IN_ORDER);
        return told.hasErrors()
                ? new CompileResult(diagnostics, List.of(), List.of(), clusters, Map.of())
                : new CompileResult(diagnostics, summaries, artifacts, clusters, locks.renewed());
    }

    /** The environments that the build does not ask for: they are checked all the same, lest they break unnoticed. */
    private Set<String> othersIn(List<ParsedFile> files) {
        Set<String> others = SettingsFit.environmentsIn(files);
        request.settings().environments().forEach(others::remove);
        return others;
    }

    private List<ParsedFile> parse() {
        List<ParsedFile> files = new ArrayList<>();
        for (CompileRequest.Source source : request.sources()) {
            if (Locks.isLock(source)) {
                continue;
            }
            Parsed parsed = Parser.parse(source.displayName(), source.bytes());
            told.add(parsed.diagnostics());
            files.add(new ParsedFile(source.path(), parsed));
        }
        return files;
    }

    private List<Optional<String>> environments() {
        List<String> asked = request.settings().environments();
        return asked.isEmpty()
                ? List.of(Optional.empty())
                : asked.stream().distinct().sorted().map(Optional::of).toList();
    }

    private Variant variant(List<ParsedFile> files, Optional<String> environment) {
        CompileRequest.Settings settings = request.settings();
        Resolved resolved = Resolution.of(
                files, new ResolveOptions(request.javaPackage(), settings.parameters(), environment, settings.today()));
        told.add(resolved.diagnostics(), environment);
        List<Topology> topologies =
                resolved.units().stream().map(Resolved.Unit::topology).toList();
        topologies.forEach(topology -> told.add(Checks.check(topology).toList(), environment));
        told.add(Checks.checkBetween(topologies), environment);
        Clashes clashes = new Clashes();
        topologies.forEach(clashes::claimName);
        told.add(clashes.found(), environment);
        return new Variant(environment, resolved.units(), new ArrayList<>(), clashes);
    }

    private void lower(Variant variant) {
        for (Resolved.Unit unit : variant.units) {
            Topology topology = unit.topology();
            Patches.Merged merged = Patches.merge(topology, Lowering.lower(topology));
            told.add(merged.diagnostics(), variant.environment);
            String source = String.join(", ", unit.files());
            String text = merged.diagnostics().isEmpty()
                    ? ManifestYaml.write(
                            List.of(Artifact.headline(source)),
                            merged.manifests().all())
                    : "";
            variant.written.add(new Built.Written(topology, merged.manifests(), fileName(topology), text));
            variant.clashes.claimObjects(topology, merged.manifests());
        }
        told.add(variant.clashes.found(), variant.environment);
    }

    private CompileResult.Cluster prove(Variant variant) {
        Built built = Built.of(variant.written);
        built.prove();
        List<Judged> expectations = built.expectations();
        expectations.forEach(it -> told.add(it.failure().stream().toList(), variant.environment));
        return new CompileResult.Cluster(variant.environment, built, expectations);
    }

    private void lock(Variant variant, Built built) {
        for (Resolved.Unit unit : variant.units) {
            if (renewsLocks) {
                locks.renew(built, unit, variant.environment);
            } else {
                told.add(locks.compare(built, unit, variant.environment), variant.environment);
            }
        }
        told.add(locks.withoutTopology(variant.units));
    }

    private void emit(Variant variant, List<CompileResult.Summary> summaries, List<Artifact> artifacts) {
        String folder = variant.environment.map(name -> name + "/").orElse("");
        Set<Artifact> shared = new HashSet<>();
        List<Topology> all = variant.units.stream().map(Resolved.Unit::topology).toList();
        for (int i = 0; i < variant.units.size(); i++) {
            Resolved.Unit unit = variant.units.get(i);
            Topology topology = unit.topology();
            Manifests manifests = variant.written.get(i).manifests();
            String source = String.join(", ", unit.files());
            summaries.add(summary(variant, unit, folder, manifests));
            if (request.wanted().contains(Artifact.Kind.MANIFEST)) {
                artifacts.add(new Artifact(
                        Artifact.Kind.MANIFEST,
                        folder + fileName(topology),
                        variant.written.get(i).text()));
            }
            if (request.wanted().contains(Artifact.Kind.JAVA)) {
                List<Artifact> files =
                        JavaEmitter.emit(inPackage(topology, variant), all, manifests, latent(topology), source);
                for (Artifact file : files) {
                    // Topologies that share a package share what is the same for all of them.
                    if (shared.add(file)) {
                        variant.clashes.claimClass(topology, file);
                        everywhere.claimClass(topology, file);
                        artifacts.add(file);
                    }
                }
            }
        }
        told.add(variant.clashes.found(), variant.environment);
        if (request.wanted().contains(Artifact.Kind.MANIFEST) && !variant.units.isEmpty()) {
            artifacts.add(kustomization(variant, folder));
        }
    }

    private static Latent latent(Topology topology) {
        return Latent.of(topology, it -> Checks.check(it).noneMatch(Diagnostic::isError));
    }

    /** What code needs that is compiled once for all environments: above their packages, for each topology. */
    private void emitEnvironments(List<Variant> variants, List<Artifact> artifacts) {
        Map<String, List<EnvironmentEmitter.InEnvironment>> topologies = new TreeMap<>();
        Map<String, Resolved.Unit> units = new HashMap<>();
        for (Variant variant : variants) {
            for (int i = 0; i < variant.units.size(); i++) {
                Resolved.Unit unit = variant.units.get(i);
                String name = unit.topology().name();
                units.putIfAbsent(name, unit);
                topologies
                        .computeIfAbsent(name, none -> new ArrayList<>())
                        .add(new EnvironmentEmitter.InEnvironment(
                                variant.environment.orElseThrow(),
                                inPackage(unit.topology(), variant),
                                variant.written.get(i).manifests()));
            }
        }
        Set<Artifact> shared = new HashSet<>(artifacts);
        topologies.forEach((name, environments) -> {
            Resolved.Unit unit = Objects.requireNonNull(units.get(name));
            Topology topology = unit.topology();
            for (Artifact file :
                    EnvironmentEmitter.emit(topology.javaPackage(), environments, String.join(", ", unit.files()))) {
                if (shared.add(file)) {
                    everywhere.claimClass(topology, file);
                    artifacts.add(file);
                }
            }
        });
        told.add(everywhere.found());
    }

    /** Of several environments, each has a Java package of its own. */
    private Topology inPackage(Topology topology, Variant variant) {
        return variant.environment
                .filter(name -> environments().size() > 1)
                .map(name -> topology.inPackage(topology.javaPackage() + "." + JavaEmitter.packageName(name)))
                .orElse(topology);
    }

    private static Artifact kustomization(Variant variant, String folder) {
        TreeSet<String> files = new TreeSet<>();
        variant.units.forEach(unit -> files.add(fileName(unit.topology())));
        String text =
                ManifestYaml.kustomization(List.of(Artifact.headline("the topologies beside it")), List.copyOf(files));
        return new Artifact(Artifact.Kind.MANIFEST, folder + Clashes.KUSTOMIZATION + ".yaml", text);
    }

    private static String fileName(Topology topology) {
        return topology.name() + ".yaml";
    }

    private CompileResult.Summary summary(Variant variant, Resolved.Unit unit, String folder, Manifests manifests) {
        return new CompileResult.Summary(
                unit.topology().name(),
                variant.environment,
                folder + fileName(unit.topology()),
                manifests.workloads().size(),
                manifests.services().size(),
                manifests.policies().size(),
                locks.isLocked(unit));
    }
}
