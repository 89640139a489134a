package dev.knet.resolve;

import dev.knet.syntax.Annotations;
import dev.knet.syntax.ContainerBlock;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.Label;
import dev.knet.syntax.Labels;
import dev.knet.syntax.NamespaceItem;
import dev.knet.syntax.Node;
import dev.knet.syntax.ServiceItem;
import dev.knet.syntax.WorkloadItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** The items of a block with those of an environment laid over them: what both say, the environment says. */
final class ItemOverlay {
    private static final ItemKeys KEYS = new ItemKeys();

    private ItemOverlay() {}

    static List<WorkloadItem> ofWorkload(List<WorkloadItem> base, List<WorkloadItem> over) {
        return merged(
                single(base, WorkloadItem.class),
                single(over, WorkloadItem.class),
                item -> item.accept((WorkloadItem.Visitor<String>) KEYS),
                ItemOverlay::container);
    }

    /** Of two containers of one name, the items are merged in their turn. */
    private static WorkloadItem container(WorkloadItem base, WorkloadItem over) {
        if (!(base instanceof ContainerBlock block) || !(over instanceof ContainerBlock other)) {
            return over;
        }
        List<ContainerItem> items = merged(
                block.items(),
                other.items(),
                item -> item.accept((ContainerItem.Visitor<String>) KEYS),
                (one, later) -> later);
        return new ContainerBlock(block.role(), block.name(), items, block.span());
    }

    static List<ServiceItem> ofService(List<ServiceItem> base, List<ServiceItem> over) {
        return merged(
                single(base, ServiceItem.class),
                single(over, ServiceItem.class),
                item -> item.accept((ServiceItem.Visitor<String>) KEYS),
                (one, later) -> later);
    }

    /** Of a namespace's items, those that are no members. */
    static List<NamespaceItem> ofNamespace(List<NamespaceItem> base, List<NamespaceItem> over) {
        return merged(
                single(base, NamespaceItem.class),
                single(over, NamespaceItem.class),
                ItemOverlay::keyInNamespace,
                (one, later) -> later);
    }

    private static String keyInNamespace(NamespaceItem item) {
        return item.fold(KEYS::visit, KEYS::visit, KEYS::visit, member -> ItemKeys.ADDS);
    }

    /** Each label and each annotation in a statement of its own, so that each can be replaced by itself. */
    private static <I extends Node> List<I> single(List<I> items, Class<I> type) {
        List<I> single = new ArrayList<>();
        for (I item : items) {
            if (item instanceof Labels labels) {
                for (Label label : labels.labels()) {
                    single.add(type.cast(new Labels(List.of(label), label.span())));
                }
            } else if (item instanceof Annotations annotations) {
                for (Label annotation : annotations.annotations()) {
                    single.add(type.cast(new Annotations(List.of(annotation), annotation.span())));
                }
            } else {
                single.add(item);
            }
        }
        return single;
    }

    private static <I> List<I> merged(List<I> base, List<I> over, Function<I, String> key, BinaryOperator<I> combined) {
        Map<String, List<I>> later = new LinkedHashMap<>();
        for (I item : over) {
            later.computeIfAbsent(key.apply(item), none -> new ArrayList<>()).add(item);
        }
        List<I> added = later.getOrDefault(ItemKeys.ADDS, List.of());
        later.remove(ItemKeys.ADDS);
        List<I> merged = new ArrayList<>();
        Map<String, List<I>> open = new LinkedHashMap<>(later);
        for (I item : base) {
            List<I> instead = later.get(key.apply(item));
            if (instead == null) {
                merged.add(item);
            } else if (open.remove(key.apply(item)) != null) {
                instead.forEach(one -> merged.add(combined.apply(item, one)));
            }
        }
        open.values().forEach(merged::addAll);
        merged.addAll(added);
        return merged;
    }
}
