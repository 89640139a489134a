package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `ports mail = tcp/25, tcp/587`: a name for several ports. */
public record PortsStatement(boolean fresh, Name name, List<Port> ports, Span span) implements Member {
    public PortsStatement {
        ports = List.copyOf(ports);
    }

    @Override
    public <R> R accept(Member.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
