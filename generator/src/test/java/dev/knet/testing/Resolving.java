package dev.knet.testing;

import dev.knet.model.Topology;
import dev.knet.parse.Parsed;
import dev.knet.resolve.ParsedFile;
import dev.knet.resolve.Resolution;
import dev.knet.resolve.ResolveOptions;
import dev.knet.resolve.Resolved;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves one file by itself, as a build on a day that never changes would. */
public final class Resolving {
    /** The day of all builds in tests. */
    public static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final ResolveOptions OPTIONS = new ResolveOptions("knet", Map.of(), Optional.empty(), TODAY);

    private Resolving() {}

    public static Resolved of(Parsed parsed) {
        return Resolution.of(List.of(new ParsedFile("shop.knet", parsed)), OPTIONS);
    }

    /** The one topology of it. */
    public static Topology topology(Resolved resolved) {
        return resolved.units().get(0).topology();
    }
}
