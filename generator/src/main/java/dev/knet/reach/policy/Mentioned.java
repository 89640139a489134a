package dev.knet.reach.policy;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.AddressRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sorts of pods that an expression speaks of, and the addresses, whether it means them or everybody else. */
public final class Mentioned {
    /** If there are more combinations, only what they are made of is told. */
    private static final int MOST = 64;

    private final Set<AddressRange> ranges = new LinkedHashSet<>();
    private final Set<Who.Pods> parts = new LinkedHashSet<>();

    private Mentioned() {}

    /** Sorts of pods such that each pod that it means is of one of them; empty if there would be very many. */
    public static Optional<List<Who.Pods>> sorts(Who who) {
        List<Who.Pods> all = who.accept(new Mentioned().new Sorts(true));
        return all.size() > MOST ? Optional.empty() : Optional.of(all);
    }

    /** The same, or what stands in it. */
    public static Collection<Who.Pods> pods(Who who) {
        return sorts(who).<Collection<Who.Pods>>map(it -> it).orElseGet(() -> parts(who));
    }

    /** All sorts of pods that stand in it. */
    public static Set<Who.Pods> parts(Who who) {
        Mentioned mentioned = new Mentioned();
        who.accept(mentioned.new Sorts(true));
        return mentioned.parts;
    }

    /** All ranges of addresses that stand in it. */
    public static Set<AddressRange> ranges(Who who) {
        Mentioned mentioned = new Mentioned();
        who.accept(mentioned.new Sorts(true));
        return mentioned.ranges;
    }

    /** As alternatives, of which those that are too many are cut. */
    private final class Sorts implements Who.Visitor<List<Who.Pods>> {
        private final boolean isMeant;

        Sorts(boolean isMeant) {
            this.isMeant = isMeant;
        }

        @Override
        public List<Who.Pods> pods(Who.Pods pods) {
            parts.add(pods);
            if (isMeant) {
                return List.of(pods);
            }
            List<Who.Pods> others = new ArrayList<>();
            for (Requirement it : pods.namespaces().requirements()) {
                others.add(new Who.Pods(new LabelQuery(List.of(it.opposite())), LabelQuery.EVERYTHING));
            }
            for (Requirement it : pods.pods().requirements()) {
                others.add(new Who.Pods(LabelQuery.EVERYTHING, new LabelQuery(List.of(it.opposite()))));
            }
            return others;
        }

        @Override
        public List<Who.Pods> addresses(Who.Addresses addresses) {
            ranges.add(addresses.range());
            return isMeant ? List.of() : everyPod();
        }

        @Override
        public List<Who.Pods> onNodes() {
            return isMeant ? List.of() : everyPod();
        }

        private static List<Who.Pods> everyPod() {
            return List.of(new Who.Pods(LabelQuery.EVERYTHING, LabelQuery.EVERYTHING));
        }

        @Override
        public List<Who.Pods> allOf(List<Who> some) {
            return isMeant ? combined(some) : joined(some);
        }

        @Override
        public List<Who.Pods> anyOf(List<Who> some) {
            return isMeant ? joined(some) : combined(some);
        }

        private List<Who.Pods> joined(List<Who> some) {
            Set<Who.Pods> all = new LinkedHashSet<>();
            some.forEach(it -> all.addAll(it.accept(this)));
            return cut(all);
        }

        private List<Who.Pods> combined(List<Who> some) {
            List<Who.Pods> all = everyPod();
            for (Who part : some) {
                List<Who.Pods> others = part.accept(this);
                Set<Who.Pods> both = new LinkedHashSet<>();
                all.forEach(one -> others.forEach(other -> both.add(new Who.Pods(
                        one.namespaces().and(other.namespaces()), one.pods().and(other.pods())))));
                all = cut(both);
            }
            return all;
        }

        private static List<Who.Pods> cut(Set<Who.Pods> all) {
            return all.stream().limit(MOST + 1).toList();
        }

        @Override
        public List<Who.Pods> not(Who part) {
            return part.accept(new Sorts(!isMeant));
        }

        @Override
        public List<Who.Pods> perhaps(Who part) {
            return part.accept(this);
        }
    }
}
