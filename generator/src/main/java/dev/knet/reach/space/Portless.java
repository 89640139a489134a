package dev.knet.reach.space;

import java.util.Optional;

/** What has no ports, in the order in which it is listed: messages of ICMP by type and code, other protocols by number. */
public enum Portless {
    ICMP("icmp", 0, 256),
    ICMPV6("icmpv6", 1 << 16, 256),
    NUMBERED("protocol", 2 << 16, 1);

    /** The points of all of them together. */
    static final int COUNT = (2 << 16) + 256;

    /** Of types, codes and protocols. */
    public static final int HIGHEST = 255;

    private final String word;
    private final int base;
    private final int codes;

    Portless(String word, int base, int codes) {
        this.word = word;
        this.base = base;
        this.codes = codes;
    }

    /** By the word with which a text begins. */
    static Optional<Portless> of(String word) {
        for (Portless sort : values()) {
            if (sort.word.equals(word)) {
                return Optional.of(sort);
            }
        }
        return Optional.empty();
    }

    int base() {
        return base;
    }

    int count() {
        return (HIGHEST + 1) * codes;
    }

    /** Of a type and a code; protocols have no codes. */
    int point(int number, int code) {
        return number * codes + code;
    }

    /** {@code 8}, {@code 8-11}, {@code 8/0}, {@code 8/0-8/3}: types with all of their codes, or with some. */
    String text(int first, int last) {
        if (first % codes == 0 && last % codes == codes - 1) {
            return first / codes == last / codes ? "" + first / codes : first / codes + "-" + last / codes;
        }
        String begin = first / codes + "/" + first % codes;
        return first == last ? begin : begin + "-" + last / codes + "/" + last % codes;
    }

    /** {@code icmp}, {@code icmpv6}, {@code protocol}. */
    @Override
    public String toString() {
        return word;
    }
}
