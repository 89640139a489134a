package dev.knet.emit.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as both YAML 1.1 and 1.2 read them. */
final class Numbers {
    private Numbers() {}

    static String of(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return finite(number);
        }
        if (number instanceof BigDecimal) {
            return withExponentOfBoth(number.toString());
        }
        return whole(number);
    }

    private static String whole(Number number) {
        if (number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger) {
            return number.toString();
        }
        throw new IllegalArgumentException("a " + number.getClass().getName() + " has no YAML form");
    }

    private static String finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(number + " is no number in JSON, which the API server reads YAML as");
        }
        return withExponentOfBoth(number.toString());
    }

    /** YAML 1.1 wants a point in front of an exponent, and the exponent's sign. */
    private static String withExponentOfBoth(String number) {
        int e = number.indexOf('E');
        if (e < 0) {
            return number;
        }
        String mantissa = number.substring(0, e);
        String exponent = number.substring(e + 1);
        boolean signed = exponent.startsWith("-") || exponent.startsWith("+");
        return mantissa + (mantissa.contains(".") ? "" : ".0") + (signed ? "E" : "E+") + exponent;
    }
}
