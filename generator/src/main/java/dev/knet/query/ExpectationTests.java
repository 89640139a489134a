package dev.knet.query;

import dev.knet.compile.CompileResult;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.HumanRenderer;
import dev.knet.emit.report.JUnitReport;
import dev.knet.prove.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expectations as tests, for build servers. */
public final class ExpectationTests {
    private ExpectationTests() {}

    /** JUnit's XML: a suite for each topology and environment. */
    public static String junit(CompileResult result) {
        List<JUnitReport.Case> cases = new ArrayList<>();
        for (CompileResult.Cluster cluster : result.clusters()) {
            cluster.expectations().forEach(it -> cases.add(test(it, cluster.environment())));
        }
        return JUnitReport.of(cases);
    }

    private static JUnitReport.Case test(Judged judged, Optional<String> environment) {
        String suite =
                judged.topology() + environment.map(it -> " (" + it + ")").orElse("");
        return new JUnitReport.Case(
                suite,
                judged.expectation().text(),
                // Without its line: build servers follow a test by its names, and a line moves with what is above it.
                judged.expectation().span().file().name(),
                judged.failure().map(ExpectationTests::text));
    }

    private static String text(Diagnostic failure) {
        return failure.message() + "\n" + HumanRenderer.frame(failure);
    }
}
