package dev.knet.prove;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.model.Expectation;
import java.util.Optional;

/** An expectation of a topology, and what speaks against it, if something does. */
public record Judged(String topology, Expectation expectation, Optional<Diagnostic> failure) {}
