/** The tree of a file as it is written: nothing is looked up, nothing is judged. */
@NullMarked
package dev.knet.syntax;

import org.jspecify.annotations.NullMarked;
