package dev.knet.reach.read;

import dev.knet.reach.read.Node.Entry;
import dev.knet.reach.read.Node.Mapping;
import dev.knet.reach.read.Node.Scalar;
import dev.knet.reach.read.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON, one value or several in a row. Not all of it is YAML to readers of YAML: tabs before a word, a colon on the
 * next line, long keys.
 */
final class JsonDocuments {
    private final char[] chars;
    private final int end;
    private int at;
    private int line = 1;
    private int nodes;

    private JsonDocuments(ManifestText text) {
        this.chars = text.chars();
        this.at = text.start();
        this.end = text.end();
    }

    /** Whether it begins like an object or a list. */
    static boolean mayBe(ManifestText text) {
        JsonDocuments documents = new JsonDocuments(text);
        documents.skipBlanks();
        return documents.isAt('{') || documents.isAt('[');
    }

    /** Those that could be read go into the list; throws if the text is not JSON. */
    static void read(ManifestText text, List<Node> documents) {
        JsonDocuments reader = new JsonDocuments(text);
        reader.skipBlanks();
        while (reader.at < reader.end) {
            reader.nodes = 0;
            documents.add(reader.value(1));
            reader.skipBlanks();
        }
    }

    private Node value(int depth) {
        if (depth > Limits.DEPTH) {
            throw Limits.deep(line);
        }
        if (++nodes > Limits.NODES) {
            throw Limits.large(line);
        }
        skipBlanks();
        if (at == end) {
            throw notJson("it ends too early");
        }
        return switch (chars[at]) {
            case '{' -> mapping(depth);
            case '[' -> sequence(depth);
            case '"' -> text();
            default -> word();
        };
    }

    private Node mapping(int depth) {
        int begin = line;
        List<Entry> entries = new ArrayList<>();
        at++;
        skipBlanks();
        while (!isAt('}')) {
            if (!isAt('"')) {
                throw unexpected();
            }
            int keyLine = line;
            String key = string();
            take(':');
            entries.add(new Entry(key, keyLine, value(depth + 1)));
            separator('}');
        }
        at++;
        return new Mapping(entries, begin);
    }

    private Node sequence(int depth) {
        int begin = line;
        List<Node> items = new ArrayList<>();
        at++;
        skipBlanks();
        while (!isAt(']')) {
            items.add(value(depth + 1));
            separator(']');
        }
        at++;
        return new Sequence(items, begin);
    }

    /** A comma with something behind it, or what closes. */
    private void separator(char close) {
        skipBlanks();
        if (!isAt(close)) {
            take(',');
            skipBlanks();
            if (isAt(close)) {
                throw unexpected();
            }
        }
    }

    private Node text() {
        int begin = line;
        String text = string();
        return SurrogateHalves.areIn(text)
                ? new Node.Broken(SurrogateHalves.WHY, begin)
                : new Scalar(text, false, begin);
    }

    private String string() {
        int begin = ++at;
        while (at < end && chars[at] != '"' && chars[at] != '\\' && chars[at] >= ' ') {
            at++;
        }
        if (isAt('"')) {
            return new String(chars, begin, at++ - begin);
        }
        StringBuilder text = new StringBuilder().append(chars, begin, at - begin);
        while (!isAt('"')) {
            if (at == end) {
                throw notJson("a text has no end");
            }
            if (chars[at] < ' ') {
                throw unexpected();
            }
            text.append(chars[at] == '\\' ? escape() : chars[at]);
            at++;
        }
        at++;
        return text.toString();
    }

    /** Leaves the place on its last character. */
    private char escape() {
        at++;
        if (at == end) {
            throw notJson("a text has no end");
        }
        return switch (chars[at]) {
            case '"', '\\', '/' -> chars[at];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = at < end && chars[at] < 0x7F ? Character.digit(chars[at], 16) : -1;
            if (digit < 0) {
                throw unexpected();
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private Node word() {
        int begin = at;
        while (at < end && isOfWord(chars[at])) {
            at++;
        }
        String word = new String(chars, begin, at - begin);
        boolean isLiteral = word.equals("true") || word.equals("false") || word.equals("null");
        if (!isLiteral && !isNumber(word)) {
            at = begin;
            throw unexpected();
        }
        return new Scalar(word, true, line);
    }

    private static boolean isOfWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'E';
    }

    private static boolean isNumber(String word) {
        int first = word.startsWith("-") ? 1 : 0;
        boolean hasDigit = first < word.length() && word.charAt(first) >= '0' && word.charAt(first) <= '9';
        boolean hasZero = hasDigit && word.charAt(first) == '0' && first + 1 < word.length();
        char last = word.isEmpty() ? '.' : word.charAt(word.length() - 1);
        return hasDigit
                && last != '.'
                && !(hasZero && word.charAt(first + 1) >= '0' && word.charAt(first + 1) <= '9')
                && PlainWord.of(word) == PlainWord.NUMBER
                && word.indexOf('x') < 0
                && word.indexOf('o') < 0
                && word.indexOf('b') < 0;
    }

    private void take(char wanted) {
        skipBlanks();
        if (!isAt(wanted)) {
            throw unexpected();
        }
        at++;
    }

    private boolean isAt(char wanted) {
        return at < end && chars[at] == wanted;
    }

    private void skipBlanks() {
        while (at < end && (chars[at] == ' ' || chars[at] == '\t' || chars[at] == '\n' || chars[at] == '\r')) {
            line += chars[at++] == '\n' ? 1 : 0;
        }
    }

    private TooMuch unexpected() {
        return at < end
                ? notJson(
                        Quoted.of(Character.toString(Character.codePointAt(chars, at, end))) + " does not belong there")
                : notJson("it ends too early");
    }

    private TooMuch notJson(String why) {
        return new TooMuch("the text is not JSON: " + why, line);
    }
}
