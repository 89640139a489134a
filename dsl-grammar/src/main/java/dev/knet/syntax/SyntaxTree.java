package dev.knet.syntax;

import dev.knet.source.SourceFile;
import java.util.List;

/** A whole file, and which of its warnings are meant. */
public record SyntaxTree(SourceFile file, List<Statement> statements, List<Allowance> allowances) {
    public SyntaxTree {
        statements = List.copyOf(statements);
        allowances = List.copyOf(allowances);
    }
}
