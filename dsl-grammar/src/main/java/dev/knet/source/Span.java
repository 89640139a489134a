package dev.knet.source;

/** A stretch of a file, from {@code start} up to but without {@code end}, in UTF-16 units. */
public record Span(SourceFile file, int start, int end) {
    public Span {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("no stretch of " + file + ": " + start + ".." + end);
        }
    }

    public String text() {
        return file.text().substring(start, end);
    }

    /** Where it begins. */
    public Position position() {
        return file.position(start);
    }

    /** From the beginning of this to the end of the other. */
    public Span to(Span last) {
        return new Span(file, start, last.end);
    }

    /** Its text on one line: every run of white space is one blank. */
    public String oneLine() {
        return text().strip().replaceAll("\\s+", " ");
    }
}
