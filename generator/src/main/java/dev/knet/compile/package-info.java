/** The compiler as a whole: sources in, files out. */
@NullMarked
package dev.knet.compile;

import org.jspecify.annotations.NullMarked;
