package dev.knet.testing.semantics;

import dev.knet.testing.Lowered;
import dev.knet.testing.meaning.Contact;
import dev.knet.testing.meaning.Meaning;
import dev.knet.testing.reach.Packet;
import dev.knet.testing.reach.Reach;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the sentences mean against what the policies do, for every pair of ends of a cluster and every contact. */
final class Comparison {
    private final List<Side> sides = new ArrayList<>();
    private final List<Contact> contacts;
    private final Meaning meaning;
    private final Reach reach;
    private final boolean somethingIsDenied;
    private int open;
    private int closed;

    /** An end as both accounts see it, and what the sentences say of those that it is taken for. */
    private record Side(
            Cluster.Member member, Meaning.Standing meant, List<Meaning.Standing> takenFor, Reach.Standing enforced) {}

    private Comparison(Lowered lowered, Cluster cluster) {
        this.reach = Reach.of(lowered.policies(), Cluster.HOME);
        this.contacts = cluster.contacts();
        this.somethingIsDenied = !lowered.topology().denials().isEmpty();
        this.meaning = Meaning.of(
                lowered.topology(),
                Cluster.HOME,
                cluster.members().stream()
                        .filter(it -> !it.isDouble())
                        .map(Cluster.Member::end)
                        .toList(),
                contacts);
        for (Cluster.Member member : cluster.members()) {
            sides.add(new Side(
                    member,
                    meaning.standing(member.end()),
                    member.takenFor().stream().map(meaning::standing).toList(),
                    reach.standing(enforced(member.end()))));
        }
    }

    static Comparison of(Lowered lowered, long seed) {
        return new Comparison(lowered, Cluster.of(lowered, seed));
    }

    /** The first difference, in words. A pod and itself are not judged, nor what is outside the cluster at both ends. */
    Optional<String> difference() {
        for (int source = 0; source < sides.size(); source++) {
            for (int target = 0; target < sides.size(); target++) {
                Optional<String> difference = difference(source, target);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> difference(int source, int target) {
        Side from = sides.get(source);
        Side to = sides.get(target);
        boolean isJudged = source != target
                && !(isAddress(from.member) && isAddress(to.member))
                && !isIsolatedOtherwise(from, Meaning.Standing::egressIsolated)
                && !isIsolatedOtherwise(to, Meaning.Standing::ingressIsolated);
        return isJudged ? difference(from, to) : Optional.empty();
    }

    /** What is denied is kept from a double by the policies that isolate those that it is taken for, if they select it. */
    private boolean isIsolatedOtherwise(Side side, Predicate<Meaning.Standing> isIsolated) {
        return somethingIsDenied && side.takenFor.stream().anyMatch(isIsolated) && !isIsolated.test(side.meant);
    }

    private Optional<String> difference(Side source, Side target) {
        Predicate<Contact> meant = meaning.between(source.meant, target.meant);
        Predicate<Packet> enforced = reach.between(source.enforced, target.enforced);
        boolean isDouble = source.member.isDouble() || target.member.isDouble();
        Predicate<Contact> atMost = meaning.atMost(source.meant, target.meant);
        atMost = isDouble ? atMost.or(meantOfOthers(source, target)) : atMost;
        for (Contact contact : contacts) {
            boolean does = enforced.test(new Packet(contact.protocol(), contact.port()));
            open += does ? 1 : 0;
            closed += does ? 0 : 1;
            boolean isWrong = does ? !atMost.test(contact) : !isDouble && meant.test(contact);
            if (isWrong) {
                return Optional.of((does ? "WIDER: " : "NARROWER: ") + source.member.name() + " -> "
                        + target.member.name() + " on " + contact + " should be " + (does ? "closed" : "open"));
            }
        }
        return Optional.empty();
    }

    private Predicate<Contact> meantOfOthers(Side source, Side target) {
        Predicate<Contact> meant = contact -> false;
        for (Meaning.Standing from : all(source)) {
            for (Meaning.Standing to : all(target)) {
                meant = meant.or(meaning.atMost(from, to));
            }
        }
        return meant;
    }

    private static List<Meaning.Standing> all(Side side) {
        List<Meaning.Standing> all = new ArrayList<>(side.takenFor);
        all.add(side.meant);
        return all;
    }

    int open() {
        return open;
    }

    int closed() {
        return closed;
    }

    private static boolean isAddress(Cluster.Member member) {
        return member.end() instanceof dev.knet.testing.meaning.End.Address;
    }

    private static dev.knet.testing.reach.End enforced(dev.knet.testing.meaning.End end) {
        if (end instanceof dev.knet.testing.meaning.End.Pod pod) {
            return new dev.knet.testing.reach.End.Pod(
                    pod.namespace(),
                    pod.namespaceLabels(),
                    pod.labels(),
                    pod.ports().stream()
                            .map(port -> new dev.knet.testing.reach.End.ContainerPort(
                                    port.name(), port.protocol(), port.number()))
                            .toList());
        }
        String text = ((dev.knet.testing.meaning.End.Address) end).single().toString();
        try {
            return new dev.knet.testing.reach.End.External(InetAddress.getByName(text.substring(0, text.indexOf('/'))));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
