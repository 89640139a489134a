package dev.knet.syntax;

import java.util.function.Function;

/** A statement that may stand in a namespace or outside all of them. */
public sealed interface Member extends Statement, NamespaceItem
        permits WorkloadBlock, ServiceStatement, GroupStatement, PortsStatement, PolicyBlock, Relation, Expectation {

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    default <R> R fold(
            Function<Labels, R> labels,
            Function<Annotations, R> annotations,
            Function<Yaml, R> yaml,
            Function<Member, R> member) {
        return member.apply(this);
    }

    /** One answer for each kind of member. */
    interface Visitor<R> extends Relation.Visitor<R> {
        R visit(WorkloadBlock block);

        R visit(ServiceStatement statement);

        R visit(GroupStatement statement);

        R visit(PortsStatement statement);

        R visit(PolicyBlock block);

        R visit(Expectation expectation);
    }
}
