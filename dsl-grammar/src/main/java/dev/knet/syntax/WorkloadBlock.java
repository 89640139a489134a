package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * `pod web { … }`, `cronjob tidy "5 * * * *" { … }`: the kind is Kubernetes' word in lower case, the schedule that of a
 * cron job.
 */
public record WorkloadBlock(
        String doc,
        boolean fresh,
        boolean existing,
        String kind,
        Name name,
        @Nullable Text schedule,
        List<WorkloadItem> items,
        Span span)
        implements Member {
    public WorkloadBlock {
        items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Member.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
