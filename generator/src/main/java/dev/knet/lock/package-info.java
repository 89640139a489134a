/** The lock: who can talk to whom, written down and committed, so that a change of it is seen as one. */
@NullMarked
package dev.knet.lock;

import org.jspecify.annotations.NullMarked;
