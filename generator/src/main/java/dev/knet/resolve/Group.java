package dev.knet.resolve;

import dev.knet.model.Namespace;
import dev.knet.source.Span;
import dev.knet.syntax.GroupStatement;

/** A name for several peers, and where it is declared: there the names of its members are looked up. */
record Group(Namespace namespace, GroupStatement statement) {
    String name() {
        return statement.name().text();
    }

    /** `shop/office`, or `office` outside all namespaces. */
    String qualifiedName() {
        return namespace.qualify(name());
    }

    /** The word that declares it. */
    String kind() {
        return statement.network() ? "network" : "group";
    }

    Span span() {
        return statement.name().span();
    }

    /** Two groups are the same if they are the same object: a topology has each once. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
