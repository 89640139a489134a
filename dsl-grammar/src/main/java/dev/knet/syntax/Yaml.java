package dev.knet.syntax;

import dev.knet.source.Embedded;
import dev.knet.source.Span;
import java.util.function.Function;

/** `yaml """…"""`: a piece of the Kubernetes object, merged into what is generated. */
public record Yaml(Embedded text, Span span) implements NamespaceItem, WorkloadItem, ServiceItem {
    @Override
    public <R> R fold(
            Function<Labels, R> labels,
            Function<Annotations, R> annotations,
            Function<Yaml, R> yaml,
            Function<Member, R> member) {
        return yaml.apply(this);
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
