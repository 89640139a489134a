package dev.knet.syntax;

import dev.knet.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A name that may say where to look: `shop/web` in a namespace, `./web` outside all of them, `web` anywhere near.
 * The namespace is absent in the last two.
 */
public record QualifiedName(@Nullable Name namespace, boolean outside, Name name, Span span) implements Node {}
