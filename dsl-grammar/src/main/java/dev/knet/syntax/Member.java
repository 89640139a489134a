package dev.knet.syntax;

/** A statement that may stand in a namespace or outside all of them. */
public sealed interface Member extends Statement, NamespaceItem
        permits WorkloadBlock, ServiceStatement, GroupStatement, PortsStatement, PolicyBlock, Relation {

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Statement.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    @Override
    default <R> R accept(NamespaceItem.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
    }

    /** One answer for each kind of member. */
    interface Visitor<R> extends Relation.Visitor<R> {
        R visit(WorkloadBlock block);

        R visit(ServiceStatement statement);

        R visit(GroupStatement statement);

        R visit(PortsStatement statement);

        R visit(PolicyBlock block);
    }
}
