package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `labels app=web tier=front`. */
public record Labels(List<Label> labels, Span span) implements NamespaceItem, WorkloadItem, ServiceItem {
    public Labels {
        labels = List.copyOf(labels);
    }

    @Override
    public <R> R accept(NamespaceItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public <R> R accept(WorkloadItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public <R> R accept(ServiceItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
