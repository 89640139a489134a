/** Kubernetes objects as far as reachability depends on them, whatever they were read from. */
@NullMarked
package dev.knet.reach.objects;

import org.jspecify.annotations.NullMarked;
