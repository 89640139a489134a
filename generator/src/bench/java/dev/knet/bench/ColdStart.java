package dev.knet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * From cold start to written YAML, as a whole process: knet from the text, beside a plain program that builds the same
 * objects with fabric8's builders, beside a JVM that writes the same bytes and does nothing else. Rounds are interleaved, so that
 * the machine's moods hit all alike. Arguments: the numbers of workloads; none: 10, 1000, 5000, 10000.
 */
public final class ColdStart {
    private static final int ROUNDS = 9;

    private ColdStart() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("knet-bench");
        System.out.println(
                "workloads  input MB  output MB     knet ms  fabric8 ms   copy ms  knet/fabric8   (medians of " + ROUNDS
                        + ")");
        int[] sizes = arguments.length == 0
                ? new int[] {10, 1000, 5000, 10000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            measure(size, folder);
        }
    }

    private static void measure(int size, Path folder) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("big" + size + ".knet"), BigTopology.text(size));
        List<Long> knet = new ArrayList<>();
        List<Long> fabric8 = new ArrayList<>();
        List<Long> copy = new ArrayList<>();
        Path output = folder.resolve("big" + size + ".yaml");
        for (int round = 0; round < ROUNDS; round++) {
            Path fresh = Files.createDirectory(folder.resolve("out" + size + "-" + round));
            knet.add(run(KnetProgram.class, input.toString(), fresh.toString()));
            Files.move(fresh.resolve("big" + size + ".yaml"), output, StandardCopyOption.REPLACE_EXISTING);
            fabric8.add(run(
                    Fabric8Program.class,
                    Integer.toString(size),
                    folder.resolve("fabric8.yaml").toString()));
            copy.add(run(
                    CopyProgram.class,
                    output.toString(),
                    folder.resolve("copy.yaml").toString()));
        }
        System.out.printf(
                Locale.ROOT,
                "%9d %9.2f %10.2f %11d %11d %9d %13.2f%n",
                size,
                Files.size(input) / 1e6,
                Files.size(output) / 1e6,
                median(knet),
                median(fabric8),
                median(copy),
                (double) median(knet) / median(fabric8));
    }

    private static long run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program.getSimpleName() + " failed");
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
