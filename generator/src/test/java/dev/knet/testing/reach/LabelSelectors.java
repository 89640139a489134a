package dev.knet.testing.reach;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;

/** Kubernetes' label selectors: everything that they say must hold, and an empty one selects all. */
final class LabelSelectors {
    private LabelSelectors() {}

    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        if (selector == null) {
            throw new IllegalArgumentException("what an absent selector means depends on where it is absent");
        }
        boolean equalities = selector.getMatchLabels() == null
                || labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
        return equalities
                && (selector.getMatchExpressions() == null
                        || selector.getMatchExpressions().stream().allMatch(it -> matches(it, labels)));
    }

    private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> labels) {
        boolean present = labels.containsKey(requirement.getKey());
        return switch (requirement.getOperator()) {
            case "Exists" -> present;
            case "DoesNotExist" -> !present;
            case "In" -> present && requirement.getValues().contains(labels.get(requirement.getKey()));
            case "NotIn" -> !present || !requirement.getValues().contains(labels.get(requirement.getKey()));
            default -> throw new IllegalArgumentException(requirement.getOperator());
        };
    }
}
