package dev.knet.emit.yaml;

import java.util.Arrays;

/**
 * Which characters may stand for themselves in YAML text: those that every YAML reader takes as content and that a
 * human reader sees.
 *
 * <p>A table of our own rather than the JDK's Unicode properties, so that the bytes do not depend on the JDK. A
 * character that Unicode assigns later stands for itself.
 */
final class VisibleCharacters {
    /** First and last of each run of characters that are not visible. */
    private static final int[] HIDDEN = {
        0x0000, 0x001F, // controls, tab and line breaks among them
        0x007F, 0x00A0, // DEL, C1 (NEL among them), no-break space
        0x00AD, 0x00AD, // soft hyphen
        0x034F, 0x034F, // combining grapheme joiner
        0x0600, 0x0605, // Arabic number signs: format characters
        0x061C, 0x061C, // Arabic letter mark
        0x06DD, 0x06DD, // Arabic end of ayah
        0x070F, 0x070F, // Syriac abbreviation mark
        0x0890, 0x0891, // Arabic currency marks
        0x08E2, 0x08E2, // Arabic disputed end of ayah
        0x115F, 0x1160, // Hangul fillers
        0x1680, 0x1680, // Ogham space
        0x17B4, 0x17B5, // Khmer inherent vowels
        0x180B, 0x180F, // Mongolian selectors
        0x2000, 0x200F, // spaces, zero width, direction marks
        0x2028, 0x202F, // line and paragraph separator, direction embeddings
        0x205F, 0x206F, // mathematical space, joiners, direction isolates
        0x2800, 0x2800, // Braille blank
        0x3000, 0x3000, // ideographic space
        0x3164, 0x3164, // Hangul filler
        0xD800, 0xF8FF, // surrogates, private use
        0xFDD0, 0xFDEF, // not characters
        0xFE00, 0xFE0F, // variation selectors
        0xFEFF, 0xFEFF, // byte order mark
        0xFFA0, 0xFFA0, // Hangul filler
        0xFFF0, 0xFFFF, // interlinear annotation, replacement, not characters
        0x110BD, 0x110BD, // Kaithi number sign
        0x110CD, 0x110CD, // Kaithi number sign above
        0x13430, 0x1345F, // hieroglyph format controls
        0x1BCA0, 0x1BCA3, // shorthand format controls
        0x1D159, 0x1D159, // null notehead
        0x1D173, 0x1D17A, // musical format controls
        0xE0000, Character.MAX_CODE_POINT, // tags, selectors, private use
    };

    private static final int NOT_CHARACTERS = 0xFFFE;

    private VisibleCharacters() {}

    /** Where in a text, not before {@code from}, the first character stands that is not visible; its length if none. */
    static int end(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                i++;
            } else if (contains(text.codePointAt(i))) {
                i += Character.charCount(text.codePointAt(i));
            } else {
                return i;
            }
        }
        return i;
    }

    static boolean contains(int codePoint) {
        return codePoint < 0x7F ? codePoint >= ' ' : !isHidden(codePoint);
    }

    private static boolean isHidden(int codePoint) {
        return (codePoint & NOT_CHARACTERS) == NOT_CHARACTERS || isInTable(codePoint);
    }

    /** A character between two entries is inside a run if the entry after it is the end of one. */
    private static boolean isInTable(int codePoint) {
        int found = Arrays.binarySearch(HIDDEN, codePoint);
        return found >= 0 || (-found - 1) % 2 == 1;
    }
}
