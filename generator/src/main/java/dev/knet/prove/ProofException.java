package dev.knet.prove;

/** That knet is wrong: what it would write does not do what the sentences say. Nothing of it may be written. */
public final class ProofException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Difference difference;

    ProofException(String topologies, Difference difference) {
        super("the policies of " + topologies + " would " + (difference.isWider() ? "let " : "not let ")
                + difference.from().text() + " connect to " + difference.to().text() + " on " + difference.ports()
                + (difference.isWider() ? ", and no sentence says so" : ", which the sentences say")
                + ". This is a bug of knet, and nothing was written; please report it with the files");
        this.difference = difference;
    }

    /** The smallest example of it. */
    public Difference difference() {
        return difference;
    }
}
