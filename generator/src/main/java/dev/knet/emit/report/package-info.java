/** What is told of connections, for people and for programs: values in, one text out. Names may be hostile. */
@NullMarked
package dev.knet.emit.report;

import org.jspecify.annotations.NullMarked;
