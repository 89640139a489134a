package dev.knet.bench;

import dev.knet.check.Checks;
import dev.knet.compile.ArtifactWriter;
import dev.knet.compile.Destination;
import dev.knet.emit.Artifact;
import dev.knet.emit.java.JavaEmitter;
import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.Latent;
import dev.knet.lower.Lowering;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import dev.knet.parse.Parser;
import dev.knet.prove.Built;
import dev.knet.resolve.ParsedFile;
import dev.knet.resolve.Resolution;
import dev.knet.resolve.ResolveOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the proof of a build costs beside the rest of it, phase by phase: once from cold, then again in the same JVM.
 * Arguments: the numbers of workloads; none: 1000.
 */
public final class ProofCost {
    private final int workloads;
    private final StringBuilder row = new StringBuilder();
    private long last = System.nanoTime();

    private ProofCost(int workloads) {
        this.workloads = workloads;
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println(
                "workloads    parse  resolve    check    lower     YAML  read-back    prove     Java    files   (ms)");
        for (String argument : arguments.length == 0 ? new String[] {"1000", "1000", "1000"} : arguments) {
            new ProofCost(Integer.parseInt(argument)).run();
        }
    }

    private void run() throws IOException {
        Path folder = Files.createTempDirectory("knet-bench");
        byte[] text = BigTopology.text(workloads).getBytes(StandardCharsets.UTF_8);
        last = System.nanoTime();
        ParsedFile file = new ParsedFile("big.knet", Parser.parse("big.knet", text));
        lap();
        Topology topology = Resolution.of(
                        List.of(file), new ResolveOptions("knet", Map.of(), Optional.empty(), LocalDate.of(2026, 1, 1)))
                .units()
                .get(0)
                .topology();
        lap();
        Checks.check(topology).forEach(problem -> {
            throw new IllegalStateException(problem.message());
        });
        lap();
        Manifests manifests = Lowering.lower(topology);
        lap();
        String yaml = ManifestYaml.write(List.of(Artifact.headline("big.knet")), manifests.all());
        lap();
        Built built = Built.of(List.of(new Built.Written(topology, manifests, "big.yaml", yaml)));
        lap();
        built.prove();
        lap();
        List<Artifact> artifacts =
                new ArrayList<>(JavaEmitter.emit(topology, manifests, Latent.of(topology, it -> true), "big.knet"));
        artifacts.add(new Artifact(Artifact.Kind.MANIFEST, "big.yaml", yaml));
        lap();
        ArtifactWriter.write(
                Destination.of(folder.resolve("sources"), folder.resolve("yaml"), folder.resolve("java")), artifacts);
        lap();
        System.out.printf(Locale.ROOT, "%9d %s%n", workloads, row);
    }

    private void lap() {
        long now = System.nanoTime();
        row.append(String.format(Locale.ROOT, " %8d", (now - last) / 1_000_000));
        last = now;
    }
}
