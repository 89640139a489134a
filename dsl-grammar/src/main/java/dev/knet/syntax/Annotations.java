package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import java.util.function.Function;

/** `annotations prometheus.io/scrape="true"`. */
public record Annotations(List<Label> annotations, Span span) implements NamespaceItem, WorkloadItem, ServiceItem {
    public Annotations {
        annotations = List.copyOf(annotations);
    }

    @Override
    public <R> R fold(
            Function<Labels, R> ofLabels,
            Function<Annotations, R> ofAnnotations,
            Function<Yaml, R> yaml,
            Function<Member, R> member) {
        return ofAnnotations.apply(this);
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
