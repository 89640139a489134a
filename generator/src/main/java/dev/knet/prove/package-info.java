/** That what is written does what the sentences say, no more and no less; and whether what is expected of it comes true. */
@NullMarked
package dev.knet.prove;

import org.jspecify.annotations.NullMarked;
