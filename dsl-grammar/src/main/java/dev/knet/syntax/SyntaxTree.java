package dev.knet.syntax;

import dev.knet.source.SourceFile;
import java.util.List;

/** A whole file. */
public record SyntaxTree(SourceFile file, List<Statement> statements) {
    public SyntaxTree {
        statements = List.copyOf(statements);
    }
}
