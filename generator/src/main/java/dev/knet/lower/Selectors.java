package dev.knet.lower;

import dev.knet.model.Requirement;
import dev.knet.model.Selector;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Label selectors, as short as they can be said: equality by `matchLabels`, the rest by `matchExpressions`. */
public final class Selectors {
    private Selectors() {}

    public static LabelSelector labelSelector(Selector selector) {
        Map<String, String> labels = new TreeMap<>();
        List<LabelSelectorRequirement> expressions = new ArrayList<>();
        for (Requirement requirement : selector.requirements()) {
            if (requirement.isEquality() && !labels.containsKey(requirement.key())) {
                labels.put(requirement.key(), requirement.values().get(0));
            } else {
                expressions.add(new LabelSelectorRequirement(
                        requirement.key(), operator(requirement.operator()), requirement.values()));
            }
        }
        LabelSelector object = new LabelSelector();
        object.setMatchLabels(labels);
        object.setMatchExpressions(expressions);
        return object;
    }

    private static String operator(Requirement.Operator operator) {
        return switch (operator) {
            case IN -> "In";
            case NOT_IN -> "NotIn";
            case PRESENT -> "Exists";
            case ABSENT -> "DoesNotExist";
        };
    }
}
