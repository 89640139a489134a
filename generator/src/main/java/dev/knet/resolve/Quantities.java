package dev.knet.resolve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Reads quantities as Kubernetes writes them: `250m`, `1.5Gi`, `2e3`. */
final class Quantities {
    private static final String BINARY = "KMGTPE";
    private static final String DECIMAL = "kMGTPE";
    private static final String FINE = "num";
    private static final int THREE = 3;
    private static final int MOST_DIGITS = 30;
    private static final int LARGEST_EXPONENT = 18;
    private static final BigDecimal LARGEST = new BigDecimal(BigInteger.valueOf(Long.MAX_VALUE));

    private Quantities() {}

    /** Nothing if it is none, or larger than the API server keeps. */
    static Optional<BigDecimal> value(String text) {
        int end = endOfNumber(text);
        if (end == 0 || end > MOST_DIGITS) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.substring(0, end));
        return factor(text.substring(end)).map(number::multiply).filter(value -> value.compareTo(LARGEST) <= 0);
    }

    /** Digits, and maybe a point and further digits: 0 if there is no such number in front. */
    private static int endOfNumber(String text) {
        int whole = endOfDigits(text, 0);
        if (whole == 0 || whole == text.length() || text.charAt(whole) != '.') {
            return whole;
        }
        int end = endOfDigits(text, whole + 1);
        return end == whole + 1 ? 0 : end;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static Optional<BigDecimal> factor(String unit) {
        if (unit.isEmpty()) {
            return Optional.of(BigDecimal.ONE);
        }
        if (unit.length() == 2 && unit.charAt(1) == 'i' && BINARY.indexOf(unit.charAt(0)) >= 0) {
            return Optional.of(new BigDecimal(BigInteger.ONE.shiftLeft(10 * (BINARY.indexOf(unit.charAt(0)) + 1))));
        }
        if (unit.length() == 1 && DECIMAL.indexOf(unit.charAt(0)) >= 0) {
            return Optional.of(BigDecimal.ONE.scaleByPowerOfTen(THREE * (DECIMAL.indexOf(unit.charAt(0)) + 1)));
        }
        if (unit.length() == 1 && FINE.indexOf(unit.charAt(0)) >= 0) {
            return Optional.of(
                    BigDecimal.ONE.scaleByPowerOfTen(THREE * (FINE.indexOf(unit.charAt(0)) - FINE.length())));
        }
        return exponent(unit);
    }

    private static Optional<BigDecimal> exponent(String unit) {
        boolean isSigned = unit.length() > 1 && (unit.charAt(1) == '-' || unit.charAt(1) == '+');
        String digits = unit.substring(isSigned ? 2 : 1);
        if (unit.charAt(0) != 'e' && unit.charAt(0) != 'E') {
            return Optional.empty();
        }
        int power = Numbers.below(LARGEST_EXPONENT + 1, digits).orElse(-1);
        boolean isNegative = isSigned && unit.charAt(1) == '-';
        return power < 0
                ? Optional.empty()
                : Optional.of(BigDecimal.ONE.scaleByPowerOfTen(isNegative ? -power : power));
    }
}
