package dev.knet.model;

/** What a network plugin may or may not make of a policy, by the key that profiles have for it. */
public enum CniFeature {
    INGRESS("ingress", "rules for what enters"),
    EGRESS("egress", "rules for what leaves"),
    SELECTORS("selectors", "pods by their labels"),
    ADDRESSES("addresses", "ranges of addresses, with exceptions"),
    NODE_ADDRESSES("node-addresses", "nodes by their addresses"),
    NODE_KEPT_OUT("node-kept-out", "a node kept from its own pods"),
    NODE_KEPT_FROM("node-kept-from", "a pod kept from its own node"),
    NODE_LOCAL_DNS("node-local-dns", "a DNS cache on the node, by its address"),
    IPV4("ipv4", "IPv4"),
    IPV6("ipv6", "IPv6"),
    PORT_RANGES("port-ranges", "ranges of ports"),
    NAMED_PORTS("named-ports", "named ports"),
    SCTP("sctp", "SCTP"),
    NAMED_SCTP_PORTS("named-sctp-ports", "named ports of SCTP"),
    MAPPED_PORTS("mapped-ports", "services with other ports than their pods"),
    MAPPED_SCTP_PORTS("mapped-sctp-ports", "the same for SCTP"),
    BARE_PODS("bare-pods", "pods without a controller"),
    HOST_NETWORK("host-network", "pods on the network of their node");

    private final String key;
    private final String title;

    CniFeature(String key, String title) {
        this.key = key;
        this.title = title;
    }

    public String key() {
        return key;
    }

    /** As a row of a table or the beginning of a sentence says it. */
    public String title() {
        return title;
    }

    /** That names of ports are known. */
    public static CniFeature namesOf(Protocol protocol) {
        return protocol == Protocol.SCTP ? NAMED_SCTP_PORTS : NAMED_PORTS;
    }

    /** That a service may have another port than its pods. */
    public static CniFeature mappingOf(Protocol protocol) {
        return protocol == Protocol.SCTP ? MAPPED_SCTP_PORTS : MAPPED_PORTS;
    }

    /** That addresses of this version are there. */
    public static CniFeature ofVersion(int version) {
        return version == 4 ? IPV4 : IPV6;
    }
}
