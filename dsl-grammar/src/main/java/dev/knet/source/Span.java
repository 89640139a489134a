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
        StringBuilder line = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = file.text().charAt(i);
            boolean blank = Character.isWhitespace(c);
            if (!blank) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().stripTrailing();
    }
}
