package dev.knet.diagnostic;

import static dev.knet.diagnostic.Severity.ERROR;
import static dev.knet.diagnostic.Severity.WARNING;

/** The catalogue of what can be wrong. An id never changes its meaning; docs/diagnostics has a page for each. */
public enum Rule {
    // Text
    SYNTAX("KNET0001", ERROR, "the text is not a statement of the language"),
    ENCODING("KNET0002", ERROR, "the file is not UTF-8 text"),
    TOO_LARGE("KNET0003", ERROR, "the file is too large"),
    BAD_STRING("KNET0004", ERROR, "a string is not closed or has an unknown escape"),
    UNCLOSED_COMMENT("KNET0005", ERROR, "a comment is not closed"),
    UNCLOSED_BLOCK("KNET0006", ERROR, "a block is not closed"),
    TOO_MANY("KNET0007", ERROR, "the file has too many syntax errors to list"),

    // Names
    UNKNOWN_NAME("KNET0101", ERROR, "nothing has this name"),
    DUPLICATE_NAME("KNET0102", ERROR, "two things have the same name"),
    INVALID_NAME("KNET0103", ERROR, "Kubernetes does not accept this name"),
    AMBIGUOUS_NAME("KNET0104", ERROR, "several things have this name"),
    GIVEN_TWICE("KNET0105", ERROR, "something that can be said once is said twice"),
    DUPLICATE_TOPOLOGY("KNET0106", ERROR, "two files would write the same output"),
    INVALID_PACKAGE("KNET0107", ERROR, "the Java package is not one"),
    JAVA_CLASH("KNET0108", ERROR, "two things would become the same Java class"),
    NO_VALUE("KNET0109", ERROR, "the build gives no value for a parameter"),
    UNKNOWN_FILE("KNET0110", ERROR, "there is no such file to use"),
    UNKNOWN_ENVIRONMENT("KNET0111", ERROR, "no file has the environment that the build asks for"),
    NOT_OUTSIDE("KNET0112", ERROR, "an environment changes what is not outside of it"),

    // Things
    NO_IMAGE("KNET0201", ERROR, "a container has no image"),
    INVALID_PORT("KNET0202", ERROR, "a port number or range is out of bounds"),
    DUPLICATE_PORT("KNET0203", ERROR, "two ports are the same"),
    INVALID_LABEL("KNET0204", ERROR, "Kubernetes does not accept this label"),
    INDISTINGUISHABLE("KNET0205", ERROR, "policies could not tell two workloads apart"),
    INVALID_ENV("KNET0206", ERROR, "an environment variable is wrong"),
    INVALID_VALUE("KNET0207", ERROR, "a value is out of bounds"),
    CONTAINER_MIX("KNET0208", ERROR, "container properties stand both in and outside container blocks"),
    NOT_HERE("KNET0209", ERROR, "a property does not belong to this thing"),
    INVALID_SERVICE("KNET0210", ERROR, "the parts of a service do not fit together"),
    INVALID_HOST("KNET0211", ERROR, "an external name is not a DNS name"),
    RESERVED_LABEL("KNET0212", ERROR, "a label is knet's own"),
    HOST_NETWORK("KNET0213", ERROR, "policies do not see pods on the network of their node"),
    NO_TARGET("KNET0214", ERROR, "a service does not say what it leads to"),
    INVALID_SCHEDULE("KNET0215", ERROR, "a cron job has no schedule, or a wrong one"),
    NO_HEADLESS_SERVICE("KNET0216", ERROR, "a stateful set has no headless service"),
    INVALID_PROBE("KNET0217", ERROR, "a probe does not fit its container"),
    INVALID_QUANTITY("KNET0218", ERROR, "an amount of cpu or memory is wrong"),
    ACCOUNT_MIX("KNET0219", ERROR, "a service account is both there and to be made"),
    INVALID_ANNOTATION("KNET0220", ERROR, "Kubernetes does not accept this annotation"),

    // Relations
    NOT_LISTENING("KNET0301", ERROR, "the target does not listen on the port"),
    NOTHING_BEHIND("KNET0302", ERROR, "nothing listens behind a service port"),
    PORTS_NEEDED("KNET0303", ERROR, "the target declares no port, so the sentence must name one"),
    INVALID_ADDRESS("KNET0304", ERROR, "an address or a range of addresses is wrong"),
    NOT_A_SUBJECT("KNET0305", ERROR, "a policy cannot be written for this peer"),
    OUT_OF_SIGHT("KNET0306", ERROR, "a policy in one namespace cannot name this peer"),
    SEVERAL_SUBJECTS("KNET0307", ERROR, "one policy cannot select two different sets of pods"),
    UNDECIDABLE("KNET0308", ERROR, "it cannot be told whether the peer is isolated"),
    DNS_OFF("KNET0309", ERROR, "the cluster's DNS is off"),
    NOT_A_PEER("KNET0310", ERROR, "this cannot be an end of a connection"),
    CIRCLE("KNET0311", ERROR, "something contains itself"),
    NOT_ADDRESSES("KNET0312", ERROR, "something else than addresses stands where only these can"),
    NOT_SAID("KNET0313", ERROR, "the file does not say where a part of the cluster is"),
    INVALID_DATE("KNET0314", ERROR, "a date is not a day"),
    NOT_SUBTRACTABLE("KNET0315", ERROR, "what is left after a `denies` cannot be written exactly"),
    NOT_ENFORCED("KNET0316", ERROR, "a `denies` would not be enforced"),
    DISAGREEMENT("KNET0317", ERROR, "two topologies say different things of a namespace"),

    // Warnings
    NO_EFFECT("KNET0401", WARNING, "a sentence changes nothing"),
    UNUSED_PARAMETER("KNET0402", WARNING, "nothing uses a parameter"),
    IDLE_ALLOWANCE("KNET0403", WARNING, "a comment that should silence a warning does not"),
    OTHER_END_SHUT("KNET0404", WARNING, "another topology does not open its end"),
    EXPIRED("KNET0405", WARNING, "the day until which a sentence should stand has passed"),
    HOST_NETWORK_SELECTED("KNET0410", WARNING, "a selection includes pods that policies do not see"),
    ALL_DENIED("KNET0412", WARNING, "a `denies` leaves nothing of a sentence"),
    UNUSED_LIST("KNET0413", WARNING, "nothing uses a group, a network or a list of ports"),
    SELECTS_NOTHING("KNET0420", WARNING, "a selection selects nothing"),
    PUBLIC_BUT_SHUT("KNET0421", WARNING, "a service is open to the outside, its pods are not"),
    LOST_BY_APPLY("KNET0422", WARNING, "one port number stands for two protocols"),
    NO_DNS("KNET0423", WARNING, "pods that may call something cannot resolve names"),
    NOT_MAPPED("KNET0424", WARNING, "a headless service does not map its ports"),
    PORT_NOT_EVERYWHERE("KNET0425", WARNING, "not all selected pods have the named port"),
    SERVICE_PORT("KNET0426", WARNING, "a sentence names the port of a service"),
    DENIES_OUTSIDE("KNET0427", WARNING, "a `deny` stands outside of the namespaces"),
    NESTED_RANGES("KNET0428", WARNING, "one range of addresses lies in another"),
    CALLER_HIDDEN("KNET0429", WARNING, "a service hides the addresses that are let in"),
    UNMAINTAINED("KNET0430", WARNING, "nobody maintains the network plugin"),
    MAYBE_INSIDE("KNET0431", WARNING, "addresses may be those of nodes or pods"),
    THROUGH_THE_NODE("KNET0432", WARNING, "a service lets in what a policy shuts out"),
    NODE_ALWAYS_OPEN("KNET0433", WARNING, "pods may call their own node, whatever is shut"),

    // The escape hatch
    NOT_YAML("KNET0501", ERROR, "the text of `yaml` cannot be read"),
    UNKNOWN_FIELD("KNET0502", ERROR, "Kubernetes knows no such field"),
    WRONG_VALUE("KNET0503", ERROR, "a value is not of the field's type"),
    PROTECTED_FIELD("KNET0504", ERROR, "`yaml` may not change what policies depend on"),

    // Expectations
    BOTH_OUTSIDE("KNET0601", ERROR, "nothing in the cluster is at either end of an expectation"),
    NOT_AS_EXPECTED("KNET0605", ERROR, "an expectation does not come true"),
    WIDER_THAN_LOCKED("KNET0610", ERROR, "more can be reached than the lock says"),
    NOT_A_LOCK("KNET0611", ERROR, "a lock cannot be read"),
    NARROWER_THAN_LOCKED("KNET0612", WARNING, "the lock lists what cannot be reached any more"),
    LOCK_OF_NOBODY("KNET0613", ERROR, "a lock belongs to no topology"),

    // Network plugins
    UNKNOWN_CNI("KNET0701", ERROR, "there is no profile of the network plugin"),
    UNKNOWN_SWITCH("KNET0702", ERROR, "the network plugin has no such switch"),
    KUBERNETES_VERSION("KNET0703", ERROR, "knet does not write for this version of Kubernetes"),
    PLUGINS_DIFFER("KNET0704", ERROR, "two topologies of one cluster name different network plugins"),
    POLICIES_IGNORED("KNET0710", ERROR, "the network plugin enforces no policies"),
    SCTP_IGNORED("KNET0711", ERROR, "SCTP is not enforced"),
    NAME_WITHOUT_NUMBER("KNET0712", ERROR, "a port's name cannot be written as a number"),
    RANGE_TOO_WIDE("KNET0713", ERROR, "a range of ports cannot be written port by port"),
    WRONG_VERSION("KNET0714", ERROR, "the cluster has no addresses of this IP version"),
    NODE_UNSEEN("KNET0715", ERROR, "the network plugin matches no node by its address"),
    BARE_POD("KNET0716", ERROR, "the network plugin enforces nothing for a pod without a controller"),
    MAPPED_PORT("KNET0717", ERROR, "the network plugin needs the same port at a service and at its pods"),
    TOO_MANY_PORTS("KNET0718", ERROR, "a peer has more ports than the network plugin holds"),
    NODE_DENIED("KNET0719", ERROR, "a `denies` is about what no policy keeps apart");

    private final String id;
    private final Severity severity;
    private final String title;

    Rule(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** What it is about, in a few words; the heading of its page. */
    public String title() {
        return title;
    }
}
