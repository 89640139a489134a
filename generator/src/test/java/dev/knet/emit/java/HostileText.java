package dev.knet.emit.java;

import java.util.List;
import java.util.Random;

/** Texts that might become code, end a comment or a literal, or not survive a file. */
public final class HostileText {
    public static final List<String> ALL = List.of(
            "",
            " ",
            "*/",
            "*/ public class Evil {} /*",
            "**/",
            "* /",
            "/**",
            "//",
            "\\u002a/ class Evil {}",
            "\\u002a\\u002f",
            "\\u0022; System.exit(1); //",
            "\\\\u0022",
            "\\\\\\u000a",
            "\\uuuu0041",
            "\\u",
            "\\",
            "\\\\",
            "\\\"",
            "\"",
            "\"\"\"",
            "\" + System.exit(1) + \"",
            "'",
            "${secret}",
            "$(rm -rf /)",
            "$S $L $T $N $$ $[ $] $> $< $W $Z $1L $",
            "%s %n %",
            "{@link System}",
            "{@code",
            "}}",
            "{@",
            "@author nobody",
            "@param x\n@return\n@Deprecated",
            "<script>alert(1)</script>",
            "<b>",
            "</ul>",
            "<!--",
            "-->",
            "&lt; &#42;/ &amp",
            "&",
            "a\nb\r\nc\rd\te\ff\bg",
            "\n",
            "\n\n\n",
            "ends\n",
            "a\u0000b\u0001\u001a\u007f\u0085\u00a0\u00ad",
            "\u2028 \u2029 \u202e evil \u202c \u200b \ufeff",
            "\ud83d\ude00 \ud83d\ude00",
            "\ud800",
            "\udc00 \ud83d",
            "\uffff\ufffe\ufffd",
            "\u00e4\u00f6\u00fc \u4e2d\u6587 \u0639\u0631\u0628\u064a",
            "\u02ee\u2019\u201d\uff02",
            "x".repeat(300),
            "\\u000a".repeat(200));

    /** Too long for one constant, and with more lines than one expression should have. */
    static final List<String> LONG =
            List.of("\u20ac".repeat(30_000), "\u0000".repeat(40_000), "line\n".repeat(50), "\n".repeat(30_000));

    private HostileText() {}

    static String random(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
