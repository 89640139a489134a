package dev.knet.emit.report;

import dev.knet.diagnostic.Printable;
import dev.knet.reach.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What changes in who can talk to whom. */
public final class ChangesReport {
    private static final List<String> FIELDS = List.of("diff-type", "source", "destination", "dir1", "dir2");
    private static final String ENVIRONMENT = "environment";
    private static final String NOTHING = "no change in who can talk to whom";

    /** A longer table is folded, but for its first rows. */
    private static final int OPEN_ROWS = 30;

    /** GitHub takes comments of 65,536 characters; some of them are others' words around ours. */
    private static final int LONGEST = 60_000;

    private final List<Section> sections;
    private final List<String> environments;
    private final boolean isOfOne;

    private ChangesReport(List<Section> sections, List<String> environments, boolean isOfOne) {
        this.sections = sections;
        this.isOfOne = isOfOne;
        this.environments = environments;
    }

    /**
     * What changes in an environment, or in the files as they are.
     *
     * @param note what is to be said of the comparison; empty for nothing
     */
    public record Part(Optional<String> environment, String note, List<Change> changes) {
        public Part {
            changes = List.copyOf(changes);
        }

        /** Of the files as they are. */
        public static Part of(Collection<Change> changes) {
            return new Part(Optional.empty(), "", List.copyOf(changes));
        }

        /** {@code environment prod (not there before)}; empty for the files as they are. */
        String title() {
            return environment
                    .map(name -> "environment " + name + (note.isEmpty() ? "" : " (" + note + ")"))
                    .orElse("");
        }
    }

    /** A part, and its changes in the order of their lines. */
    private record Section(Part part, List<Row> rows) {
        static Section of(Part part) {
            return new Section(
                    part,
                    part.changes.stream()
                            .map(Row::of)
                            .sorted(Comparator.comparing(Row::line))
                            .toList());
        }
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
        return ofParts(List.of(Part.of(changes)));
    }

    /** Of several environments, those without changes do not show. */
    public static ChangesReport ofParts(List<Part> parts) {
        return new ChangesReport(
                parts.stream()
                        .filter(part -> !part.changes.isEmpty())
                        .map(Section::of)
                        .toList(),
                parts.stream().flatMap(part -> part.environment.stream()).toList(),
                parts.size() == 1);
    }

    private String scope() {
        return isOfOne ? " in environment " : ", neither outside of environments nor in ";
    }

    private String nothing() {
        return NOTHING + (environments.isEmpty() ? "" : scope() + String.join(", ", environments)) + "\n";
    }

    /** A line each, of the form that np-guard's netpol-analyzer prints. */
    public String text() {
        if (sections.isEmpty()) {
            return nothing();
        }
        StringBuilder out = new StringBuilder();
        for (Section section : sections) {
            String title = section.part.title();
            out.append(out.isEmpty() ? "" : "\n")
                    .append("Connectivity diff")
                    .append(title.isEmpty() ? "" : " in " + Printable.of(title))
                    .append(":\n");
            section.rows.forEach(row -> out.append(row.line()).append('\n'));
        }
        return out.toString();
    }

    public String json() {
        JsonText json = new JsonText();
        json.array(() -> sections.forEach(section -> section.rows.forEach(row -> json.object(() -> {
            List<String> fields = fields();
            List<String> values = values(section, row);
            for (int i = 0; i < fields.size(); i++) {
                json.put(fields.get(i), values.get(i));
            }
            json.put("opened", row.change.added().toString());
            json.put("closed", row.change.removed().toString());
            json.put("widens", row.change.widens());
        }))));
        return json.text();
    }

    public String csv() {
        StringBuilder out = new StringBuilder(Csv.row(fields()));
        sections.forEach(section -> section.rows.forEach(row -> out.append(Csv.row(values(section, row)))));
        return out.toString();
    }

    /** Who has no environments need not know of them. */
    private List<String> fields() {
        List<String> fields = new ArrayList<>(FIELDS);
        if (!environments.isEmpty()) {
            fields.add(ENVIRONMENT);
        }
        return fields;
    }

    private List<String> values(Section section, Row row) {
        List<String> values = new ArrayList<>(row.fields());
        if (!environments.isEmpty()) {
            values.add(section.part.environment.orElse(""));
        }
        return values;
    }

    /** For the comment on a pull request: what widens comes first. */
    public String markdown() {
        if (sections.isEmpty()) {
            return "### Who can talk to whom\n\n" + Markdown.text(nothing().strip()) + "\n";
        }
        StringBuilder out = new StringBuilder(heading());
        for (Section section : sections) {
            String title = section.part.title();
            if (!title.isEmpty()) {
                out.append(out.toString().endsWith("\n\n") ? "" : "\n")
                        .append("#### In ")
                        .append(Markdown.text(title))
                        .append("\n\n");
            }
            table(out, section.rows);
        }
        return out.toString();
    }

    private static void table(StringBuilder out, List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Row row) -> !row.change.widens()));
        int open = out.length() < LONGEST ? Math.min(OPEN_ROWS, sorted.size()) : 0;
        if (open > 0) {
            out.append(head());
            sorted.subList(0, open).forEach(row -> out.append(row(row)));
        }
        if (open < sorted.size()) {
            fold(out, sorted.subList(open, sorted.size()));
        }
    }

    private String heading() {
        List<Row> rows = sections.stream().flatMap(it -> it.rows.stream()).toList();
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
