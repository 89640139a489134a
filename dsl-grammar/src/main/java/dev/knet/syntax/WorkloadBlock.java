package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `pod web { … }`, `deployment web { … }`: the kind is Kubernetes' word in lower case. */
public record WorkloadBlock(String doc, boolean existing, String kind, Name name, List<WorkloadItem> items, Span span)
        implements Member {
    public WorkloadBlock {
        items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Member.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
