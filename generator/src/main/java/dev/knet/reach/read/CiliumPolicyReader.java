package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.NativePolicy.Kind;
import dev.knet.reach.objects.NativePolicy.Rule;
import dev.knet.reach.objects.NativePolicy.Side;
import dev.knet.reach.objects.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a CiliumNetworkPolicy or a CiliumClusterwideNetworkPolicy: what its agent would refuse is an error, too. */
final class CiliumPolicyReader {
    private static final Set<String> OBJECT = Set.of("apiVersion", "kind", "metadata", "spec", "specs", "status");
    private static final Set<String> SPEC = Set.of(
            "description",
            "labels",
            "log",
            "enableDefaultDeny",
            "endpointSelector",
            "nodeSelector",
            "ingress",
            "ingressDeny",
            "egress",
            "egressDeny");
    private static final Set<String> DIRECTIONS = Set.of("ingress", "egress");

    private final NativeKind.Heading heading;
    private final Who subjects;
    private final List<CiliumRule> ingress;
    private final List<CiliumRule> egress;
    private final boolean isolatesIngress;
    private final boolean isolatesEgress;

    private CiliumPolicyReader(Field spec, String path, NativeKind.Heading heading) {
        this.heading = heading;
        spec.expect(SPEC);
        this.subjects = subjects(spec);
        this.ingress = rules(spec, path, "ingress");
        this.egress = rules(spec, path, "egress");
        Field isolating = spec.get("enableDefaultDeny");
        isolating.expect(DIRECTIONS);
        this.isolatesIngress = isolates(isolating.get("ingress"));
        this.isolatesEgress = isolates(isolating.get("egress"));
        if (ingress.isEmpty() && egress.isEmpty()) {
            spec.error("has no rules, and the agent refuses it; to isolate, write `ingress: [{}]` or `egress: [{}]`");
        }
    }

    static List<Unfinished> read(Field object, NativeKind.Heading heading) {
        object.expect(OBJECT);
        List<Unfinished> policies = new ArrayList<>();
        Field spec = object.get("spec");
        List<Field> specs = object.get("specs").items();
        if (spec.isPresent() || specs.isEmpty()) {
            policies.add(new CiliumPolicyReader(spec, "spec", heading)::finish);
        }
        for (int i = 0; i < specs.size(); i++) {
            policies.add(new CiliumPolicyReader(specs.get(i), "specs[" + i + "]", heading)::finish);
        }
        return policies;
    }

    private static boolean isolates(Field field) {
        return !field.isPresent() || field.flag();
    }

    private Who subjects(Field spec) {
        Field pods = spec.get("endpointSelector");
        Field nodes = spec.get("nodeSelector");
        if (pods.isPresent() == nodes.isPresent()) {
            spec.error("takes one of `endpointSelector` and `nodeSelector`");
        }
        if (!nodes.isPresent()) {
            return CiliumSelector.subjects(pods, heading.namespace());
        }
        if (!heading.namespace().isEmpty()) {
            nodes.error("stands in a CiliumClusterwideNetworkPolicy only");
        }
        nodes.warning("makes it a policy for nodes, of which nothing is said here");
        return Who.NOBODY;
    }

    private List<CiliumRule> rules(Field spec, String path, String direction) {
        List<CiliumRule> rules = new ArrayList<>();
        for (Action action : List.of(Action.DENY, Action.ALLOW)) {
            String name = action == Action.DENY ? direction + "Deny" : direction;
            List<Field> items = spec.get(name).items();
            for (int i = 0; i < items.size(); i++) {
                String place = path + "." + name + "[" + i + "]";
                rules.add(new CiliumRule(items.get(i), place, action, direction.equals("egress"), heading.namespace()));
            }
        }
        return rules;
    }

    private NativePolicy finish(Surroundings surroundings) {
        return new NativePolicy(
                heading.namespace().isEmpty() ? Kind.CILIUM_CLUSTERWIDE_POLICY : Kind.CILIUM_POLICY,
                heading.namespace(),
                heading.name(),
                CalicoTierReader.DEFAULT,
                NativePolicy.PORTABLE_TIER,
                0,
                subjects,
                side(ingress, isolatesIngress, surroundings),
                side(egress, isolatesEgress, surroundings),
                heading.origin());
    }

    private static Optional<Side> side(List<CiliumRule> rules, boolean isolates, Surroundings surroundings) {
        List<Rule> finished = new ArrayList<>();
        rules.forEach(it -> finished.addAll(it.finish(surroundings)));
        return rules.isEmpty() ? Optional.empty() : Optional.of(new Side(finished, isolates));
    }
}
