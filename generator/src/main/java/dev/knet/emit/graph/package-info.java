/** Connections as graphs. */
@NullMarked
package dev.knet.emit.graph;

import org.jspecify.annotations.NullMarked;
