package dev.knet.testing;

/** One namespace with many workloads, each with a service and three sentences; isolated as a whole or one by one. */
public final class LargeTopology {
    private static final int FOR_ANYONE = 5;

    private LargeTopology() {}

    public static String text(int workloads, boolean isolatedAsAWhole) {
        StringBuilder text = new StringBuilder("namespace shop {\n");
        text.append(isolatedAsAWhole ? "  deny all\n" : "");
        for (int i = 0; i < workloads; i++) {
            text.append("  deployment w").append(i).append(" { image \"w:1\"; port http tcp/8080; port tcp/9090 }\n");
            text.append("  service s").append(i).append(" for w").append(i).append(" on tcp/80 -> http\n");
            text.append(sentence(i, " allows ", workloads, 1)).append(sentence(i, " reaches ", workloads, 7));
            text.append(sentence(i, " allows ", workloads, 31));
        }
        for (int i = 0; i < FOR_ANYONE; i++) {
            text.append("  w").append(i).append(" allows anyone on http\n");
            text.append("  w").append(i).append(" reaches anyone on tcp/443\n");
        }
        return text.append("}\n").toString();
    }

    private static String sentence(int i, String verb, int workloads, int step) {
        return "  w" + i + verb + "w" + (i + step) % workloads + "\n";
    }
}
