package dev.knet.parse;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.grammar.KnetLexer;
import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.Statement;
import dev.knet.syntax.SyntaxTree;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Reads a file: bytes or text in, syntax tree or diagnostics out. Time and memory are linear in the size. */
public final class Parser {
    /** The largest file that is read, in bytes; a file of 10,000 workloads has about four million. */
    public static final int LARGEST_FILE = 16 * 1024 * 1024;

    private Parser() {}

    /** Reads UTF-8 bytes. */
    public static Parsed parse(String name, byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            SourceFile empty = SourceFile.of(name, "");
            return failed(
                    empty,
                    Diagnostic.of(Rule.TOO_LARGE, empty.whole(), tooLarge(bytes.length))
                            .withHelp("split it into several files; each becomes a topology"));
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true);
        SourceFile file = SourceFile.of(name, text.flip().toString());
        return result.isError() ? failed(file, notUtf8(file)) : parse(file);
    }

    /** Reads text that is decoded already. */
    public static Parsed parse(SourceFile file) {
        Problems problems = new Problems();
        Problems ofTexts = new Problems();
        SyntaxErrors errors = new SyntaxErrors(file, problems);
        CommonTokenStream tokens = tokens(file);
        TreeBuilder builder = new TreeBuilder(file, tokens, new Literals(file, ofTexts));
        List<Statement> statements = statements(parser(tokens, errors, builder), errors, problems, builder);
        if (errors.any()) {
            // The tree was not made to its end: now every text is looked at.
            tokens.getTokens().forEach(new Literals(file, problems)::check);
            forgetNonsense(tokens, problems);
        } else {
            ofTexts.inOrder().forEach(problems::add);
        }
        return problems.isEmpty()
                ? Parsed.of(new SyntaxTree(file, statements, Allowances.of(file, tokens)))
                : Parsed.failed(file, problems.inOrder());
    }

    /** A string over several lines is seen as two without an end, and what stands behind the first as nonsense. */
    private static void forgetNonsense(CommonTokenStream tokens, Problems problems) {
        List<Token> unclosed = tokens.getTokens().stream()
                .filter(token -> token.getType() == KnetLexer.UNCLOSED_STRING)
                .toList();
        if (unclosed.size() > 1) {
            problems.forgetSyntaxBehind(unclosed.get(0).getStartIndex());
        }
    }

    static CommonTokenStream tokens(SourceFile file) {
        return new CommonTokenStream(source(file));
    }

    static StatementTokens source(SourceFile file) {
        KnetLexer lexer = new KnetLexer(new Utf16CharStream(file));
        lexer.removeErrorListeners();
        return new StatementTokens(lexer);
    }

    static KnetParser parser(TokenStream tokens, SyntaxErrors errors, TreeBuilder builder) {
        KnetParser parser = new KnetParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(errors);
        parser.addParseListener(new Pruning(builder, errors));
        return parser;
    }

    /** Each becomes a part of the tree as soon as it is read; after an error there will be no tree. */
    static List<Statement> statements(KnetParser parser, SyntaxErrors errors, Problems problems, TreeBuilder builder) {
        List<Statement> statements = new ArrayList<>();
        TokenStream tokens = parser.getTokenStream();
        while (tokens.LA(1) != Token.EOF && !problems.areTooMany()) {
            if (tokens.LA(1) == KnetParser.CLOSE_BRACE) {
                skipStrayBrace(tokens, errors);
                continue;
            }
            KnetParser.FileStatementContext context = parser.fileStatement();
            if (!errors.any()) {
                statements.add(builder.statement(context));
            }
        }
        return statements;
    }

    private static void skipStrayBrace(TokenStream tokens, SyntaxErrors errors) {
        errors.reportStrayBrace(tokens.LT(1));
        tokens.consume();
        if (tokens.LA(1) == KnetParser.END) {
            tokens.consume();
        }
    }

    private static Parsed failed(SourceFile file, Diagnostic diagnostic) {
        return Parsed.failed(file, List.of(diagnostic));
    }

    private static String tooLarge(int length) {
        return "the file has " + length + " bytes; knet reads files of at most " + LARGEST_FILE;
    }

    private static Diagnostic notUtf8(SourceFile readable) {
        int end = readable.text().length();
        return Diagnostic.of(Rule.ENCODING, new Span(readable, end, end), "here the file stops being UTF-8 text")
                .withHelp("save the file as UTF-8");
    }
}
