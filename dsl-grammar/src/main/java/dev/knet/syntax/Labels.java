package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import java.util.function.Function;

/** `labels app=web tier=front`. */
public record Labels(List<Label> labels, Span span) implements NamespaceItem, WorkloadItem, ServiceItem {
    public Labels {
        labels = List.copyOf(labels);
    }

    @Override
    public <R> R fold(
            Function<Labels, R> ofLabels,
            Function<Annotations, R> ofAnnotations,
            Function<Yaml, R> yaml,
            Function<Member, R> member) {
        return ofLabels.apply(this);
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
