package dev.knet.syntax;

/** What may stand in a namespace block. */
public sealed interface NamespaceItem extends Node permits Labels, Annotations, Yaml, Member {

    <R> R accept(Visitor<R> visitor);

    /** One answer for each kind of item. */
    interface Visitor<R> extends Member.Visitor<R> {
        R visit(Labels labels);

        R visit(Annotations annotations);

        R visit(Yaml yaml);
    }
}
