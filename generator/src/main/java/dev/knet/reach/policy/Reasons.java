package dev.knet.reach.policy;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Goes through all policies for one pair of ends, and keeps what each of them says. */
final class Reasons {
    private final Sets sets;
    private final List<Tier> tiers;
    private final Bound bound;

    Reasons(Sets sets, List<Tier> tiers, Bound bound) {
        this.sets = sets;
        this.tiers = tiers;
        this.bound = bound;
    }

    /** What is said of an end and the other one, of which the target has the ports. */
    Explanation.Side side(Direction direction, int own, int other, int target) {
        Pair pair = new Pair(direction, own, other, target);
        tiers.forEach(pair::ask);
        return new Explanation.Side(direction, pair.selecting, pair.judging, pair.allowed.or(pair.undecided));
    }

    /** Two ends in one direction, and what was said of them so far. */
    private final class Pair {
        private final Direction direction;
        private final int own;
        private final int other;
        private final int target;
        private final List<Explanation.Selecting> selecting = new ArrayList<>();
        private final List<Explanation.Judging> judging = new ArrayList<>();
        private PortSet undecided = PortSet.ALL;
        private PortSet passed = PortSet.NONE;
        private PortSet allowed = PortSet.NONE;

        Pair(Direction direction, int own, int other, int target) {
            this.direction = direction;
            this.own = own;
            this.other = other;
            this.target = target;
        }

        void ask(Tier tier) {
            passed = PortSet.NONE;
            boolean isShut = false;
            Map<Integer, List<Explanation.Ruling>> rulings = new TreeMap<>();
            for (List<Action> actions : tier.rounds()) {
                for (int i = 0; i < tier.policies().size(); i++) {
                    List<Explanation.Ruling> its = rulings.computeIfAbsent(i, none -> new ArrayList<>());
                    isShut |= tier.policies()
                            .get(i)
                            .fold(
                                    policy -> actions.contains(Action.ALLOW) && ask(policy),
                                    policy -> ask(policy, actions, its));
                }
            }
            PortSet shut = isShut ? undecided : PortSet.NONE;
            for (int i = 0; i < tier.policies().size(); i++) {
                if (tier.policies().get(i) instanceof Policed.Native it && isSelected(it.policy())) {
                    boolean isolates = isShutBy(it.policy());
                    judging.add(new Explanation.Judging(
                            it.policy(), rulings.getOrDefault(i, List.of()), isolates ? shut : PortSet.NONE));
                }
            }
            undecided = undecided.minus(shut).or(passed);
        }

        /** Whether it isolates the end. */
        private boolean ask(PolicyObject policy) {
            Optional<List<PolicyObject.Rule>> rules = direction.rules(policy);
            if (rules.isEmpty() || !sets.subjects(policy).get(own)) {
                return false;
            }
            List<Explanation.Verdict> verdicts = new ArrayList<>();
            for (PolicyObject.Rule rule : rules.get()) {
                boolean isAboutPeer = sets.peers(policy, rule).get(other);
                PortSet ports = sets.resolved(rule.ports(), target);
                verdicts.add(new Explanation.Verdict(isAboutPeer, ports));
                if (isAboutPeer) {
                    decide(Action.ALLOW, ports);
                }
            }
            selecting.add(new Explanation.Selecting(policy, verdicts));
            return true;
        }

        private boolean isSelected(NativePolicy policy) {
            return direction.side(policy).isPresent()
                    && sets.meant(policy.subjects(), true).get(own);
        }

        private boolean isShutBy(NativePolicy policy) {
            return direction.side(policy).filter(NativePolicy.Side::isolates).isPresent()
                    && sets.meant(policy.subjects(), bound.shutsWidely()).get(own);
        }

        private boolean ask(NativePolicy policy, List<Action> actions, List<Explanation.Ruling> rulings) {
            for (NativePolicy.Rule rule :
                    direction.side(policy).map(NativePolicy.Side::rules).orElse(List.of())) {
                if (actions.contains(rule.action())) {
                    ask(policy, rule, rulings);
                }
            }
            return isShutBy(policy);
        }

        private void ask(NativePolicy policy, NativePolicy.Rule rule, List<Explanation.Ruling> rulings) {
            boolean isPass = rule.action() == Action.PASS;
            boolean isWide = isPass || bound.isWide(rule.action());
            if (!isAbout(policy, rule, isWide) || !isWide && !rule.isCertain()) {
                return;
            }
            PortSet ports = sets.resolved(rule.ports(), target);
            rulings.add(new Explanation.Ruling(rule, ports, ports.and(undecided)));
            if (!isPass || rule.isCertain() && isAbout(policy, rule, false)) {
                decide(rule.action(), ports);
            } else if (bound == Bound.MOST) {
                passed = passed.or(ports.and(undecided));
            } else {
                decide(Action.DENY, ports);
            }
        }

        private boolean isAbout(NativePolicy policy, NativePolicy.Rule rule, boolean isWide) {
            return sets.meant(policy.subjects(), isWide).get(own)
                    && sets.meant(rule.own(), isWide).get(own)
                    && sets.meant(rule.peers(), isWide).get(other);
        }

        private void decide(Action action, PortSet ports) {
            PortSet decided = ports.and(undecided);
            undecided = undecided.minus(decided);
            switch (action) {
                case ALLOW -> allowed = allowed.or(decided);
                case PASS -> passed = passed.or(decided);
                case DENY -> {}
            }
        }
    }
}
