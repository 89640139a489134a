package dev.knet.lower.cni;

/** A row in which network plugins are compared, beside what they make of policies. */
public enum CniFact {
    DATAPLANE("dataplane", "dataplane"),
    TRANSPORT("transport", "transport between nodes"),
    ROUTES("routes", "layer, routes"),
    POD_CIDR("pod-cidr", "pods' addresses by default"),
    MTU("mtu", "MTU on a link of 1500"),
    ENCRYPTION("encryption", "encryption between nodes"),
    IPAM("ipam", "IPAM"),
    DATASTORE("datastore", "datastore"),
    POLICY_API("policy-api", "policy objects"),
    KUBE_PROXY("kube-proxy", "in place of kube-proxy"),
    FROM_NODE("from-node", "a node to its own pods"),
    TO_NODE("to-node", "a pod to its own node"),
    PING("ping", "ping, where all is denied");

    private final String key;
    private final String title;

    CniFact(String key, String title) {
        this.key = key;
        this.title = title;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }
}
