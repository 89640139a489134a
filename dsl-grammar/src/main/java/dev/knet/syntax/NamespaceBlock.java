package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/**
 * `namespace shop { … }`. The doc is what the `///` lines above it say, empty without any; fresh is what is `new` in an
 * environment; so everywhere in the tree.
 */
public record NamespaceBlock(
        String doc, boolean fresh, boolean existing, Name name, List<NamespaceItem> items, Span span)
        implements Statement {
    public NamespaceBlock {
        items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
