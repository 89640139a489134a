package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.check.Checks;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Box;
import dev.knet.model.Coverage;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import dev.knet.parse.Parser;
import dev.knet.resolve.Resolved;
import dev.knet.testing.Resolving;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Short files that mean a lot: the work on each ends, and what is too much is said. */
final class SubtractedBoundsTest {
    private static final int MANY = 40;
    private static final int LONG = 6000;
    private static final String WEB = "deployment web { image \"w:1\"; port tcp/80 }\n";

    @Test
    void someDenialsAreSubtracted() {
        String some = lines(3, i -> "pods(a" + i + "=1, b" + i + "=2) deny pods(d" + i + "=1)");
        assertThat(errors("namespace shop {\ndeny all\npods allow pods on tcp\n" + some + "}"))
                .isEmpty();
    }

    @Test
    void manyDenialsAreTooMany() {
        String denials = lines(MANY, i -> "pods(a" + i + "=1, b" + i + "=2) deny pods(d" + i + "=1) on tcp/" + (i + 1));
        String file = "namespace shop {\ndeny all\npods allow pods on tcp\npods reach pods on tcp\n" + denials + "}";
        assertThat(errors(file)).containsExactly(Rule.NOT_SUBTRACTABLE, Rule.NOT_SUBTRACTABLE);
    }

    @Test
    void whatCannotBeToldIsNotCovered() {
        assertThat(isCovered(lines(
                        MANY, i -> "pods(a" + i + "=1, b" + i + "=2) allow pods(x" + i + "=1) on tcp/" + (i + 1))))
                .isFalse();
        assertThat(isCovered("pods(a=1) allow pods on tcp\npods(!a) allow pods on tcp\npods(a!=1) allow pods on tcp\n"))
                .isTrue();
    }

    /** Whether these cover `pods allow pods on tcp`. */
    private static boolean isCovered(String sentences) {
        Topology topology =
                Resolving.topology(resolved("namespace shop {\npods allow pods on tcp\n" + sentences + "}"));
        List<Permission> permissions = topology.permissions();
        Permission.Opening opening = permissions.get(0).openings().get(0);
        Box box = new Box(
                opening.targets().get(0).asPods().orElseThrow(),
                permissions.get(0).sources(),
                opening.ports());
        return Coverage.covers(
                permissions.subList(1, permissions.size()), permissions.get(0).isolates(), box);
    }

    @Test
    void whatIsNamedTwiceIsLookedAtOnce() {
        String groups = lines(MANY, i -> "group g" + i + " = g" + (i + 1) + ", h" + (i + 1))
                + lines(MANY, i -> "group h" + i + " = h" + (i + 1) + ", g" + (i + 1))
                + "group g40 = web\ngroup h40 = web\n";
        assertThat(errors(groups + WEB + "web allows g0, h0\n")).isEmpty();
        String ports = lines(MANY, i -> "ports p" + i + " = p" + (i + 1) + ", q" + (i + 1))
                + lines(MANY, i -> "ports q" + i + " = q" + (i + 1) + ", p" + (i + 1))
                + "ports p40 = tcp/80\nports q40 = tcp/80\n";
        assertThat(errors(ports + WEB + "web allows web on p0, q0\n")).isEmpty();
    }

    @Test
    void longChainsAreRefusedInEveryOrder() {
        for (boolean isUpwards : List.of(true, false)) {
            assertThat(errors(
                            chain(LONG, isUpwards, "group g", " = g", "") + WEB + "group g6000 = web\nweb allows g0\n"))
                    .containsOnlyOnce(Rule.CIRCLE);
            assertThat(errors(chain(LONG, isUpwards, "ports p", " = p", "")
                            + "ports p6000 = tcp/80\n"
                            + WEB
                            + "web allows web on p0\n"))
                    .containsOnlyOnce(Rule.CIRCLE);
            assertThat(errors(chain(LONG, isUpwards, "param p", " = \"${p", "}\"")
                            + "param p6000 = \"1\"\ndeployment web { image \"w:${p0}\" }\n"))
                    .containsOnlyOnce(Rule.CIRCLE);
        }
    }

    @Test
    void longValuesAreRefused() {
        String doubled = lines(30, i -> "param p" + i + " = \"${p" + (i + 1) + "}${p" + (i + 1) + "}\"");
        assertThat(errors(doubled + "param p30 = \"x\"\ndeployment web { image \"w:${p0}\" }\n"))
                .containsOnlyOnce(Rule.INVALID_VALUE);
    }

    private static String chain(int length, boolean isUpwards, String head, String middle, String tail) {
        return lines(length, i -> {
            int at = isUpwards ? i : length - 1 - i;
            return head + at + middle + (at + 1) + tail;
        });
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).map(it -> it + "\n").collect(Collectors.joining());
    }

    private static Resolved resolved(String file) {
        return Resolving.of(Parser.parse("shop.knet", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Rule> errors(String file) {
        Resolved resolved = resolved(file);
        List<Diagnostic> found = new ArrayList<>(resolved.diagnostics());
        Checks.check(Resolving.topology(resolved)).forEach(found::add);
        return found.stream().filter(Diagnostic::isError).map(Diagnostic::rule).toList();
    }
}
