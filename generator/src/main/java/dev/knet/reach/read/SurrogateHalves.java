package dev.knet.reach.read;

/** Halves of surrogate pairs, which only an escape can write and which are no characters. */
final class SurrogateHalves {
    static final String WHY = "holds half a surrogate pair, which is no character";

    private SurrogateHalves() {}

    static boolean areIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
