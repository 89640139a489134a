package dev.knet.emit.report;

import dev.knet.reach.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What changes in who can talk to whom. */
public final class ChangesReport {
    private static final List<String> FIELDS = List.of("diff-type", "source", "destination", "dir1", "dir2");
    private static final String NOTHING = "no change in who can talk to whom";

    /** A longer table is folded, but for its first rows. */
    private static final int OPEN_ROWS = 30;

    /** GitHub takes comments of 65,536 characters; some of them are others' words around ours. */
    private static final int LONGEST = 60_000;

    private final List<Row> rows;

    private ChangesReport(List<Row> rows) {
        this.rows = rows;
    }

    /** A change and its line. */
    private record Row(Change change, String line) {
        static Row of(Change change) {
            return new Row(
                    change,
                    "diff-type: " + kind(change) + ", source: "
                            + Words.ofName(change.from().text()) + ", destination: "
                            + Words.ofName(change.to().text()) + ", dir1: " + change.before() + ", dir2: "
                            + change.after());
        }

        static String kind(Change change) {
            return change.kind().name().toLowerCase(Locale.ROOT);
        }

        /** The fields of a line. */
        List<String> fields() {
            return List.of(
                    kind(change),
                    change.from().text(),
                    change.to().text(),
                    change.before().toString(),
                    change.after().toString());
        }
    }

    public static ChangesReport of(Collection<Change> changes) {
        return new ChangesReport(changes.stream()
                .map(Row::of)
                .sorted(Comparator.comparing(Row::line))
                .toList());
    }

    /** A line each, of the form that np-guard's netpol-analyzer prints. */
    public String text() {
        if (rows.isEmpty()) {
            return NOTHING + "\n";
        }
        StringBuilder out = new StringBuilder("Connectivity diff:\n");
        rows.forEach(row -> out.append(row.line()).append('\n'));
        return out.toString();
    }

    public String json() {
        JsonText json = new JsonText();
        json.array(() -> rows.forEach(row -> json.object(() -> {
            for (int i = 0; i < FIELDS.size(); i++) {
                json.put(FIELDS.get(i), row.fields().get(i));
            }
            json.put("opened", row.change.added().toString());
            json.put("closed", row.change.removed().toString());
            json.put("widens", row.change.widens());
        })));
        return json.text();
    }

    public String csv() {
        StringBuilder out = new StringBuilder(Csv.row(FIELDS));
        rows.forEach(row -> out.append(Csv.row(row.fields())));
        return out.toString();
    }

    /** For the comment on a pull request: what widens comes first. */
    public String markdown() {
        if (rows.isEmpty()) {
            return "### Who can talk to whom\n\n" + NOTHING + "\n";
        }
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Row row) -> !row.change.widens()));
        StringBuilder out = new StringBuilder(heading());
        int open = Math.min(OPEN_ROWS, sorted.size());
        out.append(head());
        sorted.subList(0, open).forEach(row -> out.append(row(row)));
        if (open < sorted.size()) {
            fold(out, sorted.subList(open, sorted.size()));
        }
        return out.toString();
    }

    private String heading() {
        long wider = rows.stream().filter(row -> row.change.widens()).count();
        return "### Who can talk to whom: " + counted(wider, "wider") + ", "
                + counted(rows.size() - wider, "only narrower") + "\n\n";
    }

    private static String counted(long number, String word) {
        return number == 0 ? "nothing " + word : number == 1 ? "1 connection " + word : number + " connections " + word;
    }

    private static String head() {
        return Markdown.head(List.of("change", "source", "destination", "before", "after"));
    }

    private static String row(Row row) {
        Change change = row.change;
        String word = !change.widens() ? "narrower" : change.narrows() ? "WIDER, and narrower" : "WIDER";
        List<String> cells = new ArrayList<>(row.fields());
        cells.set(0, word + " (" + Row.kind(change) + ")");
        return Markdown.row(cells);
    }

    private static void fold(StringBuilder out, List<Row> rows) {
        long wider = rows.stream().filter(row -> row.change.widens()).count();
        out.append("\n<details>\n<summary>")
                .append(rows.size())
                .append(" more, ")
                .append(counted(wider, "wider"))
                .append("</summary>\n\n");
        out.append(head());
        int shown = 0;
        while (shown < rows.size() && out.length() < LONGEST) {
            out.append(row(rows.get(shown)));
            shown++;
        }
        if (shown < rows.size()) {
            out.append("\nand ").append(rows.size() - shown).append(" more, for which a comment has no place\n");
        }
        out.append("\n</details>\n");
    }
}
