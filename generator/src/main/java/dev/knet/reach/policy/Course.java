package dev.knet.reach.policy;

import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.policy.RuleIndex.Opening;
import dev.knet.reach.policy.Step.Effect;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What one direction lets through: the rules of all tiers by their targets, and whom the end of each tier shuts. */
final class Course {
    private final Direction direction;
    private final BitSet everybody;
    private final RuleIndex index;
    private final List<BitSet> shut;
    private final boolean isPlain;

    private Course(Builder builder) {
        this.direction = builder.direction;
        this.everybody = builder.everybody;
        this.index = builder.rules.build(everybody.length());
        this.shut = List.copyOf(builder.shut);
        this.isPlain = shut.size() == 1 && builder.onlyAllows;
    }

    /** Some sources of a target, and what becomes of their connections to it on these ports. */
    record Opened(Step step, BitSet sources, PortSet ports) {}

    /** The rules about a target. */
    List<Opening> into(int target) {
        return index.into(target);
    }

    /** Whether an end is shut for what no rule speaks of, in any tier. */
    boolean isShut(int endpoint) {
        return shut.stream().anyMatch(it -> it.get(endpoint));
    }

    /** What is equal for two endpoints that are treated alike, but for names of ports. */
    Object behaviour(int endpoint) {
        BitSet shutIn = new BitSet();
        for (int i = 0; i < shut.size(); i++) {
            shutIn.set(i, shut.get(i).get(endpoint));
        }
        return List.of(shutIn, index.mentioning(endpoint));
    }

    /**
     * Whom this direction lets connect to a target.
     *
     * @param opened of the target's rules, in their order
     */
    BitSet sources(int target, List<Opened> opened, PortSet atom) {
        return isPlain ? plainly(target, opened, atom) : tierByTier(target, opened, atom);
    }

    /** Where all rules allow, their order is of no account. */
    private BitSet plainly(int target, List<Opened> opened, PortSet atom) {
        BitSet free = free(target, 0);
        if (free.equals(everybody)) {
            return free;
        }
        for (Opened it : opened) {
            if (it.ports.overlaps(atom)) {
                free.or(it.sources);
            }
        }
        return free;
    }

    /** Whom the end of a tier does not shut. */
    private BitSet free(int target, int tier) {
        BitSet free = new BitSet();
        if (direction == Direction.EGRESS || !shut.get(tier).get(target)) {
            free.or(everybody);
        }
        if (direction == Direction.EGRESS) {
            free.andNot(shut.get(tier));
        }
        return free;
    }

    private BitSet tierByTier(int target, List<Opened> opened, PortSet atom) {
        BitSet allowed = new BitSet();
        BitSet undecided = (BitSet) everybody.clone();
        int next = 0;
        for (int tier = 0; tier < shut.size() && !undecided.isEmpty(); tier++) {
            BitSet passed = new BitSet();
            for (; next < opened.size() && opened.get(next).step.tier() == tier; next++) {
                if (opened.get(next).ports.overlaps(atom)) {
                    decide(opened.get(next), undecided, allowed, passed);
                }
            }
            undecided.and(free(target, tier));
            undecided.or(passed);
        }
        allowed.or(undecided);
        return allowed;
    }

    private static void decide(Opened opened, BitSet undecided, BitSet allowed, BitSet passed) {
        BitSet hit = (BitSet) opened.sources.clone();
        hit.and(undecided);
        Effect effect = opened.step.effect();
        if (effect != Effect.PASS_PERHAPS) {
            undecided.andNot(hit);
        }
        if (effect == Effect.ALLOW) {
            allowed.or(hit);
        } else if (effect != Effect.DENY) {
            passed.or(hit);
        }
    }

    /** Gathers rules in their order, tier by tier. */
    static final class Builder {
        private final Direction direction;
        private final BitSet everybody;
        private final RuleIndex.Builder rules = new RuleIndex.Builder();
        private final List<BitSet> shut = new ArrayList<>();
        private boolean onlyAllows = true;
        private Step step = new Step(-1, -1, Effect.DENY);

        Builder(Direction direction, BitSet everybody) {
            this.direction = direction;
            this.everybody = everybody;
        }

        void beginTier() {
            shut.add(new BitSet());
        }

        /** In the tier that was begun last, for what none of its rules speak of. */
        void shut(BitSet some) {
            shut.get(shut.size() - 1).or(some);
        }

        void add(Effect effect, BitSet own, BitSet peers, List<Port> ports) {
            onlyAllows &= effect == Effect.ALLOW;
            int tier = shut.size() - 1;
            if (step.tier() != tier || step.effect() != effect) {
                step = new Step(step.number() + 1, tier, effect);
            }
            rules.add(
                    step,
                    direction == Direction.EGRESS ? own : peers,
                    direction == Direction.EGRESS ? peers : own,
                    ports);
        }

        Course build() {
            return new Course(this);
        }
    }

    /** What a rule does that is about just these. */
    static Effect effect(Action action) {
        return switch (action) {
            case ALLOW -> Effect.ALLOW;
            case DENY -> Effect.DENY;
            case PASS -> Effect.PASS;
        };
    }
}
