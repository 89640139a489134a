package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.PolicyObject.Named;
import dev.knet.reach.objects.PolicyObject.Numbers;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Portless;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One list of ports of a rule of Cilium, or of messages of ICMP.
 *
 * @param isCertain whether all that goes to these ports is meant
 */
record CiliumPorts(List<Port> list, boolean isCertain) {
    static final CiliumPorts ALL = new CiliumPorts(List.of(), true);

    private static final int MOST = 40;
    private static final Set<String> PORT = Set.of("port", "endPort", "protocol");
    private static final Set<String> ICMPS = Set.of("fields");
    private static final Set<String> ICMP = Set.of("family", "type");
    private static final Set<String> IN_PART = Set.of("serverNames", "terminatingTLS", "originatingTLS", "listener");

    CiliumPorts {
        list = List.copyOf(list);
    }

    static CiliumPorts of(Field field, Action action, boolean isEgress) {
        Set<String> known = new HashSet<>(Set.of("ports"));
        if (action == Action.ALLOW) {
            known.addAll(IN_PART);
            known.add("rules");
        }
        field.expect(known);
        List<Field> items = field.get("ports").items();
        AdminPeers.most(field.get("ports"), items, MOST);
        if (items.isEmpty()) {
            field.error("has no `ports`; for all of them, leave `toPorts` out");
        }
        List<Port> list = new ArrayList<>();
        boolean isCertain = true;
        boolean isTcp = true;
        for (Field item : items) {
            item.expect(PORT);
            List<Protocol> protocols = protocols(item.get("protocol"));
            isTcp &= protocols.equals(List.of(Protocol.TCP));
            isCertain &= add(item, protocols, list);
        }
        boolean isWhole = action != Action.ALLOW || isWhole(field, isEgress, isTcp);
        return new CiliumPorts(list, isCertain && isWhole);
    }

    private static List<Protocol> protocols(Field field) {
        String word = field.text("ANY");
        return switch (word) {
            case "", "ANY" -> List.of(Protocol.values());
            case "TCP" -> List.of(Protocol.TCP);
            case "UDP" -> List.of(Protocol.UDP);
            case "SCTP" -> List.of(Protocol.SCTP);
            default -> {
                field.error("takes `TCP`, `UDP`, `SCTP` or `ANY`, not " + Quoted.of(word));
                yield List.of();
            }
        };
    }

    /** Whether it is known what it means. */
    private static boolean add(Field item, List<Protocol> protocols, List<Port> list) {
        String port = item.get("port").requiredText();
        Field last = item.get("endPort");
        if (!port.matches("[0-9]{1,5}")) {
            if (!port.isEmpty() && !LabelSyntax.isPortName(port)) {
                item.get("port").error("is no port: " + Quoted.of(port));
            }
            protocols.stream().filter(it -> it != Protocol.SCTP).forEach(it -> list.add(new Named(it, port)));
            if (last.isPresent()) {
                last.warning("stands with a name, and does nothing");
            }
            if (list.isEmpty()) {
                list.add(new Numbers(PortSet.NONE));
            }
            return !last.isPresent();
        }
        int first = Integer.parseInt(port);
        int end = last.isPresent() ? last.number(0, SharedFields.HIGHEST_PORT) : first;
        if (first > SharedFields.HIGHEST_PORT) {
            item.get("port").error("is no port: " + Quoted.of(port));
            return true;
        }
        if (first != 0 && end != 0 && end < first) {
            last.warning("is below `port`: the rule is about no port at all");
        }
        for (Protocol protocol : protocols) {
            list.add(new Numbers(range(protocol, first, end == 0 ? first : end)));
        }
        return true;
    }

    /** Of 0, all. */
    private static PortSet range(Protocol protocol, int first, int last) {
        if (first == 0) {
            return PortSet.allOf(protocol);
        }
        return last < first ? PortSet.NONE : PortSet.of(protocol, first, last);
    }

    /** Whether whatever goes to the ports is let through. */
    private static boolean isWhole(Field field, boolean isEgress, boolean isTcp) {
        boolean isWhole = true;
        for (String name : IN_PART) {
            if (field.get(name).isPresent()) {
                field.get(name).warning("opens these ports in part; here, they are open or not");
                isWhole = false;
            }
        }
        Field rules = field.get("rules");
        Field http = rules.get("http");
        Field dns = rules.get("dns");
        for (String name : List.of("kafka", "l7proto", "l7")) {
            if (rules.get(name).isPresent()) {
                rules.get(name).error("is not read");
            }
        }
        if (http.isPresent()) {
            http.warning("opens these ports in part; here, they are open or not");
            if (!isTcp) {
                http.error("needs the protocol `TCP`");
            }
            isWhole = false;
        }
        if (dns.isPresent()) {
            if (http.isPresent()) {
                rules.error("takes one of `http` and `dns`");
            }
            if (!isEgress) {
                dns.error("stands in egress only");
            }
            isWhole &= isEveryName(dns);
        }
        return isWhole;
    }

    private static boolean isEveryName(Field dns) {
        for (Field item : dns.items()) {
            if (item.get("matchPattern").text("").equals("*")) {
                return true;
            }
        }
        dns.warning("opens these ports for some questions; here, they are open or not");
        return false;
    }

    static CiliumPorts ofIcmp(Field field) {
        field.expect(ICMPS);
        List<Field> items = field.get("fields").items();
        AdminPeers.most(field.get("fields"), items, MOST);
        List<Port> list = new ArrayList<>(List.of(new Numbers(PortSet.NONE)));
        for (Field item : items) {
            item.expect(ICMP);
            String family = item.get("family").text("IPv4");
            if (!family.isEmpty() && !family.equals("IPv4") && !family.equals("IPv6")) {
                item.get("family").error("takes `IPv4` or `IPv6`, not " + Quoted.of(family));
            }
            Portless version = family.equals("IPv6") ? Portless.ICMPV6 : Portless.ICMP;
            list.add(new Numbers(PortSet.icmp(version, type(item.get("type"), version))));
        }
        return new CiliumPorts(list, true);
    }

    private static int type(Field field, Portless version) {
        if (field.isNumber()) {
            return field.number(0, Portless.HIGHEST);
        }
        String word = field.requiredText();
        if (word.matches("[0-9]{1,3}") && Integer.parseInt(word) <= Portless.HIGHEST) {
            return Integer.parseInt(word);
        }
        Integer type = IcmpTypes.of(word, version);
        if (type == null && !word.isEmpty()) {
            field.error("is no type of ICMP: " + Quoted.of(word));
        }
        return type == null ? 0 : type;
    }
}
