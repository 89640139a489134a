package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.Resource;
import dev.knet.source.Span;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.Text;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads amounts of cpu and memory, and judges them as a container's. */
final class ResourceReader {
    private static final BigDecimal LEAST_CPU = new BigDecimal("0.001");
    /** Below a mebibyte, no process starts: a number without a unit is one whose unit was forgotten. */
    private static final BigDecimal LEAST_MEMORY = new BigDecimal(1 << 20);

    private final Parameters parameters;
    private final Problems problems;

    ResourceReader(Parameters parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    Optional<Resource> read(ContainerItem.Resource written) {
        String name = written.resource();
        Optional<Amount> request = amount(name, written.request());
        Optional<Amount> limit = written.limit() == null ? request : amount(name, written.limit());
        if (request.isEmpty() || limit.isEmpty()) {
            return Optional.empty();
        }
        if (limit.get().value.compareTo(request.get().value) < 0) {
            return wrong(
                    written.span(),
                    "the limit `" + limit.get().text + "` is less than the request `" + request.get().text + "`",
                    "write the smaller one first: `" + name + " " + limit.get().text + " .. " + request.get().text
                            + "`");
        }
        return Optional.of(new Resource(name, request.get().text, limit.get().text));
    }

    private record Amount(String text, BigDecimal value) {}

    private Optional<Amount> amount(String name, Text written) {
        String text = parameters.value(written);
        if (!parameters.areKnown(written)) {
            return Optional.empty();
        }
        boolean isCpu = name.equals("cpu");
        Optional<BigDecimal> value = Quantities.value(text);
        if (value.isEmpty()) {
            return wrong(
                    written.span(),
                    "`" + text + "` is no amount of " + name,
                    isCpu
                            ? "write a number of cores, `2` or `0.5`, or of thousandths of one, `250m`"
                            : "write a number and its unit, `256Mi` or `1Gi`");
        }
        if (value.get().signum() <= 0) {
            return wrong(
                    written.span(),
                    "`" + text + "` of " + name + " is none",
                    "write more than that, or leave `" + name + "` out");
        }
        return isCpu ? cpu(text, value.get(), written.span()) : memory(text, value.get(), written.span());
    }

    private Optional<Amount> cpu(String text, BigDecimal value, Span span) {
        return value.remainder(LEAST_CPU).signum() == 0
                ? Optional.of(new Amount(text, value))
                : wrong(span, "`" + text + "` is finer than a thousandth of a core", "write a multiple of `1m`");
    }

    private Optional<Amount> memory(String text, BigDecimal value, Span span) {
        if (text.endsWith("m")) {
            return wrong(
                    span,
                    "`" + text + "` means thousandths of a byte",
                    "for mebibytes write `" + text.substring(0, text.length() - 1) + "Mi`");
        }
        if (value.compareTo(LEAST_MEMORY) < 0 && text.chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
            return wrong(span, "`" + text + "` of memory means bytes", "for mebibytes write `" + text + "Mi`");
        }
        return value.remainder(BigDecimal.ONE).signum() == 0
                ? Optional.of(new Amount(text, value))
                : wrong(span, "`" + text + "` is finer than a byte", "write whole bytes, or a unit: `256Mi`");
    }

    private <T> Optional<T> wrong(Span span, String message, String help) {
        problems.add(Rule.INVALID_QUANTITY, span, message, help);
        return Optional.empty();
    }
}
