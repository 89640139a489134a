/** The Maven goals: a project's settings become one request to the compiler, its result becomes log lines. */
@NullMarked
package dev.knet.maven;

import org.jspecify.annotations.NullMarked;
