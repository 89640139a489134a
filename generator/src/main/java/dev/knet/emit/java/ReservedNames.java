package dev.knet.emit.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that no thing may have in Java. The list is fixed, whatever the versions of Java and of the Kubernetes model,
 * so that a thing keeps its name; what is only planned stands here too, for the same reason.
 */
final class ReservedNames {
    private static final List<String> WORDS = List.of(
            "abstract assert boolean break byte case catch char class const continue default do double else enum",
            "extends false final finally float for goto if implements import instanceof int interface long native",
            "new null package private protected public return short static strictfp super switch synchronized this",
            "throw throws transient true try void volatile while",
            "permits record sealed var when yield");

    /** A static method of such a name would not compile. */
    private static final List<String> METHODS_OF_OBJECT =
            List.of("clone equals finalize getClass hashCode notify notifyAll toString wait");

    private static final List<String> MEMBERS_OF_THE_FACADE = List.of("allow deny expect manifests reach topology");

    /** In its package, a class of such a name would hide the one that everybody means. */
    private static final List<String> TYPES_OF_JAVA = List.of(
            "Boolean Byte Character Class Comparable Deprecated Double Enum Error Exception Float FunctionalInterface",
            "IllegalArgumentException IllegalStateException",
            "Integer Iterable Long Math Module Number Object Override Process Record Runnable Runtime SafeVarargs",
            "Short String StringBuilder SuppressWarnings System Thread Throwable Void",
            "ArrayList Collection Generated LinkedHashMap List Map Optional Set URI");

    /** Classes that the generated code names; a reader of it should not have to ask which one is meant. */
    private static final List<String> TYPES_OF_KUBERNETES = List.of(
            "HasMetadata KubernetesList CronJob DaemonSet Deployment Ingress Job Namespace NetworkPolicy Pod",
            "ReplicaSet Service ServiceAccount StatefulSet");

    /** Classes that every topology has, and those within the classes of things. */
    private static final List<String> OWN_TYPES = List.of(
            "Changes ContainerSettings ContainerWords CronJobSettings DaemonSetSettings DeploymentSettings Direction",
            "Endpoint End Facts JobSettings Member NamespaceSettings ObjectSettings Opening Peer PodSettings",
            "Policies PolicyNames PortChoice PortedPeer PortedSentence PortlessPeer PortlessSentence Ports Relation",
            "Selection Sentence ServiceAccountSettings ServiceSettings StatefulEndpoint StatefulSetSettings TargetPort",
            "WorkloadSettings",
            "Container Port Settings");

    /** Methods of a service's class, and of a port that is called so there is none. */
    private static final List<String> MEMBERS_OF_SERVICES = List.of(
            "address allow allowing allows deny denies end endpoint endpoints expect expects host latent manifests name",
            "on policies policy port ports reach reaches reaching service uri words workloads");

    private static final Set<String> OF_SERVICES = keys(List.of(WORDS, METHODS_OF_OBJECT, MEMBERS_OF_SERVICES));

    /** Methods of the enum of environments. */
    private static final List<String> MEMBERS_OF_ENVIRONMENTS = List.of(
            "compareTo describeConstable environment environments getDeclaringClass manifests name of ordinal topology",
            "valueOf values");

    private static final Set<String> OF_ENVIRONMENTS = keys(List.of(WORDS, METHODS_OF_OBJECT, MEMBERS_OF_ENVIRONMENTS));

    private static final Set<String> KEYS = keys(
            List.of(WORDS, METHODS_OF_OBJECT, MEMBERS_OF_THE_FACADE, TYPES_OF_JAVA, TYPES_OF_KUBERNETES, OWN_TYPES));

    private ReservedNames() {}

    private static Set<String> keys(List<List<String>> lists) {
        Set<String> keys = new HashSet<>();
        for (List<String> list : lists) {
            for (String line : list) {
                keys.addAll(List.of(Identifiers.lower(line).split(" ")));
            }
        }
        return Set.copyOf(keys);
    }

    /** Whether a method of a service's class cannot have this {@linkplain Identifiers#key key}. */
    static boolean isOfServices(String key) {
        return OF_SERVICES.contains(key);
    }

    /** Whether a method of the enum of environments cannot have this name, in lower case. */
    static boolean isOfEnvironments(String key) {
        return OF_ENVIRONMENTS.contains(key);
    }

    /** Whether one of them has this {@linkplain Identifiers#key key}. */
    static boolean contains(String key) {
        return KEYS.contains(key);
    }
}
