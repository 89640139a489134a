package dev.knet.reach.policy;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.Step.Effect;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Makes the courses of both directions from policies, tier by tier. */
final class Courses {
    private final Sets sets;
    private final Bound bound;
    private final Course.Builder ingress;
    private final Course.Builder egress;

    Courses(Sets sets, Bound bound) {
        this.sets = sets;
        this.bound = bound;
        this.ingress = new Course.Builder(Direction.INGRESS, sets.everybody());
        this.egress = new Course.Builder(Direction.EGRESS, sets.everybody());
    }

    Course ingress() {
        return ingress.build();
    }

    Course egress() {
        return egress.build();
    }

    void add(Tier tier) {
        ingress.beginTier();
        egress.beginTier();
        for (List<Action> actions : tier.rounds()) {
            for (Policed policed : tier.policies()) {
                policed.fold(policy -> actions.contains(Action.ALLOW) && add(policy), policy -> add(policy, actions));
            }
        }
    }

    private boolean add(PolicyObject policy) {
        BitSet subjects = sets.subjects(policy);
        policy.ingress().ifPresent(rules -> {
            ingress.shut(subjects);
            rules.forEach(rule -> ingress.add(Effect.ALLOW, subjects, sets.peers(policy, rule), rule.ports()));
        });
        policy.egress().ifPresent(rules -> {
            egress.shut(subjects);
            rules.forEach(rule -> egress.add(Effect.ALLOW, subjects, sets.peers(policy, rule), rule.ports()));
        });
        return true;
    }

    private boolean add(NativePolicy policy, List<Action> actions) {
        add(policy, policy.ingress(), actions, ingress);
        add(policy, policy.egress(), actions, egress);
        return true;
    }

    private void add(
            NativePolicy policy, Optional<NativePolicy.Side> side, List<Action> actions, Course.Builder course) {
        if (side.filter(NativePolicy.Side::isolates).isPresent()) {
            course.shut(sets.meant(policy.subjects(), bound.shutsWidely()));
        }
        for (NativePolicy.Rule rule : side.map(NativePolicy.Side::rules).orElse(List.of())) {
            if (actions.contains(rule.action())) {
                add(policy, rule, course);
            }
        }
    }

    private void add(NativePolicy policy, NativePolicy.Rule rule, Course.Builder course) {
        boolean isWide = rule.action() != Action.PASS && bound.isWide(rule.action());
        if (rule.isCertain() || isWide) {
            add(policy, rule, Course.effect(rule.action()), isWide, course);
        }
        if (rule.action() == Action.PASS) {
            add(policy, rule, bound == Bound.MOST ? Effect.PASS_PERHAPS : Effect.DENY, true, course);
        }
    }

    private void add(
            NativePolicy policy, NativePolicy.Rule rule, Effect effect, boolean isWide, Course.Builder course) {
        BitSet own = sets.meant(policy.subjects(), rule.own(), isWide);
        course.add(effect, own, sets.meant(rule.peers(), isWide), rule.ports());
    }
}
