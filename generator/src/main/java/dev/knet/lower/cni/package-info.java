/** One profile for each network plugin: what it makes of policies. */
@NullMarked
package dev.knet.lower.cni;

import org.jspecify.annotations.NullMarked;
