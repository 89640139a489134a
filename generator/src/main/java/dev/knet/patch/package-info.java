/** What a file says in `yaml """ … """`, merged into the Kubernetes object that the rest of the file makes. */
@NullMarked
package dev.knet.patch;

import org.jspecify.annotations.NullMarked;
