/** What generators produce: named texts, on no disk yet. */
@NullMarked
package dev.knet.emit;

import org.jspecify.annotations.NullMarked;
