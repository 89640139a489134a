package dev.knet.maven;

import dev.knet.query.Answer;
import dev.knet.query.QueryException;
import dev.knet.query.Subject;

/** What is asked of a cluster. */
interface Question {
    Answer of(Subject subject) throws QueryException;
}
