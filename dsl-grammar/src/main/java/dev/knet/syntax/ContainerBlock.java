package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `container nginx { … }`. */
public record ContainerBlock(Name name, List<ContainerItem> items, Span span) implements WorkloadItem {
    public ContainerBlock {
        items = List.copyOf(items);
    }

    @Override
    public <R> R accept(WorkloadItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
