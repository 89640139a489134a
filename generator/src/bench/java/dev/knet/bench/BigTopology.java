package dev.knet.bench;

/**
 * The input of all benchmarks: a namespace with so many deployments, a service for each, and three allowed pairs for
 * each, under `deny all`.
 */
public final class BigTopology {
    /** How many sentences a workload has: who of its neighbours may enter it. */
    public static final int PAIRS = 3;

    private BigTopology() {}

    /** The same text for the same number. */
    public static String text(int workloads) {
        StringBuilder out = new StringBuilder("package dev.knet.bench.big\n\nnamespace big {\n  deny all\n\n");
        for (int i = 0; i < workloads; i++) {
            out.append("  deployment w").append(i).append(" {\n");
            out.append("    image \"registry.example/team/w")
                    .append(i)
                    .append(":1.0.")
                    .append(i)
                    .append("\"\n");
            out.append("    replicas 2\n    port http tcp/8080\n    env LOG_LEVEL = \"info\"\n  }\n");
            out.append("  service w").append(i).append(" for w").append(i).append(" on tcp/80 -> http\n");
        }
        for (int i = 0; i < workloads; i++) {
            for (int j = 1; j <= PAIRS; j++) {
                out.append("  w")
                        .append(i)
                        .append(" allows w")
                        .append(other(i, j, workloads))
                        .append(" on tcp/8080\n");
            }
        }
        return out.append("}\n").toString();
    }

    /** The j-th workload that may enter the i-th. */
    public static int other(int i, int j, int workloads) {
        return (i + j * 7 + 1) % workloads;
    }
}
