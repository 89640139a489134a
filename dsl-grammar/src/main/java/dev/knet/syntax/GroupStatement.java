package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;

/** `group frontend = web, mobile`, or `network office = 203.0.113.0/24`, which holds addresses only: a name for several peers. */
public record GroupStatement(boolean fresh, boolean network, Name name, List<Peer> members, Span span)
        implements Member {
    public GroupStatement {
        members = List.copyOf(members);
    }

    @Override
    public <R> R accept(Member.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
