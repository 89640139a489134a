package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.Port;
import dev.knet.syntax.Int;

/** Judges the numbers of ports. */
final class PortNumbers {
    private PortNumbers() {}

    static boolean check(Int number, Problems problems) {
        boolean fits = number.value() >= Port.Range.LOWEST && number.value() <= Port.Range.HIGHEST;
        if (!fits) {
            problems.add(
                    Rule.INVALID_PORT,
                    number.span(),
                    "`" + number.digits() + "` is no port number",
                    "ports are numbered from " + Port.Range.LOWEST + " to " + Port.Range.HIGHEST);
        }
        return fits;
    }

    /** Judges both numbers, so that each that is wrong is reported. */
    static boolean check(dev.knet.syntax.Port.Range range, Problems problems) {
        boolean isFirst = check(range.first(), problems);
        boolean isLast = check(range.last(), problems);
        if (isFirst && isLast && range.last().value() < range.first().value()) {
            problems.add(
                    Rule.INVALID_PORT,
                    range.span(),
                    "the range `" + range.span().text() + "` ends before it begins",
                    "write the lower number first");
            return false;
        }
        return isFirst && isLast;
    }
}
