package dev.knet.model;

import java.util.Locale;
import java.util.Set;

/**
 * What the API server accepts as a name, a label or a port name; lengths included. Written out by hand: each is asked
 * for every name of a topology, and regular expressions would cost more than the rest of a check.
 */
public final class KubernetesNames {
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;
    private static final int PORT_LENGTH = 15;

    private KubernetesNames() {}

    /** The name, with a number at its end if it is taken; it is taken then. */
    public static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /** Of a namespace, a container or a workload: RFC 1123's DNS label. */
    public static boolean isDnsLabel(String name) {
        return name.length() <= LABEL_LENGTH && isDnsWord(name, 0, name.length());
    }

    /** Of a service: RFC 1035's DNS label, which no API server refuses. */
    public static boolean isServiceName(String name) {
        return isDnsLabel(name) && isLower(name.charAt(0));
    }

    /** Of a policy, or of a host: RFC 1123's subdomain. */
    public static boolean isSubdomain(String name) {
        if (name.length() > SUBDOMAIN_LENGTH) {
            return false;
        }
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            if (!isDnsWord(name, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isDnsWord(name, start, name.length());
    }

    public static boolean isPortName(String name) {
        return name.length() <= PORT_LENGTH
                && isDnsWord(name, 0, name.length())
                && !name.contains("--")
                && hasLetter(name);
    }

    public static boolean isEnvName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && "-._".indexOf(c) < 0 && (i == 0 || !isDigit(c))) {
                return false;
            }
        }
        return !name.isEmpty() && !name.equals(".") && !name.startsWith("..");
    }

    /** Of what a Secret or ConfigMap holds. */
    public static boolean isDataKey(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (!isAlphanumeric(key, i) && "-._".indexOf(key.charAt(i)) < 0) {
                return false;
            }
        }
        return !key.isEmpty() && key.length() <= SUBDOMAIN_LENGTH && !key.equals(".") && !key.startsWith("..");
    }

    public static boolean isLabelKey(String key) {
        int slash = key.indexOf('/');
        return isLabelWord(key, slash + 1) && (slash < 0 || isSubdomain(key.substring(0, slash)));
    }

    public static boolean isLabelValue(String value) {
        return value.isEmpty() || isLabelWord(value, 0);
    }

    private static boolean isLabelWord(String text, int start) {
        int end = text.length();
        if (start == end
                || end - start > LABEL_LENGTH
                || !isAlphanumeric(text, start)
                || !isAlphanumeric(text, end - 1)) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!isAlphanumeric(text, i) && "-._".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDnsWord(String text, int start, int end) {
        if (start >= end || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isLower(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isLower(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlphanumeric(String text, int at) {
        return isLetter(text.charAt(at)) || isDigit(text.charAt(at));
    }

    private static boolean isLetter(char c) {
        return isLower(c) || c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The name with what no name can have made `-`, for a suggestion; it may still be none. */
    public static String near(String wrong) {
        String words = wrong.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return words.replaceAll("^-|-$", "");
    }
}
