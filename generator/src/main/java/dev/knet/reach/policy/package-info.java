/** What NetworkPolicy objects do: who can connect to whom, and which policy and rule decide it. */
@NullMarked
package dev.knet.reach.policy;

import org.jspecify.annotations.NullMarked;
