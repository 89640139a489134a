package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What to do about expectations that are said as in English, as in a test, or where none can stand. */
final class ExpectationHints {
    static final String FORMS =
            "the forms are `expect web reaches db`, `expect web cannot reach db` and" + " `expect only api reaches db`";
    private static final Set<Integer> CLAIM =
            Set.of(KnetParser.RULE_claim, KnetParser.RULE_reach, KnetParser.RULE_cannotReach);
    private static final Set<String> NEGATIONS = Set.of("no", "not", "none", "never");
    private static final Set<String> CONJUNCTIONS = Set.of("and", "or");

    /** From the word that was found on. */
    private static final Pattern NEGATIVE =
            Pattern.compile("(?:[a-z]+[ \\t]+)?(?:not|never)\\b|[a-z]+['\u2019]t\\b|cannot\\b");

    private ExpectationHints() {}

    static @Nullable String of(Mistake mistake) {
        if (mistake.wantsVerb()) {
            return ofSentence(mistake);
        }
        if (mistake.first().getType() != KnetParser.EXPECT) {
            return null;
        }
        if (CLAIM.contains(mistake.context().getRuleIndex())) {
            return ofClaim(mistake);
        }
        return ofRest(mistake);
    }

    /** Words of an expectation where a sentence is read. */
    private static @Nullable String ofSentence(Mistake mistake) {
        Token first = mistake.first();
        if (first.getType() == KnetParser.EXPECT && mistake.statement() == KnetParser.RULE_policyItem) {
            return "an expectation belongs to no policy: write it outside of the block";
        }
        if (mistake.found().getType() == KnetParser.CANNOT) {
            return "to keep it from happening write `db denies web`, to check it `expect web cannot reach db`";
        }
        return first.getType() == KnetParser.ONLY && mistake.previous() == first
                ? "to let it in write `db allows api`, to check that nobody else is `expect only api reaches db`"
                : null;
    }

    private static String ofClaim(Mistake mistake) {
        Token found = mistake.found();
        Token before = mistake.previous();
        if (before.getType() == KnetParser.CANNOT) {
            return "behind `cannot` stands `reach`: `expect web cannot reach db`";
        }
        if (CONJUNCTIONS.contains(found.getText())) {
            return "several are separated by commas: `a, b`";
        }
        if (found.getType() == KnetParser.OPEN_PAREN) {
            return "labels stand behind `pods` or `namespace`: `pods(app=web)`";
        }
        if (found.getType() == KnetParser.ONLY) {
            return "`only` stands in front of who reaches: `expect only api reaches db`";
        }
        if (mistake.before(before) == mistake.first()) {
            String inFront = ofWordInFront(before);
            if (inFront != null) {
                return inFront;
            }
        }
        boolean isOnly = mistake.context().getRuleIndex() == KnetParser.RULE_reach;
        return !isOnly && isNegative(mistake) ? "what must not be is `expect web cannot reach db`" : FORMS;
    }

    private static @Nullable String ofWordInFront(Token word) {
        if (word.getText().equals("that")) {
            return "leave `that` out: `expect web reaches db`";
        }
        return NEGATIONS.contains(word.getText()) ? "what must not be is `expect web cannot reach db`" : null;
    }

    private static boolean isNegative(Mistake mistake) {
        String text = mistake.file().text();
        return NEGATIVE.matcher(text)
                .region(mistake.found().getStartIndex(), text.length())
                .lookingAt();
    }

    private static @Nullable String ofRest(Mistake mistake) {
        Token found = mistake.found();
        Token before = mistake.previous();
        if (before == mistake.first() && found.getType() == KnetParser.OPEN_BRACE) {
            return "each expectation is a statement of its own: `expect web reaches db`";
        }
        if (found.getType() == KnetParser.END && (before == mistake.first() || isReach(before))) {
            return FORMS;
        }
        return before.getType() == KnetParser.ONLY && mistake.expected().contains(KnetParser.END)
                ? "`only` stands in front of who reaches: `expect only api reaches db`"
                : null;
    }

    private static boolean isReach(Token token) {
        return token.getType() == KnetParser.REACH || token.getType() == KnetParser.REACHES;
    }
}
