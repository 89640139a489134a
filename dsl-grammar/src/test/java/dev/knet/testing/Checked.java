package dev.knet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.HumanRenderer;
import dev.knet.diagnostic.LineRenderer;
import dev.knet.parse.Parsed;
import dev.knet.parse.Parser;
import dev.knet.source.SourceFile;
import dev.knet.syntax.SyntaxTree;
import java.util.stream.Collectors;

/** Parses, and checks what must hold for every file, however wrong it is. */
public final class Checked {
    /** A hundred problems and that there are more. */
    private static final int MOST = 101;

    private Checked() {}

    /** Parses text that is called `x.knet`. */
    public static Parsed parse(String text) {
        SourceFile file = SourceFile.of("x.knet", text);
        Parsed parsed = check(Parser.parse(file));
        assertThat(Parser.parse(file)).as("the same again").isEqualTo(parsed);
        return parsed;
    }

    /** Parses bytes that are called `x.knet`. */
    public static Parsed parse(byte[] bytes) {
        return check(Parser.parse("x.knet", bytes));
    }

    /** Of text that must be right. */
    public static SyntaxTree tree(String text) {
        Parsed parsed = parse(text);
        return parsed.tree().orElseThrow(() -> new AssertionError(text + "\n" + rendered(parsed)));
    }

    /** All problems as people see them. */
    public static String rendered(Parsed parsed) {
        return parsed.diagnostics().stream().map(HumanRenderer::render).collect(Collectors.joining("\n"));
    }

    /** All problems on a line each: `1:5 expected …`. */
    public static String messages(Parsed parsed) {
        return parsed.diagnostics().stream().map(Checked::message).collect(Collectors.joining("\n"));
    }

    private static String message(Diagnostic diagnostic) {
        var at = diagnostic.span().position();
        return at.line() + ":" + at.column() + " " + diagnostic.message();
    }

    /** Fails unless there is either a sound tree or problems that can be shown. */
    public static Parsed check(Parsed parsed) {
        assertThat(parsed.tree().isPresent()).isEqualTo(parsed.diagnostics().isEmpty());
        assertThat(parsed.diagnostics()).hasSizeLessThanOrEqualTo(MOST);
        parsed.tree().ifPresent(SpanChecks::check);
        parsed.diagnostics().forEach(diagnostic -> check(parsed.file(), diagnostic));
        return parsed;
    }

    private static void check(SourceFile file, Diagnostic diagnostic) {
        assertThat(diagnostic.span().file()).isSameAs(file);
        assertThat(diagnostic.message()).doesNotEndWith(".").hasSizeLessThan(300);
        assertThat(shown(LineRenderer.render(diagnostic))).isTrue();
        assertThat(HumanRenderer.render(diagnostic).lines()).hasSizeLessThan(15).allMatch(Checked::shown);
    }

    /** Whether a terminal shows it as it is: nothing in it hides, moves or colours what stands around it. */
    private static boolean shown(String line) {
        return line.length() < 4000
                && line.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE);
    }
}
