package dev.knet.model;

import dev.knet.source.Span;
import java.util.Optional;

/** What is common to statements about connections: how they are written and why, and the policy name chosen for them. */
public interface Statement {
    /** As it stands in the file, on one line. */
    String text();

    Span span();

    Motive motive();

    /** Of the `policy NAME { … }` around it. */
    Optional<String> policyName();
}
