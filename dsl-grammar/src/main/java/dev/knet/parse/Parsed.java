package dev.knet.parse;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.source.SourceFile;
import dev.knet.syntax.SyntaxTree;
import java.util.List;
import java.util.Optional;

/** What became of a file: its tree if the text is well formed, else what is wrong with it. */
public record Parsed(SourceFile file, Optional<SyntaxTree> tree, List<Diagnostic> diagnostics) {
    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }

    static Parsed of(SyntaxTree tree) {
        return new Parsed(tree.file(), Optional.of(tree), List.of());
    }

    static Parsed failed(SourceFile file, List<Diagnostic> diagnostics) {
        return new Parsed(file, Optional.empty(), diagnostics);
    }
}
