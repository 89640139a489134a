package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * `service …`: a name for the pods of a workload, or for a host outside the cluster. Without a target it only adds to a
 * service that is declared elsewhere.
 */
public record ServiceStatement(
        String doc, boolean fresh, Name name, @Nullable ServiceTarget target, List<ServiceItem> items, Span span)
        implements Member {
    public ServiceStatement {
        items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Member.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
