package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `container nginx { … }`, `init container migrate { … }`, `sidecar container proxy { … }`. */
public record ContainerBlock(Role role, Name name, List<ContainerItem> items, Span span) implements WorkloadItem {

    /** When a container runs. */
    public enum Role {
        MAIN,
        INIT,
        SIDECAR
    }

    public ContainerBlock {
        items = List.copyOf(items);
    }

    @Override
    public <R> R accept(WorkloadItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
