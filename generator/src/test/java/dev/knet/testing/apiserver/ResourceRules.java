package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code ValidateContainerResourceRequirements}. */
final class ResourceRules {
    private static final Pattern QUANTITY =
            Pattern.compile("[0-9]+(\\.[0-9]+)?([KMGTPE]i|[munkMGTPE]|[eE][-+]?[0-9]+)?");

    private ResourceRules() {}

    static void check(ResourceRequirements resources, Violations violations) {
        violations.require(
                Set.of("cpu", "memory").containsAll(resources.getRequests().keySet()), "requests", resources);
        resources.getRequests().forEach((name, request) -> {
            Quantity limit = resources.getLimits().get(name);
            violations.require(isQuantity(request) && isQuantity(limit), name, resources);
            if (isQuantity(request) && isQuantity(limit)) {
                BigDecimal least = request.getNumericalAmount();
                violations.require(least.signum() > 0, name + " request", request);
                violations.require(least.compareTo(limit.getNumericalAmount()) <= 0, name + " limit", limit);
            }
        });
    }

    private static boolean isQuantity(Quantity quantity) {
        return quantity != null && QUANTITY.matcher(quantity.toString()).matches();
    }
}
