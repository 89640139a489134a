/** What a topology is: resolved, immutable, in source order. Knows neither text nor Kubernetes objects. */
@NullMarked
package dev.knet.model;

import org.jspecify.annotations.NullMarked;
