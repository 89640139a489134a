package dev.knet.query;

/** Says what is wrong with a question, and how to ask it. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1;

    QueryException(String message) {
        super(message);
    }

    QueryException(IllegalArgumentException refusal) {
        super(refusal.getMessage(), refusal);
    }
}
