package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.AddressRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whom policies of the group `policy.networking.k8s.io` select, and whom their rules are about. */
final class AdminPeers {
    private static final int MOST = 25;

    private static final Set<String> PODS = Set.of("namespaceSelector", "podSelector");
    private static final Set<String> SUBJECT = Set.of("namespaces", "pods");
    private static final Set<String> EGRESS_PEER = Set.of("namespaces", "pods", "networks", "nodes", "domainNames");

    private static final String NO_NODES =
            "is about nodes, of which nothing is known here: any address outside the cluster may be one";
    private static final String NO_NAMES =
            "is about names of hosts, whose addresses are not known here: each outside the cluster may be one";

    private AdminPeers() {}

    /** Whom a policy selects: pods by one of two ways to say it. */
    static Who subject(Field field) {
        if (!field.isPresent()) {
            field.error("is missing");
        }
        return one(field, SUBJECT);
    }

    /** Any of these. */
    static Who peers(Field field, boolean isEgress, int most) {
        List<Field> items = field.items();
        if (items.isEmpty()) {
            field.error("has to say whom; for all pods write `namespaces: {}`");
        }
        most(field, items, most);
        List<Who> peers = new ArrayList<>();
        items.forEach(item -> peers.add(one(item, isEgress ? EGRESS_PEER : SUBJECT)));
        return peers.size() == 1 ? peers.get(0) : new Who.AnyOf(peers);
    }

    static void most(Field field, List<Field> items, int most) {
        if (items.size() > most) {
            field.error("takes at most " + most);
        }
    }

    /** Whether one of the peers is one that has no names for its ports. */
    static boolean haveNoNames(Field field) {
        for (Field item : field.items()) {
            if (item.get("networks").isPresent()
                    || item.get("nodes").isPresent()
                    || item.get("domainNames").isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Who one(Field field, Set<String> known) {
        field.expect(known);
        List<Who> said = new ArrayList<>();
        Field namespaces = field.get("namespaces");
        if (namespaces.isPresent()) {
            said.add(new Who.Pods(SharedFields.selector(namespaces), LabelQuery.EVERYTHING));
        }
        pods(field.get("pods")).ifPresent(said::add);
        if (known.contains("networks")) {
            Field networks = field.get("networks");
            if (networks.isPresent()) {
                said.add(networks(networks));
            }
            unknown(field.get("nodes"), NO_NODES).ifPresent(said::add);
            unknown(field.get("domainNames"), NO_NAMES).ifPresent(said::add);
        }
        if (said.size() != 1) {
            field.error(
                    said.isEmpty() ? "says nothing; for all pods write `namespaces: {}`" : "says more than one thing");
        }
        return said.isEmpty() ? Who.NOBODY : said.get(0);
    }

    private static Optional<Who> pods(Field pods) {
        if (!pods.isPresent()) {
            return Optional.empty();
        }
        pods.expect(PODS);
        if (!pods.get("podSelector").isPresent()) {
            pods.get("podSelector").error("is missing");
        }
        return Optional.of(new Who.Pods(
                SharedFields.selector(pods.get("namespaceSelector")), SharedFields.selector(pods.get("podSelector"))));
    }

    private static Who networks(Field field) {
        List<Field> items = field.items();
        if (items.isEmpty()) {
            field.error("has to have some");
        }
        most(field, items, MOST);
        List<AddressRange> ranges = new ArrayList<>();
        items.forEach(item -> SharedFields.cidr(item).ifPresent(ranges::add));
        return Networks.of(field, ranges);
    }

    private static Optional<Who> unknown(Field field, String why) {
        if (!field.isPresent()) {
            return Optional.empty();
        }
        field.warning(why);
        return Optional.of(new Who.Perhaps(new Who.AnyOf(List.of(Who.OUTSIDE, Who.ON_NODES))));
    }
}
