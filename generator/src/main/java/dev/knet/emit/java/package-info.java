/** The typed Java API of a topology. */
@NullMarked
package dev.knet.emit.java;

import org.jspecify.annotations.NullMarked;
