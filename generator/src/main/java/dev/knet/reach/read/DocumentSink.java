package dev.knet.reach.read;

/** What is done with each document of a file. */
interface DocumentSink {
    void document(Node root);

    void error(int line, String message);

    /** Whether reading on is of no use. */
    boolean hasEnough();
}
