package dev.knet.emit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.report.ChangesReport.Part;
import dev.knet.reach.Change;
import dev.knet.reach.End;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChangesReportTest {
    private static final PortSet HTTP = PortSet.of(Protocol.TCP, 80);
    private static final PortSet SQL = PortSet.of(Protocol.TCP, 5432);
    private static final End OUTSIDE = new End.External(AddressRange.ALL_V4);
    private static final List<Change> ROWS = List.of(
            new Change(Shop.WEB, Shop.DB, SQL, PortSet.NONE),
            new Change(Shop.MONITOR, Shop.WEB, HTTP, HTTP.or(SQL)),
            new Change(Shop.WEB, Shop.MONITOR, HTTP, SQL),
            new Change(Shop.DB, Shop.MONITOR, PortSet.ALL, SQL),
            new Change(OUTSIDE, Shop.WEB, PortSet.NONE, PortSet.ALL));

    @Test
    void writesEachFormat() {
        ChangesReport report = ChangesReport.of(ROWS);
        Kept.check("changes.txt", report.text());
        Kept.check("changes.json", report.json());
        Kept.check("changes.csv", report.csv());
        Kept.check("changes.md", report.markdown());
    }

    @Test
    void tellsEnvironmentsApart() {
        ChangesReport report = ChangesReport.ofParts(List.of(
                Part.of(List.of(new Change(Shop.WEB, Shop.DB, SQL, PortSet.NONE))),
                new Part(
                        Optional.of("prod"),
                        "not there before: compared with the files as they were",
                        List.of(new Change(OUTSIDE, Shop.WEB, PortSet.NONE, HTTP))),
                new Part(Optional.of("test"), "", List.of())));
        Kept.check("changes-environments.txt", report.text());
        Kept.check("changes-environments.json", report.json());
        Kept.check("changes-environments.csv", report.csv());
        Kept.check("changes-environments.md", report.markdown());
    }

    @Test
    void saysInWhichEnvironmentsNothingChanges() {
        List<Part> parts = List.of(
                Part.of(List.of()),
                new Part(Optional.of("prod"), "", List.of()),
                new Part(Optional.of("test"), "", List.of()));
        assertThat(ChangesReport.ofParts(parts).text())
                .isEqualTo("no change in who can talk to whom, neither outside of environments nor in prod, test\n");
        assertThat(ChangesReport.ofParts(parts.subList(1, 2)).markdown())
                .endsWith("no change in who can talk to whom in environment prod\n");
        assertThat(ChangesReport.ofParts(parts).csv())
                .isEqualTo("diff-type,source,destination,dir1,dir2,environment\n");
    }

    @Test
    void theOrderOfWhatComesInDoesNotShow() {
        List<Change> rows = new ArrayList<>(ROWS);
        Collections.reverse(rows);
        assertThat(ChangesReport.of(rows).markdown())
                .isEqualTo(ChangesReport.of(ROWS).markdown());
        assertThat(ChangesReport.of(rows).text())
                .isEqualTo(ChangesReport.of(ROWS).text());
    }

    @Test
    void saysThatNothingChanges() {
        ChangesReport none = ChangesReport.of(List.of());
        assertThat(none.text()).isEqualTo("no change in who can talk to whom\n");
        assertThat(none.markdown()).contains("no change in who can talk to whom");
        assertThat(none.json()).isEqualTo("[]\n");
        assertThat(none.csv()).isEqualTo("diff-type,source,destination,dir1,dir2\n");
    }

    private static List<Change> removed(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> new Change(new End.Workload("shop", "web-" + i, "Deployment"), Shop.DB, SQL, PortSet.NONE))
                .toList();
    }

    @Test
    void foldsALongTableButNotItsStart() {
        assertThat(ChangesReport.of(removed(30)).markdown()).doesNotContain("<details>");

        List<Change> rows = new ArrayList<>(removed(40));
        rows.add(new Change(Shop.WEB, Shop.DB, HTTP, PortSet.ALL));
        String folded = ChangesReport.of(rows).markdown();
        assertThat(folded)
                .startsWith("### Who can talk to whom: 1 connection wider, 40 connections only narrower\n")
                .contains("\n<details>\n<summary>11 more, nothing wider</summary>\n\n| change")
                .endsWith("\n</details>\n");
        assertThat(folded.lines().filter(line -> line.startsWith("| ")).toList().get(1))
                .contains("WIDER");
        assertThat(folded.lines().filter(line -> line.contains("web"))).hasSize(41);
    }

    @Test
    void fitsIntoAComment() {
        String markdown = ChangesReport.of(removed(5_000)).markdown();
        assertThat(markdown.length()).isLessThan(65_536);
        assertThat(markdown).containsPattern("and \\d+ more, for which a comment has no place");
    }

    @Test
    void namesCannotFoldOrMention() {
        End hostile = new End.Workload("</details>", "@dev|`x`\n# y", "Pod => a");
        String markdown = ChangesReport.of(List.of(new Change(hostile, Shop.DB, PortSet.NONE, SQL)))
                .markdown();
        assertThat(markdown)
                .contains("&#60;/details&#62;/&#64;dev\\|\\`x\\`\\\\n&#35; y[Pod =&#62; a]")
                .doesNotContain("</details>");
        assertThat(ChangesReport.of(List.of(new Change(hostile, Shop.DB, PortSet.NONE, SQL)))
                        .text()
                        .lines())
                .hasSize(2);
    }
}
