package dev.knet.syntax;

/** What may stand at the top of a file. */
public sealed interface Statement extends Node
        permits PackageStatement,
                TopologyStatement,
                UseStatement,
                ParamStatement,
                EnvironmentBlock,
                ClusterBlock,
                NamespaceBlock,
                Member {

    <R> R accept(Visitor<R> visitor);

    /** One answer for each kind of statement. */
    interface Visitor<R> {
        R visit(PackageStatement statement);

        R visit(TopologyStatement statement);

        R visit(UseStatement statement);

        R visit(ParamStatement statement);

        R visit(EnvironmentBlock block);

        R visit(ClusterBlock block);

        R visit(NamespaceBlock block);

        R visit(Member member);
    }
}
