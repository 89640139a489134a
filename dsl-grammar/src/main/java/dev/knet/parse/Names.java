package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import dev.knet.source.Embedded;
import dev.knet.source.SourceFile;
import dev.knet.syntax.Int;
import dev.knet.syntax.Name;
import dev.knet.syntax.PortNumber;
import dev.knet.syntax.QualifiedName;
import dev.knet.syntax.Text;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Names, texts and numbers: the leaves of the tree. */
final class Names {
    private final SourceFile file;
    private final Literals literals;

    Names(SourceFile file, Literals literals) {
        this.file = file;
        this.literals = literals;
    }

    /** Of a rule that is one word or several without blanks between, or a string. */
    Name name(ParserRuleContext context) {
        Token first = context.getStart();
        String text = first.getType() == KnetParser.STRING ? literals.nameIn(first) : context.getText();
        return new Name(text, Spans.of(file, context));
    }

    /** The same where a parameter may stand in the string. */
    Text value(ParserRuleContext context) {
        Token first = context.getStart();
        return switch (first.getType()) {
            case KnetParser.STRING -> literals.string(first);
            case KnetParser.TEXT_BLOCK -> literals.textBlock(first);
            case KnetParser.PARAMETER -> literals.parameter(first);
            default -> new Text(context.getText(), List.of(), Spans.of(file, context));
        };
    }

    QualifiedName qualified(KnetParser.QualifiedNameContext context) {
        return context.SLASH() == null
                ? unqualified(context, context.name(0), context.DOT_SLASH())
                : new QualifiedName(name(context.name(0)), false, name(context.name(1)), Spans.of(file, context));
    }

    QualifiedName qualified(KnetParser.PeerNameContext context) {
        ParserRuleContext first = context.freeName() == null ? context.standalonePeer() : context.freeName();
        return context.SLASH() == null
                ? unqualified(context, first == null ? context.name() : first, context.DOT_SLASH())
                : new QualifiedName(name(first), false, name(context.name()), Spans.of(file, context));
    }

    private QualifiedName unqualified(
            ParserRuleContext context, ParserRuleContext name, @Nullable TerminalNode dotSlash) {
        return new QualifiedName(null, dotSlash != null, name(name), Spans.of(file, context));
    }

    Text text(KnetParser.TextContext context) {
        return value(context);
    }

    Text reason(TerminalNode string) {
        return literals.reason(string.getSymbol());
    }

    Embedded embedded(TerminalNode textBlock) {
        return literals.embedded(textBlock.getSymbol());
    }

    List<Text> texts(KnetParser.TextsContext context) {
        List<Text> texts = new ArrayList<>();
        for (KnetParser.TextContext text : context.text()) {
            texts.add(text(text));
        }
        return texts;
    }

    Int integer(TerminalNode node) {
        return new Int(node.getText(), Spans.of(file, node.getSymbol()));
    }

    /** A number or the parameter that stands for it. */
    Text word(TerminalNode node) {
        Token token = node.getSymbol();
        return token.getType() == KnetParser.PARAMETER
                ? literals.parameter(token)
                : new Text(node.getText(), List.of(), Spans.of(file, token));
    }

    Text textBlock(TerminalNode node) {
        return literals.textBlock(node.getSymbol());
    }

    PortNumber port(KnetParser.PortNumberContext context) {
        return new PortNumber(context.protocol().getText(), integer(context.INTEGER()), Spans.of(file, context));
    }
}
