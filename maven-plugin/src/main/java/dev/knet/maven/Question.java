package dev.knet.maven;

import dev.knet.query.QueryException;
import dev.knet.query.Subject;

/** What is asked of a cluster. */
interface Question {
    String of(Subject subject) throws QueryException;
}
