package dev.knet.format;

import dev.knet.parse.Lexeme;
import dev.knet.parse.Lexeme.Kind;
import dev.knet.parse.Lexemes;
import dev.knet.source.SourceFile;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The words of a file with anything between them that may be there, and a little that may not. */
final class RandomLayout {
    private static final Set<String> OPERATORS = Set.of(",", "->", "=", "==", "!=", "!", "/", "./");
    private static final List<String> BLANKS = List.of(
            " ",
            "  ",
            "\t",
            " \t ",
            " /**/ ",
            " /* a */ ",
            " /* { */ /* \" */ ",
            " /* a\n  b */ ",
            "\t/*\n\n\t * a\r\n*/\t",
            " /*a \n        b*/ ");
    private static final List<String> BREAKS = List.of(
            "\n",
            "\r\n",
            "\r",
            "\n\n\n",
            " // a \n",
            " /// a doc\n",
            " //// divider\r\n",
            "\n \t\n  // a,\n",
            "\n/// a doc \n",
            " /* a */ // b\n",
            "\n/* a\n       b */\n",
            "\n  /* a\n b */  ");
    private static final List<String> ENDS = List.of(";", ";;", " ; ", "; /* a */ ", "; /* a\n b */ ", "\n;", ";\n");

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int parentheses;

    private RandomLayout(Random random) {
        this.random = random;
    }

    static String of(String text, Random random) {
        return new RandomLayout(random).lay(Lexemes.of(SourceFile.of("x.knet", text)));
    }

    private String lay(List<Lexeme> lexemes) {
        between();
        for (Lexeme lexeme : lexemes) {
            if (lexeme.kind() == Kind.END) {
                between();
                parentheses = 0;
            } else if (!lexeme.kind().isComment()) {
                word(lexeme);
            }
        }
        return out.toString();
    }

    private void word(Lexeme lexeme) {
        parentheses += lexeme.kind() == Kind.OPEN_PAREN ? 1 : lexeme.kind() == Kind.CLOSE_PAREN ? -1 : 0;
        out.append(lexeme.kind() == Kind.TEXT_BLOCK ? textBlock(lexeme.text()) : lexeme.text());
        if (lexeme.kind() == Kind.OPEN_BRACE || lexeme.kind() == Kind.CLOSE_BRACE) {
            if (random.nextBoolean()) {
                out.append(lexeme.kind() == Kind.OPEN_BRACE ? any(BREAKS) : any(BLANKS));
            }
        } else if ((parentheses > 0 || OPERATORS.contains(lexeme.text())) && random.nextInt(3) == 0) {
            out.append(any(BREAKS)).append(" ".repeat(random.nextInt(12)));
        } else {
            out.append(random.nextInt(3) == 0 ? any(BLANKS) : " ");
        }
    }

    /** Between two statements, at the start of a block or of the file. */
    private void between() {
        out.append(random.nextInt(3) == 0 ? any(BLANKS) : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            out.append(random.nextBoolean() ? any(BREAKS) : any(ENDS));
        }
        out.append(" ".repeat(random.nextInt(8)));
    }

    private String textBlock(String text) {
        String added = random.nextBoolean() ? "" : " ".repeat(random.nextInt(6));
        return text.replaceAll("\r\n|\r|\n", random.nextBoolean() ? "\n" + added : "\r\n" + added);
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
