package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.read.Surroundings.CalicoTier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what policies of Calico speak of: tiers, and sets of addresses. */
final class CalicoTierReader {
    /** The tier of NetworkPolicy too. */
    static final String DEFAULT = "default";

    private static final Map<String, CalicoTier> BUILT_IN = Map.of(
            "kube-admin",
            new CalicoTier(NativePolicy.ADMIN_TIER, false),
            DEFAULT,
            new CalicoTier(NativePolicy.PORTABLE_TIER, true),
            "kube-baseline",
            new CalicoTier(NativePolicy.BASELINE_TIER, false));

    private static final Set<String> OBJECT = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> TIER = Set.of("order", "defaultAction");
    private static final Set<String> SET = Set.of("nets");

    private CalicoTierReader() {}

    static void tier(Field object, NativeKind.Heading heading, Gathered gathered) {
        object.expect(OBJECT);
        Field spec = object.get("spec");
        spec.expect(TIER);
        Field field = spec.get("order");
        double order = field.isPresent() ? field.decimal(0) : Double.POSITIVE_INFINITY;
        String action = spec.get("defaultAction").text("Deny");
        if (!action.equals("Deny") && !action.equals("Pass")) {
            spec.get("defaultAction").error("takes `Deny` or `Pass`, not " + Quoted.of(action));
        }
        CalicoTier tier = new CalicoTier(order, action.equals("Deny"));
        CalicoTier builtIn = BUILT_IN.get(heading.name());
        if (builtIn != null && !builtIn.equals(tier)) {
            spec.error("is not what this tier has in every cluster: order " + (long) builtIn.order() + " and `"
                    + (builtIn.refuses() ? "Deny" : "Pass") + "`");
        }
        if (heading.isRight()) {
            gathered.add(heading.kind(), heading.name(), tier, heading.origin());
        }
    }

    static void set(Field object, NativeKind.Heading heading, Gathered gathered) {
        object.expect(OBJECT);
        object.get("spec").expect(SET);
        AddressSet set = new AddressSet(
                heading.namespace(),
                object.get("metadata").get("labels").words(),
                CalicoEntity.ranges(object.get("spec").get("nets"), Integer.MAX_VALUE));
        if (heading.isRight()) {
            gathered.add(heading.kind(), heading.name(), set, heading.origin());
        }
    }

    /** One that is there, or that every cluster has. */
    static Optional<CalicoTier> find(String name, Surroundings surroundings) {
        return Optional.ofNullable(
                BUILT_IN.getOrDefault(name, surroundings.tiers().get(name)));
    }
}
