package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.Locale;
import javax.annotation.processing.Generated;

/** Ports of one protocol, for peers that do not say which they have: a number, a range, or all of them. */
@Generated("knet")
public final class Ports {
    private static final int LOWEST = 1;
    private static final int HIGHEST = 65_535;

    private final String protocol;
    private final int first;
    private final int last;
    /** Of the pods' ports that are meant by their names; empty if they are meant by their numbers. */
    private final String portName;

    private Ports(String protocol, int first, int last, String portName) {
        this.protocol = protocol;
        this.first = first;
        this.last = last;
        this.portName = portName;
    }

    /**
     * {@return every port of TCP}
     */
    public static Ports tcp() {
        return range("TCP", LOWEST, HIGHEST);
    }

    /**
     * {@return a port of TCP}
     *
     * @param number from 1 to 65535
     */
    public static Ports tcp(int number) {
        return range("TCP", number, number);
    }

    /**
     * {@return ports of TCP}
     *
     * @param first from 1 to 65535
     * @param last not below the first
     */
    public static Ports tcp(int first, int last) {
        return range("TCP", first, last);
    }

    /**
     * {@return every port of UDP}
     */
    public static Ports udp() {
        return range("UDP", LOWEST, HIGHEST);
    }

    /**
     * {@return a port of UDP}
     *
     * @param number from 1 to 65535
     */
    public static Ports udp(int number) {
        return range("UDP", number, number);
    }

    /**
     * {@return ports of UDP}
     *
     * @param first from 1 to 65535
     * @param last not below the first
     */
    public static Ports udp(int first, int last) {
        return range("UDP", first, last);
    }

    /**
     * {@return every port of SCTP}
     */
    public static Ports sctp() {
        return range("SCTP", LOWEST, HIGHEST);
    }

    /**
     * {@return a port of SCTP}
     *
     * @param number from 1 to 65535
     */
    public static Ports sctp(int number) {
        return range("SCTP", number, number);
    }

    /**
     * {@return ports of SCTP}
     *
     * @param first from 1 to 65535
     * @param last not below the first
     */
    public static Ports sctp(int first, int last) {
        return range("SCTP", first, last);
    }

    static Ports range(String protocol, int first, int last) {
        if (first < LOWEST || last > HIGHEST || last < first) {
            throw new IllegalArgumentException(
                    "no ports: " + first + " to " + last + "; ports are numbers from " + LOWEST + " to " + HIGHEST);
        }
        return new Ports(protocol, first, last, "");
    }

    static Ports named(String protocol, String portName) {
        return new Ports(protocol, 0, 0, portName);
    }

    static Ports of(TargetPort port) {
        return range(port.protocol(), port.number(), port.number());
    }

    boolean contains(String itsProtocol, int number) {
        return protocol.equals(itsProtocol) && first <= number && number <= last;
    }

    boolean isSctp() {
        return protocol.equals("SCTP");
    }

    /** Whether it is more than one port, but not all of a protocol. */
    boolean isRange() {
        return last > first && (first > LOWEST || last < HIGHEST);
    }

    /** Whether some port may be in both; a name may be that of any number. */
    boolean mayMeet(Ports other) {
        boolean meets = !portName.isEmpty() || !other.portName.isEmpty() || first <= other.last && other.first <= last;
        return meets && protocol.equals(other.protocol);
    }

    NetworkPolicyPort policyPort() {
        NetworkPolicyPortBuilder port = new NetworkPolicyPortBuilder().withProtocol(protocol);
        if (!portName.isEmpty()) {
            return port.withPort(new IntOrString(portName)).build();
        }
        if (first == last || isRange()) {
            port.withPort(new IntOrString(first)).withEndPort(last > first ? last : null);
        }
        return port.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ports ports && toString().equals(ports.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** As a sentence writes them: {@code tcp/80}. */
    @Override
    public String toString() {
        String word = protocol.toLowerCase(Locale.ROOT);
        if (!portName.isEmpty()) {
            return word + "/" + portName;
        }
        if (first == LOWEST && last == HIGHEST) {
            return word;
        }
        return word + "/" + first + (last > first ? "-" + last : "");
    }
}
