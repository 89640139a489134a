package dev.knet.reach.read;

/** Why there is no reading on in a document. */
final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String why;
    private final int line;

    TooMuch(String why, int line) {
        super(why, null, false, false);
        this.why = why;
        this.line = line;
    }

    String why() {
        return why;
    }

    int line() {
        return line;
    }
}
