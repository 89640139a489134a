package dev.knet.bench;

import dev.knet.check.Checks;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.Artifact;
import dev.knet.emit.java.JavaEmitter;
import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.Latent;
import dev.knet.lower.Lowering;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import dev.knet.parse.Parsed;
import dev.knet.parse.Parser;
import dev.knet.resolve.ParsedFile;
import dev.knet.resolve.Resolution;
import dev.knet.resolve.ResolveOptions;
import dev.knet.resolve.Resolved;
import dev.knet.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each phase of the compiler by itself, warm: that it is linear shows in the sizes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PhaseBenchmark {
    @Param({"100", "1000", "5000"})
    public int workloads;

    private SourceFile file = SourceFile.of("big.knet", "");
    private List<ParsedFile> files = List.of(new ParsedFile("big.knet", Parser.parse(file)));
    private Topology topology = resolve().units().get(0).topology();
    private Manifests manifests = Lowering.lower(topology);

    @Setup
    public void prepare() {
        file = SourceFile.of("big.knet", BigTopology.text(workloads));
        files = List.of(new ParsedFile("big.knet", Parser.parse(file)));
        topology = resolve().units().get(0).topology();
        manifests = Lowering.lower(topology);
    }

    @Benchmark
    public Parsed parse() {
        return Parser.parse(file);
    }

    @Benchmark
    public Resolved resolve() {
        return Resolution.of(files, new ResolveOptions("knet", Map.of(), Optional.empty(), LocalDate.EPOCH));
    }

    @Benchmark
    public List<Diagnostic> check() {
        return Checks.check(topology).toList();
    }

    @Benchmark
    public Manifests lower() {
        return Lowering.lower(topology);
    }

    @Benchmark
    public String yaml() {
        return ManifestYaml.write(List.of("benchmark"), manifests.all());
    }

    @Benchmark
    public List<Artifact> java() {
        return JavaEmitter.emit(topology, manifests, Latent.of(topology, it -> true), "big.knet");
    }
}
