package dev.knet.parse;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.grammar.KnetParser;
import dev.knet.source.Position;
import dev.knet.source.SourceFile;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** The innermost block around a place where its `}` is missing. */
final class UnclosedBlock {
    private final Token brace;
    private final TokenStream tokens;

    UnclosedBlock(ParserRuleContext context, TokenStream tokens) {
        TerminalNode open = open(context);
        if (open == null) {
            throw new IllegalArgumentException("no block is open");
        }
        this.brace = open.getSymbol();
        this.tokens = tokens;
    }

    static boolean isIn(ParserRuleContext context) {
        return open(context) != null;
    }

    private static @Nullable TerminalNode open(ParserRuleContext context) {
        TerminalNode open = null;
        for (ParserRuleContext at = context; at != null && open == null; at = at.getParent()) {
            open = at.getToken(KnetParser.OPEN_BRACE, 0);
        }
        return open;
    }

    /** Whether the indentation says that it belongs to what is around the block. */
    boolean endsBefore(SourceFile file, Token found) {
        Position place = file.position(found.getStartIndex());
        int line = file.position(brace.getStartIndex()).line();
        return place.line() > line && place.column() - 1 <= indentation(file.line(line));
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Nothing, if what is reported anyway holds a `}`: most likely the one that is missing. */
    Optional<Diagnostic> diagnostic(SourceFile file, Token end) {
        for (int i = brace.getTokenIndex(); i < end.getTokenIndex(); i++) {
            if (Literals.isUnclosed(tokens.get(i)) && tokens.get(i).getText().indexOf('}') >= 0) {
                return Optional.empty();
            }
        }
        Diagnostic unclosed = Diagnostic.of(Rule.UNCLOSED_BLOCK, Spans.of(file, brace), "this block is not closed")
                .withHelp("close it with `}`");
        return Optional.of(
                end.getType() == Token.EOF ? unclosed : unclosed.withLabel(Spans.of(file, end), "before this"));
    }
}
