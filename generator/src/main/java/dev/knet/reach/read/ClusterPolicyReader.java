package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.NativePolicy.Kind;
import dev.knet.reach.objects.NativePolicy.Rule;
import dev.knet.reach.objects.NativePolicy.Side;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PolicyObject.Named;
import dev.knet.reach.objects.PolicyObject.Numbers;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a ClusterNetworkPolicy: what the API server would refuse of it is an error. */
final class ClusterPolicyReader {
    static final String ADMIN = "Admin";
    static final String BASELINE = "Baseline";
    static final int LOWEST_PRIORITY = 1000;
    static final int LONGEST_NAME = 100;

    private static final int MOST = 25;

    private static final Set<String> OBJECT = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> SPEC = Set.of("tier", "priority", "subject", "ingress", "egress");
    private static final Set<String> INGRESS_RULE = Set.of("name", "action", "from", "protocols");
    private static final Set<String> EGRESS_RULE = Set.of("name", "action", "to", "protocols");
    private static final Set<String> PROTOCOL = Set.of("tcp", "udp", "sctp", "destinationNamedPort");
    private static final Set<String> DESTINATION = Set.of("destinationPort");
    private static final Set<String> PORT = Set.of("number", "range");
    private static final Set<String> RANGE = Set.of("start", "end");

    private ClusterPolicyReader() {}

    /** Of its own; Calico has others, with small letters. */
    static boolean isTier(String name) {
        return name.equals(ADMIN) || name.equals(BASELINE);
    }

    static NativePolicy read(Field object, String name, Origin origin) {
        object.expect(OBJECT);
        Field spec = object.get("spec");
        spec.expect(SPEC);
        String tier = spec.get("tier").requiredText();
        if (!tier.isEmpty() && !isTier(tier)) {
            spec.get("tier").error("takes `Admin` or `Baseline`, not " + Quoted.of(tier));
        }
        return new NativePolicy(
                Kind.CLUSTER_NETWORK_POLICY,
                "",
                name,
                tier,
                tier.equals(ADMIN) ? NativePolicy.ADMIN_TIER : NativePolicy.BASELINE_TIER,
                spec.get("priority").number(0, LOWEST_PRIORITY),
                AdminPeers.subject(spec.get("subject")),
                side(spec.get("ingress"), "spec.ingress", false),
                side(spec.get("egress"), "spec.egress", true),
                origin);
    }

    private static Optional<Side> side(Field field, String path, boolean isEgress) {
        List<Field> items = field.items();
        AdminPeers.most(field, items, MOST);
        List<Rule> rules = new ArrayList<>();
        for (Field item : items) {
            item.expect(isEgress ? EGRESS_RULE : INGRESS_RULE);
            checkName(item.get("name"));
            Field peers = item.get(isEgress ? "to" : "from");
            rules.add(new Rule(
                    path + "[" + rules.size() + "]",
                    action(item.get("action"), "Accept", true),
                    Who.EVERYBODY,
                    AdminPeers.peers(peers, isEgress, MOST),
                    ports(item.get("protocols"), isEgress && AdminPeers.haveNoNames(peers)),
                    true));
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(new Side(rules, false));
    }

    static void checkName(Field field) {
        if (field.text("").length() > LONGEST_NAME) {
            field.error("is longer than " + LONGEST_NAME + " characters");
        }
    }

    /** The word for letting through differs. */
    static Action action(Field field, String allow, boolean canPass) {
        String word = field.requiredText();
        if (word.equals(allow)) {
            return Action.ALLOW;
        }
        if (canPass && word.equals("Pass")) {
            return Action.PASS;
        }
        if (!word.isEmpty() && !word.equals("Deny")) {
            field.error("takes `" + allow + "`" + (canPass ? ", `Deny` or `Pass`" : " or `Deny`") + ", not "
                    + Quoted.of(word));
        }
        return Action.DENY;
    }

    private static List<Port> ports(Field field, boolean haveNoNames) {
        List<Field> items = field.items();
        AdminPeers.most(field, items, MOST);
        if (field.isPresent() && items.isEmpty()) {
            field.error("has to have some; for all ports, leave it out");
        }
        List<Port> ports = new ArrayList<>();
        for (Field item : items) {
            item.expect(PROTOCOL);
            List<Port> said = new ArrayList<>(named(item.get("destinationNamedPort"), haveNoNames));
            for (Protocol protocol : Protocol.values()) {
                Field its = item.get(protocol.name().toLowerCase(Locale.ROOT));
                if (its.isPresent()) {
                    if (!said.isEmpty()) {
                        item.error("says more than one thing");
                    }
                    said.add(numbers(its, protocol));
                }
            }
            if (said.isEmpty()) {
                item.error("says nothing: it takes one of `tcp`, `udp`, `sctp` and `destinationNamedPort`");
            }
            ports.addAll(said);
        }
        return ports;
    }

    private static Port numbers(Field field, Protocol protocol) {
        field.expect(DESTINATION);
        Field port = field.get("destinationPort");
        port.expect(PORT);
        Field number = port.get("number");
        Field range = port.get("range");
        if (number.isPresent() == range.isPresent()) {
            port.error("takes one of `number` and `range`");
        }
        if (!range.isPresent()) {
            int only = number.isPresent() ? SharedFields.port(number) : SharedFields.LOWEST_PORT;
            return new Numbers(PortSet.of(protocol, only));
        }
        range.expect(RANGE);
        return new Numbers(range(range, protocol));
    }

    static PortSet range(Field range, Protocol protocol) {
        int start = SharedFields.port(range.get("start"));
        int end = SharedFields.port(range.get("end"));
        if (start >= end) {
            range.error("begins at " + start + " and ends at " + end + ": the end has to be above");
        }
        return PortSet.of(protocol, start, Math.max(start, end));
    }

    /** Of whichever protocol the pod gives this name to. */
    static List<Port> named(Field field, boolean haveNoNames) {
        String name = field.text("");
        if (!field.isPresent()) {
            return List.of();
        }
        if (haveNoNames) {
            field.error("cannot stand with `networks`, `nodes` or `domainNames`, whose ports have no names");
        }
        List<Port> named = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            named.add(new Named(protocol, name));
        }
        return named;
    }
}
