/** Text and the arithmetic on it: files, positions and spans. */
@NullMarked
package dev.knet.source;

import org.jspecify.annotations.NullMarked;
