/** Syntax to model: names are looked up, numbers and labels are read, ports find their pods. */
@NullMarked
package dev.knet.resolve;

import org.jspecify.annotations.NullMarked;
