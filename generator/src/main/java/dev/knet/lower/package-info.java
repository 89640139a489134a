/** From a topology to the Kubernetes objects that say the same. */
@NullMarked
package dev.knet.lower;

import org.jspecify.annotations.NullMarked;
