package dev.knet.emit.report;

import dev.knet.reach.End;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.policy.Explanation;
import dev.knet.reach.policy.Explanation.Selecting;
import dev.knet.reach.policy.Explanation.Verdict;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is told of one side of a connection: the policies, the rules that open something of what is asked for, and those
 * that nearly do.
 *
 * @param free why everything may pass; empty if policies decide
 * @param missing what is asked for and not open
 * @param natives what policies of other kinds say of it
 * @param untold how many rules nearly open it beyond those that are told of
 */
record SideAccount(
        Direction direction,
        End own,
        Optional<String> free,
        PortSet open,
        PortSet missing,
        List<Policy> policies,
        List<NativeAccount> natives,
        int untold) {

    /** A policy that isolates the end. */
    record Policy(PolicyObject object, List<Rule> rules) {
        String name() {
            return object.namespace().isEmpty() ? object.name() : object.namespace() + "/" + object.name();
        }
    }

    /**
     * A rule, counted from 0.
     *
     * @param text what it opens, or why it does not open what is asked for
     */
    record Rule(int number, boolean opens, PortSet ports, String text) {}

    /** Of the asked ports; {@code seen} says whether policies see the end at all. */
    static SideAccount of(Explanation.Side side, End own, End other, PortSet asked, boolean seen) {
        Teller teller = new Teller(side.direction(), own, other, asked, asked.minus(side.open()));
        List<Policy> policies = new ArrayList<>();
        side.policies().forEach(it -> policies.add(teller.tell(it)));
        return new SideAccount(
                side.direction(),
                own,
                side.isIsolated() ? Optional.empty() : Optional.of(whyFree(side.direction(), own, seen)),
                asked.and(side.open()),
                asked.minus(side.open()),
                policies,
                side.natives().stream().map(it -> NativeAccount.of(it, asked)).toList(),
                teller.untold);
    }

    private static String whyFree(Direction direction, End own, boolean seen) {
        String nothing = "no policy isolates it: everything may " + (direction == Direction.EGRESS ? "leave" : "enter");
        return own.fold(
                workload -> seen ? nothing : "it is in its node's network, where no policy holds",
                external -> "it is outside the cluster, where no policy holds",
                stranger -> nothing);
    }

    /** What is missing although no rule could add it. */
    PortSet refused() {
        return natives.stream().map(NativeAccount::refused).reduce(PortSet.NONE, PortSet::or);
    }

    /** The path of a rule in its policy. */
    String path(Rule rule) {
        return "spec." + direction.word() + "[" + rule.number + "]";
    }

    /** Goes over rules and tells a few of those that do not help. */
    private static final class Teller {
        private static final int MOST = 3;

        private final Direction direction;
        private final End own;
        private final End other;
        private final PortSet asked;
        private final PortSet missing;
        private int aboutPeer;
        private int aboutPorts;
        private int untold;

        Teller(Direction direction, End own, End other, PortSet asked, PortSet missing) {
            this.direction = direction;
            this.own = own;
            this.other = other;
            this.asked = asked;
            this.missing = missing;
        }

        Policy tell(Selecting policy) {
            PolicyObject object = policy.policy();
            var rules = direction == Direction.EGRESS ? object.egress() : object.ingress();
            List<Rule> told = new ArrayList<>();
            for (int i = 0; i < policy.rules().size(); i++) {
                Verdict verdict = policy.rules().get(i);
                PolicyObject.Rule rule = rules.orElseThrow().get(i);
                if (verdict.isAboutPeer() && verdict.ports().overlaps(asked)) {
                    told.add(new Rule(i, true, verdict.ports(), "opens " + Words.ofPorts(verdict.ports())));
                } else if (isNear(verdict)) {
                    told.add(new Rule(i, false, verdict.ports(), whyNot(object, rule, verdict)));
                }
            }
            return new Policy(object, told);
        }

        private boolean isNear(Verdict verdict) {
            if (missing.isEmpty() || !verdict.isAboutPeer() && !verdict.ports().overlaps(missing)) {
                return false;
            }
            int before = verdict.isAboutPeer() ? aboutPeer++ : aboutPorts++;
            untold += before < MOST ? 0 : 1;
            return before < MOST;
        }

        private String whyNot(PolicyObject policy, PolicyObject.Rule rule, Verdict verdict) {
            if (!verdict.isAboutPeer()) {
                String way = direction == Direction.EGRESS ? "to " : "for ";
                return "opens " + Words.ofPorts(verdict.ports()) + ", but only " + way
                        + PeerWords.of(policy, rule.peers());
            }
            return "is about " + other.text() + ", but opens only "
                    + (verdict.ports().isEmpty() ? names(rule) : verdict.ports().toString());
        }

        /** Ports by names that the receiving pods do not give to any; where they are received, depends on the direction. */
        private String names(PolicyObject.Rule rule) {
            List<String> names = new ArrayList<>();
            rule.ports()
                    .forEach(port -> names.add(port.fold(
                            numbers -> numbers.ports().toString(),
                            named -> named.protocol().name().toUpperCase(Locale.ROOT) + " `" + named.name() + "`")));
            End target = direction == Direction.EGRESS ? other : own;
            return String.join(",", names) + ", and " + target.text() + " has no port of that name";
        }
    }
}
