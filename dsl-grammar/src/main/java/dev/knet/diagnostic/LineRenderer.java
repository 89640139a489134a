package dev.knet.diagnostic;

import dev.knet.source.Position;

/** Writes a problem on one line, `file:[line,column] message`, which IDEs and build servers make a link of. */
public final class LineRenderer {
    private LineRenderer() {}

    /** One line without a line break. */
    public static String render(Diagnostic diagnostic) {
        Position at = diagnostic.span().position();
        return Printable.of(diagnostic.span().file().name()) + ":[" + at.line() + "," + at.column() + "] "
                + diagnostic.rule().id() + ": " + Printable.of(diagnostic.message());
    }
}
