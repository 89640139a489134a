package dev.knet.meaning;

/** How sure it has to be that a connection is possible. */
enum Certainty {
    CERTAIN,
    POSSIBLE
}
