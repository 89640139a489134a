package dev.knet.syntax;

/** What may stand in the block of a workload. */
public sealed interface WorkloadItem extends Node
        permits Labels, Annotations, Replicas, Account, HostNetwork, Yaml, ContainerBlock, ContainerItem {

    <R> R accept(Visitor<R> visitor);

    /** One answer for each kind of item. */
    interface Visitor<R> {
        R visit(Labels labels);

        R visit(Annotations annotations);

        R visit(Account account);

        R visit(HostNetwork item);

        R visit(Yaml yaml);

        R visit(Replicas replicas);

        R visit(ContainerBlock block);

        R visit(ContainerItem item);
    }
}
