package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Takes each item of a namespace as soon as it is read and drops ANTLR's tree of it, which is many times the size: most
 * of a file is in one namespace, and all of it would live until the end.
 */
final class Pruning implements ParseTreeListener {
    private final TreeBuilder builder;
    private final SyntaxErrors errors;

    Pruning(TreeBuilder builder, SyntaxErrors errors) {
        this.builder = builder;
        this.errors = errors;
    }

    @Override
    public void exitEveryRule(ParserRuleContext context) {
        if (context instanceof KnetParser.NamespaceItemContext item) {
            if (!errors.any()) {
                builder.take(item);
            }
            item.children = null;
        } else if (context instanceof KnetParser.EnvironmentItemContext item) {
            if (!errors.any()) {
                builder.take(item);
            }
            item.children = null;
        }
    }

    @Override
    public void enterEveryRule(ParserRuleContext context) {}

    @Override
    public void visitTerminal(TerminalNode node) {}

    @Override
    public void visitErrorNode(ErrorNode node) {}
}
