package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.NativePolicy.Kind;
import dev.knet.reach.objects.NativePolicy.Rule;
import dev.knet.reach.objects.NativePolicy.Side;
import dev.knet.reach.objects.Who;
import dev.knet.reach.read.Surroundings.CalicoTier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a NetworkPolicy or a GlobalNetworkPolicy of Calico. */
final class CalicoPolicyReader {
    private static final int MOST_RULES = 1024;
    private static final String INGRESS = "Ingress";
    private static final String EGRESS = "Egress";

    private static final Set<String> OBJECT = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> SPEC = Set.of(
            "tier", "order", "selector", "serviceAccountSelector", "types", "ingress", "egress", "performanceHints");
    private static final Set<String> GLOBAL_ONLY =
            Set.of("namespaceSelector", "doNotTrack", "preDNAT", "applyOnForward");

    private final Field spec;
    private final NativeKind.Heading heading;
    private final String tier;
    private final double order;
    private final Optional<SelectorTerm> pods;
    private final Optional<SelectorTerm> namespaces;
    private final boolean hasAccounts;
    private final boolean isOfHosts;
    private final List<CalicoRule> ingress;
    private final List<CalicoRule> egress;
    private final List<String> types;

    private CalicoPolicyReader(Field object, NativeKind.Heading heading, LabelValues values) {
        this.heading = heading;
        this.spec = object.get("spec");
        object.expect(OBJECT);
        Set<String> known = new HashSet<>(SPEC);
        if (isGlobal()) {
            known.addAll(GLOBAL_ONLY);
        }
        spec.expect(known);
        String named = spec.get("tier").text("");
        this.tier = named.isEmpty() ? CalicoTierReader.DEFAULT : named;
        Field place = spec.get("order");
        this.order = place.isPresent() ? place.decimal(0) : Double.POSITIVE_INFINITY;
        this.pods = CalicoEntity.selector(spec.get("selector"), false, values);
        this.namespaces =
                isGlobal() ? CalicoEntity.selector(spec.get("namespaceSelector"), false, values) : Optional.empty();
        this.hasAccounts = hasAccounts(spec.get("serviceAccountSelector"), values);
        this.isOfHosts = isGlobal() && isOfHosts();
        this.ingress = rules(spec.get("ingress"), "spec.ingress", false, values);
        this.egress = rules(spec.get("egress"), "spec.egress", true, values);
        this.types = types();
    }

    static List<Unfinished> read(Field object, NativeKind.Heading heading, LabelValues values) {
        CalicoPolicyReader reader = new CalicoPolicyReader(object, heading, values);
        return List.of(reader::finish);
    }

    private boolean isGlobal() {
        return heading.namespace().isEmpty();
    }

    private static boolean hasAccounts(Field field, LabelValues values) {
        boolean isThere = CalicoEntity.selector(field, false, values).isPresent();
        if (isThere) {
            field.warning("is about labels of service accounts, which are not known here: any may have them");
        }
        return isThere;
    }

    /** Such policies are about the interfaces of nodes only, and not about those of pods. */
    private boolean isOfHosts() {
        boolean isOfHosts = false;
        for (String name : List.of("doNotTrack", "preDNAT")) {
            Field field = spec.get(name);
            if (field.isPresent() && field.flag()) {
                isOfHosts = true;
                field.warning("makes it a policy for the interfaces of nodes, of which nothing is said here");
                if (!isSet("applyOnForward")) {
                    field.error("needs `applyOnForward`");
                }
            }
        }
        if (isOfHosts && isSet("doNotTrack") && isSet("preDNAT")) {
            spec.error("has both `doNotTrack` and `preDNAT`");
        }
        if (isSet("preDNAT") && !spec.get("egress").items().isEmpty()) {
            spec.get("egress").error("cannot stand with `preDNAT`");
        }
        return isOfHosts;
    }

    private boolean isSet(String name) {
        Field field = spec.get(name);
        return field.isPresent() && field.flag();
    }

    private List<CalicoRule> rules(Field field, String path, boolean isEgress, LabelValues values) {
        List<Field> items = field.items();
        AdminPeers.most(field, items, MOST_RULES);
        List<CalicoRule> rules = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rules.add(new CalicoRule(items.get(i), path + "[" + i + "]", isEgress, heading.namespace(), values));
        }
        return rules;
    }

    /** Without types, those of which there are rules; ingress if there are none. */
    private List<String> types() {
        Field field = spec.get("types");
        List<String> said = new ArrayList<>();
        for (Field item : field.items()) {
            String type = item.text("");
            if (!type.equals(INGRESS) && !type.equals(EGRESS)) {
                item.error("takes `Ingress` or `Egress`, not " + Quoted.of(type));
            } else if (said.contains(type)) {
                item.error("stands there twice");
            }
            said.add(type);
        }
        if (!said.isEmpty()) {
            return said;
        }
        if (egress.isEmpty()) {
            return List.of(INGRESS);
        }
        return ingress.isEmpty() ? List.of(EGRESS) : List.of(INGRESS, EGRESS);
    }

    private NativePolicy finish(Surroundings surroundings) {
        Optional<CalicoTier> place = CalicoTierReader.find(tier, surroundings);
        if (place.isEmpty()) {
            spec.get("tier")
                    .error("is " + Quoted.of(tier) + ", and there is no Tier of that name: its place is not known");
        }
        CalicoTier known = place.orElse(new CalicoTier(0, true));
        return new NativePolicy(
                isGlobal() ? Kind.CALICO_GLOBAL_POLICY : Kind.CALICO_POLICY,
                heading.namespace(),
                heading.name(),
                tier,
                known.order(),
                order,
                subjects(surroundings),
                types.contains(INGRESS) ? side(ingress, known, surroundings) : Optional.empty(),
                types.contains(EGRESS) ? side(egress, known, surroundings) : Optional.empty(),
                heading.origin());
    }

    private Who subjects(Surroundings surroundings) {
        if (isOfHosts) {
            return Who.NOBODY;
        }
        List<Who> all = new ArrayList<>(List.of(Who.EVERY_POD));
        if (!isGlobal()) {
            all.add(CalicoEntity.in(heading.namespace()));
        }
        pods.ifPresent(it -> all.add(it.who(SelectorTerm.Domain.PODS, surroundings.values())));
        namespaces.ifPresent(it -> all.add(it.who(SelectorTerm.Domain.NAMESPACES, surroundings.values())));
        Who subjects = new Who.AllOf(all);
        return hasAccounts ? new Who.Perhaps(subjects) : subjects;
    }

    private static Optional<Side> side(List<CalicoRule> rules, CalicoTier tier, Surroundings surroundings) {
        List<Rule> finished = new ArrayList<>();
        rules.forEach(it -> it.finish(surroundings).ifPresent(finished::add));
        return Optional.of(new Side(finished, tier.refuses()));
    }
}
