package dev.knet.emit.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a name as Java writes them. Words are what stands between characters that are no letters or digits. */
final class Identifiers {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private Identifiers() {}

    /** `webService`. */
    static String camel(String name) {
        String pascal = pascalWords(name);
        return startable(pascal.isEmpty() ? "" : lower(pascal.substring(0, 1)) + pascal.substring(1));
    }

    /** `WebService`. */
    static String pascal(String name) {
        return startable(pascalWords(name));
    }

    /** `WEB_SERVICE`. */
    static String constant(String name) {
        return startable(String.join("_", words(name)).toUpperCase(Locale.ROOT));
    }

    /** What two names that must not both become a class have in common: file systems may not tell cases apart. */
    static String key(String name) {
        return lower(pascal(name));
    }

    /** With the first letter in upper case and all others as they are. */
    static String capitalized(String identifier) {
        return identifier.isEmpty()
                ? ""
                : identifier.substring(0, 1).toUpperCase(Locale.ROOT) + identifier.substring(1);
    }

    /** Different for any two names: a dash is an underscore, two are three and so on. */
    static String spelled(String name) {
        return name.replaceAll("(?<=-)-", "__").replace('-', '_');
    }

    static String startable(String identifier) {
        boolean starts = !identifier.isEmpty() && !Character.isDigit(identifier.charAt(0));
        return starts ? identifier : "_" + identifier;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String pascalWords(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : words(name)) {
            out.append(capitalized(word));
        }
        return out.toString();
    }

    /** Without an empty one in front, as there is if the name begins with none. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(name)));
        words.removeIf(String::isEmpty);
        return words;
    }
}
