/**
 * Who can talk to whom by Kubernetes objects alone, ours or foreign ones. {@link dev.knet.reach.Reachability} is the way
 * in, for tests in Java too.
 */
@NullMarked
package dev.knet.reach;

import org.jspecify.annotations.NullMarked;
