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
import org.jspecify.annotations.Nullable;

/**
 * What happens at a syntax error: it is reported once, in words, and the parser goes on behind the statement that it
 * stands in. Nothing is inserted or dropped to make a wrong statement right, but for a `}` that the indentation shows to
 * be missing.
 */
final class SyntaxErrors extends DefaultErrorStrategy {
    static final Set<Integer> STATEMENTS = Set.of(
            KnetParser.RULE_fileStatement,
            KnetParser.RULE_environmentItem,
            KnetParser.RULE_clusterItem,
            KnetParser.RULE_cniItem,
            KnetParser.RULE_namespaceItem,
            KnetParser.RULE_workloadItem,
            KnetParser.RULE_containerItem,
            KnetParser.RULE_serviceItem,
            KnetParser.RULE_policyItem);
    private static final Set<Integer> BODIES = Set.of(
            KnetParser.RULE_environment,
            KnetParser.RULE_clusterBlock,
            KnetParser.RULE_cniBody,
            KnetParser.RULE_namespaceBody,
            KnetParser.RULE_workloadBody,
            KnetParser.RULE_containerBlock,
            KnetParser.RULE_serviceBody,
            KnetParser.RULE_policy);

    private final SourceFile file;
    private final Problems problems;
    private boolean any;
    private @Nullable Token closedBefore;
    private @Nullable Token last;

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

    /** What a block that was not closed lacks is taken as read; nothing else is. */
    @Override
    public Token recoverInline(Parser parser) {
        Token current = parser.getCurrentToken();
        if (current != closedBefore) {
            throw new InputMismatchException(parser);
        }
        return current;
    }

    @Override
    public void recover(Parser parser, RecognitionException error) {
        skipToEnd(parser);
        if (STATEMENTS.contains(parser.getContext().getRuleIndex())) {
            endStatement(parser);
        }
    }

    /**
     * In the body of a block, skips what cannot begin a statement, so that the block goes on behind it; but where that
     * stands no farther in than the block itself, the block ends before it.
     */
    @Override
    public void sync(Parser parser) {
        if (!BODIES.contains(parser.getContext().getRuleIndex()) || inErrorRecoveryMode(parser)) {
            return;
        }
        IntervalSet possible = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        while (isJunk(parser.getTokenStream().LA(1), possible)) {
            UnclosedBlock block = new UnclosedBlock(parser.getContext(), parser.getTokenStream());
            if (block.endsBefore(file, parser.getCurrentToken())) {
                any = true;
                closedBefore = parser.getCurrentToken();
                block.diagnostic(file, closedBefore).ifPresent(problems::add);
                return;
            }
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
                tokens.consume();
            }
        }
    }

    /** Whether it is in the head of a namespace: a mistake there must not hide what is in the body. */
    private static boolean isNamespace(ParserRuleContext context) {
        ParserRuleContext at = context;
        while (!STATEMENTS.contains(at.getRuleIndex()) && !BODIES.contains(at.getRuleIndex())) {
            if (at.getRuleIndex() == KnetParser.RULE_namespaceBlock) {
                return true;
            }
            at = at.getParent();
        }
        return at.getRuleIndex() == KnetParser.RULE_fileStatement
                && at.getStart().getType() == KnetParser.NAMESPACE;
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
        if (goesOn(mistake)) {
            return;
        }
        last = found;
        if (!problems.areTooMany() && !Literals.isUnclosed(found)) {
            diagnostic(mistake).ifPresent(problems::add);
        }
    }

    /** Whether it is the rest of a sentence whose end on the line above has been reported. */
    private boolean goesOn(Mistake mistake) {
        Token first = mistake.first();
        return last != null
                && last.getType() == KnetParser.END
                && mistake.before(first) == last
                && mistake.wantsVerb()
                && first.getType() >= KnetParser.ALLOWS
                && first.getType() <= KnetParser.DENY;
    }

    private void add(Diagnostic diagnostic) {
        any = true;
        problems.add(diagnostic);
    }

    private Optional<Diagnostic> diagnostic(Mistake mistake) {
        return mistake.found().getType() == Token.EOF && UnclosedBlock.isIn(mistake.context())
                ? new UnclosedBlock(mistake.context(), mistake.tokens()).diagnostic(file, mistake.found())
                : Optional.of(Wording.of(mistake));
    }

    private Span span(Token token) {
        return Spans.of(file, token);
    }
}
