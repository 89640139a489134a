/** What is wrong with a file, where, and how to mend it. */
@NullMarked
package dev.knet.diagnostic;

import org.jspecify.annotations.NullMarked;
