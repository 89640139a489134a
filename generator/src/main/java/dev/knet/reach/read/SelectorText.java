package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads Calico's language for selectors: {@code app == 'web' && !has(role) || tier in {'a', 'b'}}. The text may be hostile,
 * so its length and its depth have bounds.
 */
final class SelectorText {
    static final int LONGEST = 1024;
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private SelectorText(String text) {
        this.text = text;
    }

    /** What is wrong with a text. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /** One that is empty, or has nothing but blanks, selects all. */
    static SelectorTerm parse(String text) throws Wrong {
        if (text.length() > LONGEST) {
            throw new Wrong("is longer than " + LONGEST + " characters");
        }
        SelectorText reader = new SelectorText(text);
        if (reader.isAtEnd()) {
            return new SelectorTerm.All();
        }
        SelectorTerm term = reader.or();
        if (!reader.isAtEnd()) {
            throw reader.unexpected("`&&`, `||` or the end");
        }
        return term;
    }

    private SelectorTerm or() throws Wrong {
        if (++depth > DEEPEST) {
            throw new Wrong("is nested too deeply");
        }
        List<SelectorTerm> parts = new ArrayList<>(List.of(and()));
        while (take("||")) {
            parts.add(and());
        }
        depth--;
        return parts.size() == 1 ? parts.get(0) : new SelectorTerm.Or(parts);
    }

    private SelectorTerm and() throws Wrong {
        List<SelectorTerm> parts = new ArrayList<>(List.of(negated()));
        while (take("&&")) {
            parts.add(negated());
        }
        return parts.size() == 1 ? parts.get(0) : new SelectorTerm.And(parts);
    }

    private SelectorTerm negated() throws Wrong {
        boolean isNegated = false;
        while (take("!")) {
            isNegated = !isNegated;
        }
        SelectorTerm term = term();
        return isNegated ? new SelectorTerm.Not(term) : term;
    }

    private SelectorTerm term() throws Wrong {
        if (take("(")) {
            SelectorTerm inside = or();
            expect(")");
            return inside;
        }
        String word = word();
        if (isNext("(")) {
            return call(word);
        }
        return compared(word);
    }

    private SelectorTerm call(String word) throws Wrong {
        expect("(");
        if (word.equals("has")) {
            String key = word();
            expect(")");
            return label(key, Operator.EXISTS, List.of());
        }
        expect(")");
        return switch (word) {
            case "all" -> new SelectorTerm.All();
            case "global" -> new SelectorTerm.Global();
            default ->
                throw new Wrong(
                        "has " + Quoted.of(word + "()") + ", which is none of `all()`, `global()` and `has(label)`");
        };
    }

    private SelectorTerm compared(String key) throws Wrong {
        if (take("==")) {
            return label(key, Operator.IN, List.of(quoted()));
        }
        if (take("!=")) {
            return label(key, Operator.NOT_IN, List.of(quoted()));
        }
        String operator = word();
        switch (operator) {
            case "in" -> {
                return label(key, Operator.IN, values());
            }
            case "contains" -> {
                return new SelectorTerm.Text(key, SelectorTerm.Pattern.CONTAINS, quoted());
            }
            case "not", "starts", "ends" -> {
                String second = word();
                if (operator.equals("not") && second.equals("in")) {
                    return label(key, Operator.NOT_IN, values());
                }
                if (!operator.equals("not") && second.equals("with")) {
                    return new SelectorTerm.Text(
                            key,
                            operator.equals("starts")
                                    ? SelectorTerm.Pattern.STARTS_WITH
                                    : SelectorTerm.Pattern.ENDS_WITH,
                            quoted());
                }
            }
            default -> {}
        }
        throw new Wrong("has " + Quoted.of(operator) + ", which is no way to compare " + Quoted.of(key));
    }

    private static SelectorTerm label(String key, Operator operator, List<String> values) {
        return new SelectorTerm.Label(new Requirement(key, operator, values));
    }

    private List<String> values() throws Wrong {
        expect("{");
        List<String> values = new ArrayList<>();
        while (!take("}")) {
            if (!values.isEmpty()) {
                expect(",");
            }
            values.add(quoted());
        }
        return values;
    }

    private String quoted() throws Wrong {
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != '\'' && text.charAt(at) != '"') {
            throw unexpected("a text in quotes");
        }
        int end = text.indexOf(text.charAt(at), at + 1);
        if (end < 0) {
            throw new Wrong("has a quote without an end");
        }
        String quoted = text.substring(at + 1, end);
        at = end + 1;
        return quoted;
    }

    private String word() throws Wrong {
        skipBlanks();
        int start = at;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw unexpected("a label");
        }
        return text.substring(start, at);
    }

    private static boolean isOfWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_./-".indexOf(c) >= 0;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isAtEnd() {
        skipBlanks();
        return at == text.length();
    }

    private boolean isNext(String sign) {
        skipBlanks();
        return text.startsWith(sign, at);
    }

    private boolean take(String sign) {
        boolean isNext = isNext(sign) && !(sign.equals("!") && text.startsWith("!=", at));
        at += isNext ? sign.length() : 0;
        return isNext;
    }

    private void expect(String sign) throws Wrong {
        if (!take(sign)) {
            throw unexpected("`" + sign + "`");
        }
    }

    private Wrong unexpected(String wanted) {
        Optional<String> rest = isAtEnd() ? Optional.empty() : Optional.of(text.substring(at));
        return new Wrong("has " + rest.map(Quoted::of).orElse("its end") + " where " + wanted + " should be");
    }
}
