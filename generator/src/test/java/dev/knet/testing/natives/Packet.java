package dev.knet.testing.natives;

import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Portless;
import dev.knet.reach.space.Protocol;
import java.util.List;

/**
 * What one connection begins with.
 *
 * @param protocol `TCP`, `ICMP`, or a number
 * @param number of the port at the receiving end, or the type of ICMP
 * @param code of ICMP
 */
public record Packet(String protocol, int number, int code) {
    public static final List<Packet> SOME = List.of(
            new Packet("TCP", 80, 0),
            new Packet("TCP", 81, 0),
            new Packet("TCP", 8080, 0),
            new Packet("UDP", 53, 0),
            new Packet("UDP", 80, 0),
            new Packet("SCTP", 80, 0),
            new Packet("ICMP", 8, 0),
            new Packet("ICMP", 8, 1),
            new Packet("ICMP", 0, 0),
            new Packet("ICMPv6", 128, 0),
            new Packet("47", 0, 0));

    /** Whether there is one with these addresses: each version of them has its own ICMP. What pods have is not told. */
    public boolean canBe(Party from, Party to) {
        return !protocol.startsWith("ICMP") || canHave(from) && canHave(to);
    }

    private boolean canHave(Party party) {
        return !party.namespace().isEmpty() || party.address().contains(":") == protocol.equals("ICMPv6");
    }

    boolean hasPort() {
        return protocol.equals("TCP") || protocol.equals("UDP") || protocol.equals("SCTP");
    }

    /** As the code that is tested has it. */
    public PortSet ports() {
        return switch (protocol) {
            case "ICMP" -> PortSet.icmp(Portless.ICMP, number, code);
            case "ICMPv6" -> PortSet.icmp(Portless.ICMPV6, number, code);
            case "47" -> PortSet.protocol(47);
            default -> PortSet.of(Protocol.of(protocol).orElseThrow(), number);
        };
    }
}
