package dev.knet.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** "Did you mean": the names that are at most two typing errors away, only the nearest of them, sorted. */
public final class NearMisses {
    private static final int FARTHEST = 2;
    /** The distance of two long names costs their product; nobody mistypes a name longer than this. */
    private static final int LONGEST = 128;

    private NearMisses() {}

    /** A help text that names them, or nothing. */
    public static Optional<String> help(String wrong, Collection<String> names) {
        return help(wrong, names, FARTHEST);
    }

    /** The same with fewer errors, for words so short that two make another word of them. */
    public static Optional<String> help(String wrong, Collection<String> names, int farthest) {
        List<String> nearest = of(wrong, names, farthest);
        return nearest.isEmpty() ? Optional.empty() : Optional.of("did you mean " + quoted(nearest) + "?");
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
    }

    private static List<String> of(String wrong, Collection<String> names, int farthest) {
        int best = Math.min(farthest, FARTHEST);
        List<String> nearest = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            int distance = distance(wrong, name);
            if (distance < best) {
                nearest.clear();
            }
            if (distance <= best) {
                best = distance;
                nearest.add(name);
            }
        }
        return nearest;
    }

    /** Insertions, deletions, replacements and swaps of neighbours; never more than what is far anyway is computed. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > FARTHEST || Math.max(a.length(), b.length()) > LONGEST) {
            return FARTHEST + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = row(a, b, i, last, beforeLast);
            beforeLast = last;
            last = row;
        }
        boolean isShort = Math.min(a.length(), b.length()) <= last[b.length()];
        return isShort ? FARTHEST + 1 : last[b.length()];
    }

    private static int[] row(String a, String b, int i, int[] last, int[] beforeLast) {
        int[] row = new int[b.length() + 1];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
            int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
            boolean swapped =
                    i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
            row[j] = swapped ? Math.min(row[j], beforeLast[j - 2] + 1) : row[j];
        }
        return row;
    }
}
