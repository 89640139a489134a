/** Kubernetes manifests, whoever wrote them, as the objects that reachability depends on. */
@NullMarked
package dev.knet.reach.read;

import org.jspecify.annotations.NullMarked;
