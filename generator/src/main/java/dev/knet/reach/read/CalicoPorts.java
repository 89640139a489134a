package dev.knet.reach.read;

import dev.knet.reach.objects.PolicyObject.Named;
import dev.knet.reach.objects.PolicyObject.Numbers;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Portless;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The protocol of a rule of Calico, and the ports where its connections go, or the messages of ICMP. */
final class CalicoPorts {
    private static final Set<String> ICMP = Set.of("type", "code");
    private static final int MOST_PORTS = 50;
    private static final int UDP_LITE = 136;

    private final Field rule;
    private final Optional<PortSet> said;
    private final PortSet protocols;
    private final List<Port> ports = new ArrayList<>();
    private boolean areCertain = true;
    private boolean areListed;

    CalicoPorts(Field rule) {
        this.rule = rule;
        this.said = protocol(rule.get("protocol"));
        PortSet all = said.orElse(PortSet.ALL);
        Optional<PortSet> not = protocol(rule.get("notProtocol"));
        this.protocols = not.map(all::minus).orElse(all);
        Field destination = rule.get("destination");
        PortSet without = excluded(destination.get("notPorts"));
        PortSet some = icmp(protocols);
        listed(destination.get("ports"), without);
        if (!areListed) {
            ports.add(new Numbers(some.minus(without)));
        }
    }

    /** None are no ports at all. */
    List<Port> list() {
        return ports;
    }

    PortSet protocols() {
        return protocols;
    }

    boolean areCertain() {
        return areCertain;
    }

    boolean canBeHttp() {
        return said.isEmpty() || said.get().equals(PortSet.allOf(Protocol.TCP));
    }

    /** Of addresses, that of ICMP; empty for other protocols. */
    Optional<Integer> version() {
        if (said.filter(PortSet.allOf(Portless.ICMP)::equals).isPresent()) {
            return Optional.of(4);
        }
        return said.filter(PortSet.allOf(Portless.ICMPV6)::equals).isPresent() ? Optional.of(6) : Optional.empty();
    }

    private static Optional<PortSet> protocol(Field field) {
        if (!field.isPresent()) {
            return Optional.empty();
        }
        if (field.isNumber()) {
            return Optional.of(PortSet.protocol(field.number(1, Portless.HIGHEST)));
        }
        String word = field.text("");
        if (word.matches("[1-9][0-9]{0,2}") && Integer.parseInt(word) <= Portless.HIGHEST) {
            return Optional.of(PortSet.protocol(Integer.parseInt(word)));
        }
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "TCP" -> Optional.of(PortSet.allOf(Protocol.TCP));
            case "UDP" -> Optional.of(PortSet.allOf(Protocol.UDP));
            case "SCTP" -> Optional.of(PortSet.allOf(Protocol.SCTP));
            case "ICMP" -> Optional.of(PortSet.allOf(Portless.ICMP));
            case "ICMPV6" -> Optional.of(PortSet.allOf(Portless.ICMPV6));
            case "UDPLITE" -> Optional.of(PortSet.protocol(UDP_LITE));
            default -> {
                field.error("takes `TCP`, `UDP`, `SCTP`, `ICMP`, `ICMPv6`, `UDPLite` or a number from 1 to 255, not "
                        + Quoted.of(word));
                yield Optional.empty();
            }
        };
    }

    private PortSet icmp(PortSet all) {
        Optional<PortSet> only = icmp(rule.get("icmp"));
        Optional<PortSet> not = icmp(rule.get("notICMP"));
        PortSet some = only.map(all::and).orElse(all);
        return not.map(some::minus).orElse(some);
    }

    private Optional<PortSet> icmp(Field field) {
        if (!field.isPresent()) {
            return Optional.empty();
        }
        field.expect(ICMP);
        if (version().isEmpty()) {
            field.error("needs the protocol `ICMP` or `ICMPv6`");
            return Optional.empty();
        }
        Portless sort = version().get() == 4 ? Portless.ICMP : Portless.ICMPV6;
        Field type = field.get("type");
        Field code = field.get("code");
        if (!type.isPresent()) {
            if (code.isPresent()) {
                code.error("needs a `type`");
            }
            return Optional.of(PortSet.allOf(sort));
        }
        int number = type.number(0, Portless.HIGHEST - 1);
        return Optional.of(
                code.isPresent()
                        ? PortSet.icmp(sort, number, code.number(0, Portless.HIGHEST))
                        : PortSet.icmp(sort, number));
    }

    /** With ports, a rule has one of the protocols that have some. */
    private Optional<Protocol> withPorts(Field field) {
        for (Protocol protocol : Protocol.values()) {
            if (said.filter(PortSet.allOf(protocol)::equals).isPresent()) {
                return Optional.of(protocol);
            }
        }
        field.error("needs the protocol `TCP`, `UDP` or `SCTP`");
        return Optional.empty();
    }

    private void listed(Field field, PortSet without) {
        List<Field> items = field.items();
        AdminPeers.most(field, items, MOST_PORTS);
        Optional<Protocol> protocol = items.isEmpty() ? Optional.empty() : withPorts(field);
        areListed = protocol.isPresent();
        for (Field item : protocol.isPresent() ? items : List.<Field>of()) {
            Optional<PortSet> numbers = numbers(item, protocol.get());
            if (numbers.isPresent()) {
                ports.add(new Numbers(numbers.get().minus(without)));
            } else {
                ports.add(new Named(protocol.get(), item.text("")));
                areCertain &= without.isEmpty();
            }
        }
    }

    private PortSet excluded(Field field) {
        List<Field> items = field.items();
        AdminPeers.most(field, items, MOST_PORTS);
        Optional<Protocol> protocol = items.isEmpty() ? Optional.empty() : withPorts(field);
        PortSet excluded = PortSet.NONE;
        for (Field item : protocol.isPresent() ? items : List.<Field>of()) {
            Optional<PortSet> numbers = numbers(item, protocol.get());
            if (numbers.isEmpty()) {
                item.warning(
                        "is a name, and pods may have different numbers for it: which ports are left is not known");
                areCertain = false;
            }
            excluded = numbers.map(excluded::or).orElse(excluded);
        }
        return excluded;
    }

    /** A number, or the first and the last with a colon between; empty for a name. */
    private static Optional<PortSet> numbers(Field field, Protocol protocol) {
        if (field.isNumber()) {
            return Optional.of(PortSet.of(protocol, SharedFields.port(field)));
        }
        String text = field.text("");
        if (!text.matches("[0-9]{1,5}(:[0-9]{1,5})?")) {
            if (!LabelSyntax.isPortName(text)) {
                field.error("is no port: " + Quoted.of(text));
            }
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        int first = Integer.parseInt(colon < 0 ? text : text.substring(0, colon));
        int last = colon < 0 ? first : Integer.parseInt(text.substring(colon + 1));
        if (first < SharedFields.LOWEST_PORT || last > SharedFields.HIGHEST_PORT || first > last) {
            field.error("is no range of ports: " + Quoted.of(text));
            return Optional.of(PortSet.NONE);
        }
        return Optional.of(PortSet.of(protocol, first, last));
    }
}
