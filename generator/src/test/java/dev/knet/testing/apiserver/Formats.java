package dev.knet.testing.apiserver;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The forms of names, labels and addresses, as apimachinery's {@code validation} package has them. */
final class Formats {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern DNS_1123_LABEL = Pattern.compile(LABEL);
    private static final Pattern DNS_1123_SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern DNS_1035_LABEL = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SERVICE_NAME = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern ENV_NAME = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

    private Formats() {}

    static boolean isDns1123Label(String text) {
        return text.length() <= 63 && DNS_1123_LABEL.matcher(text).matches();
    }

    static boolean isDns1123Subdomain(String text) {
        return text.length() <= 253 && DNS_1123_SUBDOMAIN.matcher(text).matches();
    }

    static boolean isDns1035Label(String text) {
        return text.length() <= 63 && DNS_1035_LABEL.matcher(text).matches();
    }

    /** IANA_SVC_NAME: of container ports, and of ports that are named elsewhere. */
    static boolean isPortName(String text) {
        return text.length() <= 15
                && SERVICE_NAME.matcher(text).matches()
                && text.chars().anyMatch(c -> 'a' <= c && c <= 'z')
                && !text.contains("--");
    }

    static boolean isEnvName(String text) {
        return ENV_NAME.matcher(text).matches() && !text.equals(".") && !text.startsWith("..");
    }

    static boolean isLabelKey(String text) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        boolean isPrefixed = slash >= 0;
        return (!isPrefixed || isDns1123Subdomain(text.substring(0, slash)))
                && name.length() <= 63
                && QUALIFIED.matcher(name).matches();
    }

    /** Of any case, which is as good as in lower case: only so are the letters of a prefix. */
    static boolean isAnnotationKey(String text) {
        return isLabelKey(text.toLowerCase(Locale.ROOT));
    }

    /** Of a Secret or ConfigMap. */
    static boolean isConfigKey(String text) {
        return text.length() <= 253 && text.matches("[-._a-zA-Z0-9]+") && !text.matches("\\.|\\.\\..*");
    }

    static boolean isLabelValue(String text) {
        return text.isEmpty() || text.length() <= 63 && QUALIFIED.matcher(text).matches();
    }

    static boolean areLabels(Map<String, String> labels) {
        return labels == null
                || labels.entrySet().stream().allMatch(it -> isLabelKey(it.getKey()) && isLabelValue(it.getValue()));
    }

    static boolean isPort(Integer number) {
        return number != null && number >= 1 && number <= 65535;
    }

    /** As strict as API servers are from 1.36 on: canonical, without bits behind the mask, no IPv4 in IPv6. */
    static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return false;
        }
        String address = text.substring(0, slash);
        byte[] bytes = addressOf(address);
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return bytes.length > 0
                && prefix <= bytes.length * 8
                && !hasBitsBehind(bytes, prefix)
                && (bytes.length == 4 ? IPV4.matcher(address).matches() : address.equals(canonical(bytes)));
    }

    /** Whether the part lies within the whole, and has a longer mask. */
    static boolean isStrictPart(String whole, String part) {
        byte[] outer = addressOf(whole.substring(0, whole.indexOf('/')));
        byte[] inner = addressOf(part.substring(0, part.indexOf('/')));
        int mask = Integer.parseInt(whole.substring(whole.indexOf('/') + 1));
        int innerMask = Integer.parseInt(part.substring(part.indexOf('/') + 1));
        int rest = outer.length * 8 - mask;
        return outer.length == inner.length
                && innerMask > mask
                && new BigInteger(1, outer).shiftRight(rest).equals(new BigInteger(1, inner).shiftRight(rest));
    }

    /** Nothing if it is no address, or an IPv4 address in IPv6 form, of which Java makes an IPv4 one. */
    private static byte[] addressOf(String text) {
        boolean isLiteral = text.matches("[0-9.]+|[0-9a-f:]*:[0-9a-f:]*");
        try {
            byte[] bytes = isLiteral ? InetAddress.getByName(text).getAddress() : new byte[0];
            return text.contains(":") && bytes.length == 4 ? new byte[0] : bytes;
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }

    private static boolean hasBitsBehind(byte[] bytes, int prefix) {
        int lowest = new BigInteger(1, bytes).getLowestSetBit();
        return lowest >= 0 && lowest < bytes.length * 8 - prefix;
    }

    /** RFC 5952: the longest run of zero groups, of at least two, is left out. */
    private static String canonical(byte[] bytes) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            int group = (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
            groups.append(i == 0 ? "" : ":").append(Integer.toHexString(group));
        }
        for (int zeros = 8; zeros > 1; zeros--) {
            String run = ":" + "0:".repeat(zeros);
            String padded = ":" + groups + ":";
            if (padded.contains(run)) {
                String shorter = padded.replaceFirst(run, "::");
                String front = shorter.startsWith("::") ? shorter : shorter.substring(1);
                return front.endsWith("::") ? front : front.substring(0, front.length() - 1);
            }
        }
        return groups.toString();
    }
}
