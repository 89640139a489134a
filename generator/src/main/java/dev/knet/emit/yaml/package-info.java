/** Kubernetes objects as YAML text that any reader, of YAML 1.1 or 1.2, reads as the same objects. */
@NullMarked
package dev.knet.emit.yaml;

import org.jspecify.annotations.NullMarked;
