package dev.knet.emit.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Strings that some YAML reader has taken, or might take, for something else. */
public final class HostileStrings {
    private static final List<String> WORDS = List.of(
            "",
            "~",
            "null",
            "Null",
            "NULL",
            "nULL",
            "true",
            "True",
            "TRUE",
            "tRUE",
            "false",
            "False",
            "FALSE",
            "y",
            "Y",
            "n",
            "N",
            "yes",
            "Yes",
            "YES",
            "no",
            "No",
            "NO",
            "on",
            "On",
            "ON",
            "off",
            "Off",
            "OFF",
            ".inf",
            ".Inf",
            ".INF",
            "-.inf",
            "+.inf",
            ".nan",
            ".NaN",
            ".NAN",
            "nan",
            "NaN",
            "inf",
            "Infinity",
            "-Infinity",
            "<<",
            "=",
            "yes ",
            " yes",
            "none");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "+0",
            "1",
            "+1",
            "-1",
            "00",
            "01",
            "012",
            "0o7",
            "0o8",
            "0x1F",
            "0X1f",
            "-0x1F",
            "0xg",
            "0b101",
            "0b2",
            "0B1",
            "1_000",
            "_1",
            "1_",
            "1e3",
            "1E3",
            "1e+3",
            "1e-3",
            "1.e3",
            "1.5e3",
            ".5",
            "5.",
            "1.0",
            "1.",
            "-.5",
            "+.5",
            ".",
            "..",
            "1.2.3",
            "192.168.1.1",
            "12:30",
            "12:30:45",
            "1:60",
            "190:20:30.15",
            "-12:30",
            "443",
            "8080",
            "1e",
            "e1",
            "1d",
            "1f",
            "1L",
            "1p3",
            "0x1p-2",
            "1,000",
            "1 000",
            "123456789012345678901234567890",
            "1e999",
            "0.1.0",
            "0_0");

    private static final List<String> DATES = List.of(
            "2024-01-01",
            "2024-1-1",
            "2024-01-01T00:00:00Z",
            "2024-01-01t00:00:00z",
            "2024-01-01 00:00:00",
            "2024-01-01 00:00:00 +1",
            "2001-12-14t21:59:43.10-05:00",
            "2001-12-14 21:59:43.10 -5",
            "2024-13-45",
            "20240101");

    private static final List<String> SYNTAX = List.of(
            "-",
            "- ",
            "- a",
            "--",
            "---",
            "--- a",
            "...",
            "... a",
            "?",
            "? ",
            "? a",
            ":",
            ": ",
            ": a",
            "a:",
            "a: ",
            "a: b",
            "a : b",
            "a :b",
            "a:b",
            ":a",
            "::",
            "a::",
            "#",
            "# a",
            "a #",
            "a # b",
            "a#b",
            "a# b",
            "!",
            "!a",
            "!!str",
            "!!str a",
            "!!binary aGk=",
            "! a",
            "&",
            "&a",
            "&a b",
            "*",
            "*a",
            "*a : b",
            "|",
            "|-",
            "| a",
            ">",
            ">+ a",
            "%",
            "%TAG",
            "%TAG ! !",
            "%YAML 1.1",
            "@",
            "@a",
            "`",
            "`a`",
            "'",
            "''",
            "'a'",
            "a'b",
            "\"",
            "\"\"",
            "\"a\"",
            "a\"b",
            "\\",
            "a\\b",
            "\\n",
            "{",
            "}",
            "{}",
            "{a: b}",
            "a{b",
            "[",
            "]",
            "[]",
            "[a]",
            "a[b",
            ",",
            "a,b",
            "a, b",
            "${A}",
            "$(A)",
            "a\tb",
            "\ta",
            "a\t",
            "/",
            "/healthz",
            "//",
            "-c",
            "-",
            "--verbose",
            "--a=b",
            "-1a",
            "-a",
            "-.a",
            "--1",
            "---a",
            "- - a",
            "-- a",
            "-inf",
            "-y",
            "--yes",
            "*/5 * * * *",
            "10.0.0.0/8",
            "::1/128",
            "fd00::/8",
            "2001:db8::/32",
            "256Mi",
            "100m",
            "1Gi",
            "10s",
            "5m30s",
            "1h",
            "1k",
            "1E",
            "1T",
            "nginx:1.27",
            "nginx:",
            "http://a.b/c?d=e&f#g",
            "a  b",
            " a",
            "a ",
            "  ",
            " ");

    private static final List<String> LINES = List.of(
            "\n",
            "\n\n",
            "a\n",
            "a\n\n",
            "\na",
            "a\nb",
            "a\nb\n",
            "a\n\nb",
            "a\n\nb\n",
            "a\n b\n",
            " a\nb",
            "a \nb",
            "a\nb ",
            "a\n \nb",
            "a\n\tb",
            "\ta\nb",
            "a\r",
            "a\rb",
            "a\r\nb",
            "a\r\nb\r\n",
            "\r\n",
            "#a\nb",
            "# a\n# b\n",
            "- a\n- b",
            "a: b\nc: d\n",
            "---\na\n",
            "a\n---\nb\n",
            "...\n",
            "a\n...\nb",
            "%a\nb",
            "a\n#b",
            "|\na",
            "é\nß\n",
            "a\u0085b",
            "a\u2028b\nc",
            "a\u2029b",
            "a\u0085\nb",
            "\ufeffa\nb",
            "a\nb\u0000",
            "😀\na",
            "a\n  b\n   c\n d\n",
            "a\n\n\nb\n",
            "\"\n",
            "'\na",
            "a\\\nb");

    private static final List<String> UNICODE = List.of(
            "é",
            "ß",
            "日本語",
            "Ω",
            "αβγ",
            "א",
            "ا",
            "a\u0301",
            "😀",
            "a😀b",
            "👨\u200d👩\u200d👧",
            "❤\ufe0f",
            "\ufeff",
            "a\ufeffb",
            "a\ufeff",
            "\u0085",
            "\u00a0",
            "a\u00a0b",
            "\u00ad",
            "\u2028",
            "\u2029",
            "\u200b",
            "\u200e",
            "\u200f",
            "\u202a",
            "\u202e",
            "a\u202eb",
            "\u2066",
            "\u2069",
            "\u061c",
            "\u3000",
            "\ufffd",
            "\ufffe",
            "\uffff",
            "\ue000",
            "\uf8ff",
            "\ud7ff",
            "\ud83d\ude00 a",
            new String(Character.toChars(0x10000)),
            new String(Character.toChars(0x1FFFE)),
            new String(Character.toChars(0xE0001)),
            new String(Character.toChars(0xF0000)),
            new String(Character.toChars(0x10FFFF)),
            "\u001b[31m",
            "\u007f",
            "\u0000",
            "\u0007",
            "\u0008",
            "\u000b",
            "\u000c",
            "\u001f");

    private HostileStrings() {}

    public static Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        for (List<String> list : List.of(WORDS, NUMBERS, DATES, SYNTAX, LINES, UNICODE)) {
            all.addAll(list);
        }
        all.addAll(everyCharacter());
        all.addAll(longOnes());
        return all;
    }

    /** Every character of the first two blocks alone, first, in the middle, last, and between lines. */
    private static List<String> everyCharacter() {
        List<String> strings = new ArrayList<>();
        for (char c = 0; c <= 0xFF; c++) {
            strings.addAll(List.of(
                    "" + c, c + "a", "a" + c + "b", "a" + c, c + " ", "a " + c, "a" + c + " b", "a\n" + c + "b"));
        }
        return strings;
    }

    /** Around the length beyond which a key is not recognized without a mark. */
    private static List<String> longOnes() {
        return List.of(
                "a".repeat(999),
                "a".repeat(1000),
                "a".repeat(1001),
                "a".repeat(1023),
                "a".repeat(1024),
                "a".repeat(1025),
                "a b ".repeat(400) + "c",
                "\u0001".repeat(170),
                "é".repeat(2000),
                "\"".repeat(600),
                "a\n".repeat(2000),
                "😀".repeat(700),
                "x".repeat(100_000));
    }

    /** Strings of characters that mean something somewhere, the same for the same seed. */
    static String random(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(character(random));
        }
        return text.toString();
    }

    private static int character(Random random) {
        int[] special = "abyn01.:-+_ \n\t#'\"\\/,[]{}&*!|>%@`?~=<é😀\u0085\u2028\ufeff\u202e"
                .codePoints()
                .toArray();
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(0x100);
            case 1 -> random.nextInt(0xD800);
            case 2 -> 0xE000 + random.nextInt(0x110000 - 0xE000);
            default -> special[random.nextInt(special.length)];
        };
    }

    /** A string as a failure message can show it. */
    public static String shown(String text) {
        return Arrays.toString(
                text.codePoints().limit(40).mapToObj(Integer::toHexString).toArray());
    }
}
