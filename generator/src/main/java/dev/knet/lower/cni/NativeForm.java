package dev.knet.lower.cni;

/** What networking.k8s.io/v1 cannot say, and the objects of some plugins can. */
public enum NativeForm {
    DENY("deny", "a denial that beats what is allowed"),
    CLUSTER_WIDE("cluster-wide", "a policy for the whole cluster"),
    ICMP("icmp", "ICMP"),
    HOST_NAMES("host-names", "hosts by DNS name"),
    HTTP("http", "methods and paths of HTTP"),
    ENTITIES("entities", "nodes and API server by what they are");

    private final String key;
    private final String title;

    NativeForm(String key, String title) {
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
