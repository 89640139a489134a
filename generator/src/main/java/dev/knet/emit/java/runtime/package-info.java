/**
 * What the classes of every topology have in common, as Java rather than as code that writes Java: these sources are
 * copied into the package of a topology, next to what is generated. They know fabric8's model and nothing of knet.
 */
@NullMarked
package dev.knet.emit.java.runtime;

import org.jspecify.annotations.NullMarked;
