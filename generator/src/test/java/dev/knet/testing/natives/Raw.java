package dev.knet.testing.natives;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects as they are written, taken apart without any of the code that is tested. */
public final class Raw {
    private Raw() {}

    /** The field at the end of a path; empty if it, or one on the way, is missing. */
    public static Optional<Object> get(Object object, String... path) {
        Object at = object;
        for (String key : path) {
            if (!(at instanceof Map<?, ?> map) || map.get(key) == null) {
                return Optional.empty();
            }
            at = map.get(key);
        }
        return Optional.ofNullable(at);
    }

    public static String text(Object object, String... path) {
        return get(object, path).map(Object::toString).orElse("");
    }

    public static int number(Object object, String... path) {
        return Integer.parseInt(text(object, path));
    }

    public static boolean has(Object object, String... path) {
        return get(object, path).isPresent();
    }

    /** Its items; none if it is missing. */
    public static List<Object> list(Object object, String... path) {
        return new ArrayList<>(get(object, path).map(it -> (List<?>) it).orElse(List.of()));
    }

    /** Kubernetes' label selector; one that is missing selects all. */
    public static boolean selects(Optional<Object> selector, Map<String, String> labels) {
        if (selector.isEmpty()) {
            return true;
        }
        for (Map.Entry<?, ?> label :
                ((Map<?, ?>) get(selector.get(), "matchLabels").orElse(Map.of())).entrySet()) {
            if (!label.getValue().equals(labels.get(label.getKey().toString()))) {
                return false;
            }
        }
        for (Object expression : list(selector.get(), "matchExpressions")) {
            String value = labels.get(text(expression, "key"));
            List<Object> values = list(expression, "values");
            boolean holds = switch (text(expression, "operator")) {
                case "In" -> value != null && values.contains(value);
                case "NotIn" -> value == null || !values.contains(value);
                case "Exists" -> value != null;
                default -> value == null;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    /** Whether a block of addresses has an address. */
    public static boolean contains(String cidr, String address) {
        int slash = cidr.indexOf('/');
        byte[] block = bytes(cidr.substring(0, slash));
        byte[] one = bytes(address);
        if (block.length != one.length) {
            return false;
        }
        int prefix = Integer.parseInt(cidr.substring(slash + 1));
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((block[bit / 8] & mask) != (one[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
