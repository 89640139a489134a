package dev.knet.model;

import java.util.regex.Pattern;

/** What the API server accepts as a name, a label or a port name; lengths included. */
public final class KubernetesNames {
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern PORT = Pattern.compile("(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern LABEL_WORD = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
    private static final Pattern ENV = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;
    private static final int PORT_LENGTH = 15;

    private KubernetesNames() {}

    /** Of a namespace, a container or a workload: RFC 1123's DNS label. */
    public static boolean isDnsLabel(String name) {
        return name.length() <= LABEL_LENGTH && DNS_LABEL.matcher(name).matches();
    }

    /** Of a service: RFC 1035's DNS label, which no API server refuses. */
    public static boolean isServiceName(String name) {
        return name.length() <= LABEL_LENGTH && SERVICE.matcher(name).matches();
    }

    /** Of a policy, or of a host: RFC 1123's subdomain. */
    public static boolean isSubdomain(String name) {
        return name.length() <= SUBDOMAIN_LENGTH && SUBDOMAIN.matcher(name).matches();
    }

    public static boolean isPortName(String name) {
        return name.length() <= PORT_LENGTH && PORT.matcher(name).matches();
    }

    public static boolean isEnvName(String name) {
        return ENV.matcher(name).matches() && !name.equals(".") && !name.startsWith("..");
    }

    public static boolean isLabelKey(String key) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "x" : key.substring(0, slash);
        return isSubdomain(prefix) && isLabelWord(key.substring(slash + 1));
    }

    public static boolean isLabelValue(String value) {
        return value.isEmpty() || isLabelWord(value);
    }

    private static boolean isLabelWord(String word) {
        return word.length() <= LABEL_LENGTH && LABEL_WORD.matcher(word).matches();
    }
}
