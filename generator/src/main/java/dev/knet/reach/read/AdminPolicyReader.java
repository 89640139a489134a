package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import dev.knet.reach.objects.NativePolicy.Kind;
import dev.knet.reach.objects.NativePolicy.Rule;
import dev.knet.reach.objects.NativePolicy.Side;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PolicyObject.Numbers;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an AdminNetworkPolicy or a BaselineAdminNetworkPolicy, which ClusterNetworkPolicy has taken the place of. */
final class AdminPolicyReader {
    private static final int MOST = 100;

    private static final Set<String> OBJECT = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> ADMIN_SPEC = Set.of("priority", "subject", "ingress", "egress");
    private static final Set<String> BASELINE_SPEC = Set.of("subject", "ingress", "egress");
    private static final Set<String> INGRESS_RULE = Set.of("name", "action", "from", "ports");
    private static final Set<String> EGRESS_RULE = Set.of("name", "action", "to", "ports");
    private static final Set<String> PORT = Set.of("portNumber", "portRange", "namedPort");
    private static final Set<String> NUMBER = Set.of("protocol", "port");
    private static final Set<String> RANGE = Set.of("protocol", "start", "end");

    private AdminPolicyReader() {}

    static NativePolicy admin(Field object, String name, Origin origin) {
        object.expect(OBJECT);
        Field spec = object.get("spec");
        spec.expect(ADMIN_SPEC);
        int priority = spec.get("priority").number(0, ClusterPolicyReader.LOWEST_PRIORITY);
        return read(Kind.ADMIN_NETWORK_POLICY, spec, name, ClusterPolicyReader.ADMIN, priority, origin);
    }

    static NativePolicy baseline(Field object, String name, Origin origin) {
        object.expect(OBJECT);
        Field spec = object.get("spec");
        spec.expect(BASELINE_SPEC);
        if (!name.equals("default")) {
            object.get("metadata").get("name").error("has to be `default`: there is one for the cluster");
        }
        return read(Kind.BASELINE_ADMIN_NETWORK_POLICY, spec, name, ClusterPolicyReader.BASELINE, 0, origin);
    }

    private static NativePolicy read(Kind kind, Field spec, String name, String tier, int priority, Origin origin) {
        boolean canPass = kind == Kind.ADMIN_NETWORK_POLICY;
        return new NativePolicy(
                kind,
                "",
                name,
                tier,
                kind == Kind.ADMIN_NETWORK_POLICY ? NativePolicy.ADMIN_TIER : NativePolicy.BASELINE_TIER,
                priority,
                AdminPeers.subject(spec.get("subject")),
                side(spec.get("ingress"), "spec.ingress", false, canPass),
                side(spec.get("egress"), "spec.egress", true, canPass),
                origin);
    }

    private static Optional<Side> side(Field field, String path, boolean isEgress, boolean canPass) {
        List<Field> items = field.items();
        AdminPeers.most(field, items, MOST);
        List<Rule> rules = new ArrayList<>();
        for (Field item : items) {
            item.expect(isEgress ? EGRESS_RULE : INGRESS_RULE);
            ClusterPolicyReader.checkName(item.get("name"));
            Field peers = item.get(isEgress ? "to" : "from");
            rules.add(new Rule(
                    path + "[" + rules.size() + "]",
                    ClusterPolicyReader.action(item.get("action"), "Allow", canPass),
                    Who.EVERYBODY,
                    AdminPeers.peers(peers, isEgress, MOST),
                    ports(item.get("ports"), isEgress && AdminPeers.haveNoNames(peers)),
                    true));
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(new Side(rules, false));
    }

    private static List<Port> ports(Field field, boolean haveNoNames) {
        List<Field> items = field.items();
        AdminPeers.most(field, items, MOST);
        List<Port> ports = new ArrayList<>();
        for (Field item : items) {
            item.expect(PORT);
            List<Port> said = new ArrayList<>(ClusterPolicyReader.named(item.get("namedPort"), haveNoNames));
            int ways = said.isEmpty() ? 0 : 1;
            Field number = item.get("portNumber");
            if (number.isPresent()) {
                number.expect(NUMBER);
                ways++;
                Protocol protocol = SharedFields.protocol(number.get("protocol"));
                said.add(new Numbers(PortSet.of(protocol, SharedFields.port(number.get("port")))));
            }
            Field range = item.get("portRange");
            if (range.isPresent()) {
                range.expect(RANGE);
                ways++;
                said.add(new Numbers(ClusterPolicyReader.range(range, SharedFields.protocol(range.get("protocol")))));
            }
            if (ways != 1) {
                item.error("takes one of `portNumber`, `portRange` and `namedPort`");
            }
            ports.addAll(said);
        }
        return ports;
    }
}
