package dev.knet.emit.report;

import dev.knet.diagnostic.Printable;

/** Writes JSON with two blanks for each level. Whatever a terminal could act on is written by its number. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean isFirst = true;

    /** What has been written. */
    String text() {
        return out + "\n";
    }

    /** An object; its members are put by what is run. */
    void object(Runnable members) {
        item();
        nested('{', members, '}');
    }

    void object(String key, Runnable members) {
        key(key);
        nested('{', members, '}');
    }

    /** An array; its items are added by what is run. */
    void array(Runnable items) {
        item();
        nested('[', items, ']');
    }

    void array(String key, Runnable items) {
        key(key);
        nested('[', items, ']');
    }

    void add(String value) {
        item();
        string(value);
    }

    void put(String key, String value) {
        key(key);
        string(value);
    }

    void put(String key, boolean value) {
        key(key);
        out.append(value);
    }

    void put(String key, int value) {
        key(key);
        out.append(value);
    }

    private void nested(char open, Runnable content, char close) {
        out.append(open);
        depth++;
        isFirst = true;
        content.run();
        depth--;
        if (!isFirst) {
            line();
        }
        out.append(close);
        isFirst = false;
    }

    private void key(String key) {
        item();
        string(key);
        out.append(": ");
    }

    private void item() {
        if (depth > 0) {
            if (!isFirst) {
                out.append(',');
            }
            line();
        }
        isFirst = false;
    }

    private void line() {
        out.append('\n').append("  ".repeat(depth));
    }

    private void string(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                out.append(c);
            } else {
                i += other(value, i);
            }
        }
        out.append('"');
    }

    /** A character that is not of ASCII's; how many more chars it has than one. */
    private int other(String value, int at) {
        int c = value.codePointAt(at);
        String self = Character.toString(c);
        if (Printable.of(self).equals(self)) {
            out.append(self);
        } else {
            self.chars().forEach(this::byNumber);
        }
        return self.length() - 1;
    }

    private void byNumber(int c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
