package dev.knet.resolve;

import dev.knet.model.Namespace;
import dev.knet.source.Span;
import dev.knet.syntax.PortsStatement;

/** A name for several ports, and where it is declared: there the names of other lists in it are looked up. */
record PortList(Namespace namespace, PortsStatement statement) {
    String name() {
        return statement.name().text();
    }

    /** `shop/mail`, or `mail` outside all namespaces. */
    String qualifiedName() {
        return namespace.qualify(name());
    }

    Span span() {
        return statement.name().span();
    }

    /** Two lists are the same if they are the same object: a topology has each once. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
