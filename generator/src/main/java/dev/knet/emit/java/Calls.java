package dev.knet.emit.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Calls on a builder, and the one that replaces them if they are too many: its argument comes from another method. */
record Calls(Code here, Supplier<Code> elsewhere) {

    /** Calls that stay where they are. */
    static Calls of(Code code) {
        return new Calls(code, () -> code);
    }

    /** All of them, in their order; the heaviest go elsewhere as long as they are heavier than that together. */
    static Code joined(List<Calls> parts, int heaviest) {
        List<Code> codes = new ArrayList<>();
        int weight = 0;
        for (Calls part : parts) {
            codes.add(part.here);
            weight += part.here.weight();
        }
        if (weight > heaviest) {
            move(parts, codes, weight - heaviest);
        }
        return Code.joined(codes, "");
    }

    private static void move(List<Calls> parts, List<Code> codes, int excess) {
        List<Integer> byWeight = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            byWeight.add(i);
        }
        byWeight.sort(Comparator.comparing((Integer i) -> codes.get(i).weight()).reversed());
        int left = excess;
        for (int i = 0; left > 0 && i < byWeight.size(); i++) {
            int part = byWeight.get(i);
            int before = codes.get(part).weight();
            codes.set(part, parts.get(part).elsewhere.get());
            left -= before - codes.get(part).weight();
        }
    }
}
