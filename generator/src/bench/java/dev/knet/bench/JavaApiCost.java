package dev.knet.bench;

import dev.knet.check.Checks;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.Artifact;
import dev.knet.emit.java.JavaEmitter;
import dev.knet.lower.Latent;
import dev.knet.lower.Lowering;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import dev.knet.parse.Parser;
import dev.knet.resolve.ParsedFile;
import dev.knet.resolve.Resolution;
import dev.knet.resolve.ResolveOptions;
import dev.knet.testing.LargeTopology;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the Java API costs: to generate, to compile in a javac of its own, and to load for a program that uses three of the
 * things, beside one that makes the same three objects without it. The arguments are numbers of workloads.
 */
public final class JavaApiCost {
    private static final int RUNS = 7;
    private static final String THREE = """
            package big;
            /** Uses three things. */
            public final class Three {
                private Three() {}
                /** Prints what three things are called. @param a nothing */
                public static void main(String[] a) {
                    System.out.println(Big.w1().deployment().build().getMetadata().getName()
                            + Big.s2().service().build().getMetadata().getName() + Big.w3().policies().size());
                }
            }
            """;
    private static final String BY_HAND = """
            package big;
            import io.fabric8.kubernetes.api.model.ServiceBuilder;
            import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
            import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
            /** Makes three objects. */
            public final class ByHand {
                private ByHand() {}
                /** Prints what three objects are called. @param a nothing */
                public static void main(String[] a) {
                    System.out.println(new DeploymentBuilder().withNewMetadata().withName("w1").endMetadata()
                            .withNewSpec().withNewTemplate().withNewSpec().addNewContainer().endContainer().endSpec()
                            .endTemplate().endSpec().build().getMetadata().getName()
                            + new ServiceBuilder().withNewMetadata().withName("s2").endMetadata().withNewSpec()
                            .addNewPort().endPort().endSpec().build().getMetadata().getName()
                            + new NetworkPolicyBuilder().withNewMetadata().endMetadata().withNewSpec().addNewIngress()
                            .addNewFrom().endFrom().endIngress().endSpec().build().getKind());
                }
            }
            """;

    private JavaApiCost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("isolated   workloads  emit ms  again ms   files      MB  javac ms  three ms  by hand ms");
        for (boolean isWhole : List.of(true, false)) {
            for (String workloads : arguments.length == 0 ? new String[] {"1250", "2500", "5000"} : arguments) {
                row(Integer.parseInt(workloads), isWhole);
            }
        }
    }

    private static void row(int workloads, boolean isWhole) throws IOException, InterruptedException {
        byte[] text = LargeTopology.text(workloads, isWhole).getBytes(StandardCharsets.UTF_8);
        ParsedFile file = new ParsedFile("big.knet", Parser.parse("big.knet", text));
        Topology topology = Resolution.of(
                        List.of(file), new ResolveOptions("big", Map.of(), Optional.empty(), LocalDate.of(2026, 1, 1)))
                .units()
                .get(0)
                .topology();
        Manifests manifests = Lowering.lower(topology);
        long start = System.nanoTime();
        List<Artifact> files = emit(topology, manifests);
        long first = millisSince(start);
        start = System.nanoTime();
        emit(topology, manifests);
        long again = millisSince(start);
        Path folder = Files.createTempDirectory("knet-java");
        long size = 0;
        for (Artifact artifact : files) {
            Path path = folder.resolve(artifact.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, artifact.text());
            size += artifact.text().length();
        }
        Files.writeString(folder.resolve("big/Three.java"), THREE);
        Files.writeString(folder.resolve("big/ByHand.java"), BY_HAND);
        long javac = javac(folder);
        System.out.printf(
                Locale.ROOT,
                "%-10s %9d %8d %9d %7d %7.1f %9d %9d %11d%n",
                isWhole ? "as a whole" : "one by one",
                workloads,
                first,
                again,
                files.size(),
                size / 1e6,
                javac,
                median(folder, "big.Three"),
                median(folder, "big.ByHand"));
    }

    private static List<Artifact> emit(Topology topology, Manifests manifests) {
        Latent latent = Latent.of(topology, it -> Checks.check(it).noneMatch(Diagnostic::isError));
        return JavaEmitter.emit(topology, manifests, latent, "big.knet");
    }

    private static long javac(Path folder) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(tool("javac"), "-J-Xmx3g", "-proc:none", "-d", "classes", "-cp"));
        command.add(System.getProperty("java.class.path"));
        Path list = folder.resolve("files");
        try (var paths = Files.walk(folder)) {
            Files.write(
                    list,
                    paths.map(Path::toString)
                            .filter(path -> path.endsWith(".java"))
                            .toList());
        }
        command.add("@" + list);
        return run(folder, command);
    }

    private static long median(Path folder, String program) throws IOException, InterruptedException {
        long[] times = new long[RUNS];
        String classPath = folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
        for (int i = 0; i < RUNS; i++) {
            times[i] = run(folder, List.of(tool("java"), "-Xshare:auto", "-cp", classPath, program));
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static long run(Path folder, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("out")));
        }
        return millisSince(start);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
