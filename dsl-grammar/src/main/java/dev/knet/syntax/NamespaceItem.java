package dev.knet.syntax;

import java.util.function.Function;

/** What may stand in a namespace block. */
public sealed interface NamespaceItem extends Node permits Labels, Annotations, Yaml, Member {

    <R> R fold(
            Function<Labels, R> labels,
            Function<Annotations, R> annotations,
            Function<Yaml, R> yaml,
            Function<Member, R> member);
}
