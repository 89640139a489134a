package dev.knet.parse;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * What happens at a syntax error: it is reported once, in words, and the parser goes on behind the statement that it
 * stands in. Nothing is inserted or dropped to make a wrong statement right.
 */
final class SyntaxErrors extends DefaultErrorStrategy {
    static final Set<Integer> STATEMENTS = Set.of(
            KnetParser.RULE_fileStatement,
            KnetParser.RULE_clusterItem,
            KnetParser.RULE_namespaceItem,
            KnetParser.RULE_workloadItem,
            KnetParser.RULE_containerItem,
            KnetParser.RULE_policyItem);
    private static final Set<Integer> BODIES = Set.of(
            KnetParser.RULE_clusterBlock,
            KnetParser.RULE_namespaceBody,
            KnetParser.RULE_workloadBody,
            KnetParser.RULE_containerBlock,
            KnetParser.RULE_policy);

    private final SourceFile file;
    private final Problems problems;
    private boolean any;

    SyntaxErrors(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Whether there was an error, whoever reports it. */
    boolean any() {
        return any;
    }

    void reportStrayBrace(Token brace) {
        add(Diagnostic.of(Rule.SYNTAX, span(brace), "no block is open here").withHelp("delete this `}`"));
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            report(parser, error.getOffendingToken(), expected(parser, error));
        }
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        skipToEnd(parser);
        if (STATEMENTS.contains(parser.getContext().getRuleIndex())) {
            endStatement(parser);
        }
    }

    /** In the body of a block, skips what cannot begin a statement, so that the block goes on behind it. */
    @Override
    public void sync(Parser parser) {
        if (!BODIES.contains(parser.getContext().getRuleIndex()) || inErrorRecoveryMode(parser)) {
            return;
        }
        IntervalSet possible = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        while (isJunk(parser.getTokenStream().LA(1), possible)) {
            report(parser, parser.getCurrentToken(), possible);
            skipToEnd(parser);
            endStatement(parser);
        }
    }

    private static boolean isJunk(int type, IntervalSet possible) {
        return !possible.contains(type)
                && possible.contains(KnetParser.CLOSE_BRACE)
                && type != KnetParser.CLOSE_BRACE
                && type != Token.EOF;
    }

    /** To the END of this statement, over whole blocks; only the block of a namespace is read all the same. */
    private void skipToEnd(Parser parser) {
        TokenStream tokens = parser.getTokenStream();
        int depth = 0;
        for (int type = tokens.LA(1); type != Token.EOF; type = tokens.LA(1)) {
            if (depth == 0 && (type == KnetParser.END || type == KnetParser.CLOSE_BRACE)) {
                return;
            }
            if (depth == 0 && type == KnetParser.OPEN_BRACE && isNamespace(parser.getContext())) {
                endErrorCondition(parser);
                ((KnetParser) parser).namespaceBody();
                beginErrorCondition(parser);
            } else {
                depth += type == KnetParser.OPEN_BRACE ? 1 : type == KnetParser.CLOSE_BRACE ? -1 : 0;
                parser.consume();
            }
        }
    }

    /** Whether a statement of the file began as a namespace: a mistake in its head must not hide what is in its body. */
    private static boolean isNamespace(ParserRuleContext context) {
        boolean isBlock = false;
        ParserRuleContext at = context;
        while (!STATEMENTS.contains(at.getRuleIndex())) {
            isBlock |= at.getRuleIndex() == KnetParser.RULE_namespaceBlock;
            at = at.getParent();
        }
        return at.getRuleIndex() == KnetParser.RULE_fileStatement
                && (isBlock || at.getStart().getType() == KnetParser.NAMESPACE);
    }

    private void endStatement(Parser parser) {
        if (parser.getTokenStream().LA(1) == KnetParser.END) {
            parser.consume();
        }
        endErrorCondition(parser);
    }

    private static IntervalSet expected(Parser parser, RecognitionException error) {
        if (error instanceof NoViableAltException choice && choice.getStartToken() != error.getOffendingToken()) {
            return ahead(choice);
        }
        IntervalSet expected = error.getExpectedTokens();
        return expected == null ? parser.getExpectedTokens() : expected;
    }

    /** What could have come where the parser had read on to choose a rule, and none was left. */
    private static IntervalSet ahead(NoViableAltException choice) {
        IntervalSet expected = new IntervalSet();
        for (ATNConfig way : choice.getDeadEndConfigs()) {
            for (Transition step : way.state.getTransitions()) {
                if (!step.isEpsilon()) {
                    expected.addAll(step.label());
                }
            }
        }
        return expected;
    }

    private void report(Parser parser, Token found, IntervalSet expected) {
        any = true;
        Mistake mistake = new Mistake(file, parser.getTokenStream(), parser.getContext(), found, expected);
        if (!problems.areTooMany() && !Literals.isUnclosed(found)) {
            diagnostic(mistake).ifPresent(problems::add);
        }
    }

    private void add(Diagnostic diagnostic) {
        any = true;
        problems.add(diagnostic);
    }

    private Optional<Diagnostic> diagnostic(Mistake mistake) {
        if (mistake.found().getType() != Token.EOF) {
            return Optional.of(Wording.of(mistake));
        }
        return isSwallowed(mistake) ? Optional.empty() : Optional.of(unclosed(mistake));
    }

    /** Whether a comment or text block holds the rest of the file, and with it what is missing here. */
    private static boolean isSwallowed(Mistake mistake) {
        Token end = mistake.previous();
        Token last = end.getType() == KnetParser.END ? mistake.before(end) : end;
        return Literals.isUnclosed(last) && last.getType() != KnetParser.UNCLOSED_STRING;
    }

    private Diagnostic unclosed(Mistake mistake) {
        for (ParserRuleContext at = mistake.context(); at != null; at = at.getParent()) {
            TerminalNode brace = at.getToken(KnetParser.OPEN_BRACE, 0);
            if (brace != null) {
                return Diagnostic.of(Rule.UNCLOSED_BLOCK, span(brace.getSymbol()), "this block is not closed")
                        .withHelp("close it with `}`");
            }
        }
        return Wording.of(mistake);
    }

    private Span span(Token token) {
        return Spans.of(file, token);
    }
}
