package dev.knet.syntax;

/** What may stand in the block of a workload. */
public sealed interface WorkloadItem extends Node permits Labels, Replicas, ContainerBlock, ContainerItem {

    <R> R accept(Visitor<R> visitor);

    /** One answer for each kind of item. */
    interface Visitor<R> extends ContainerItem.Visitor<R> {
        R visit(Labels labels);

        R visit(Replicas replicas);

        R visit(ContainerBlock block);
    }
}
