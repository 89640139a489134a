/** Text to syntax tree. ANTLR stays behind this door. */
@NullMarked
package dev.knet.parse;

import org.jspecify.annotations.NullMarked;
