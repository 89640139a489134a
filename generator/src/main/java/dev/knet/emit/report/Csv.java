package dev.knet.emit.report;

import dev.knet.diagnostic.Printable;
import java.util.List;

/** Rows of CSV as RFC 4180 has it, but for their ends, which are those of a text file. */
final class Csv {
    /** What a spreadsheet would take for the start of a formula. */
    private static final String FORMULAS = "=+-@";

    private Csv() {}

    static String row(List<String> fields) {
        StringBuilder out = new StringBuilder();
        for (String field : fields) {
            out.append(out.length() > 0 ? "," : "").append(field(field));
        }
        return out.append('\n').toString();
    }

    private static String field(String text) {
        String field = Printable.of(text);
        if (!field.isEmpty() && FORMULAS.indexOf(field.charAt(0)) >= 0) {
            field = "\\u{" + Integer.toHexString(field.charAt(0)) + "}" + field.substring(1);
        }
        boolean needsQuotes = field.indexOf(',') >= 0 || field.indexOf('"') >= 0;
        return needsQuotes ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
