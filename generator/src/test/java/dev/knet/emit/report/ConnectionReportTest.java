package dev.knet.emit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.report.ConnectionReport.Format;
import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConnectionReportTest {
    private static final PortSet HTTP = PortSet.of(Protocol.TCP, 80);

    @ParameterizedTest
    @EnumSource
    void lists(Format format) {
        Kept.check(
                "list." + extension(format),
                ConnectionReport.list(Shop.reachability().connections(), format));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOT")
    void fillsMatrices(Format format) {
        Kept.check(
                "matrix." + extension(format),
                ConnectionReport.matrix(
                        Shop.reachability().connections(), List.of(Shop.WEB, Shop.DB, Shop.MONITOR), format));
    }

    private static String extension(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void aLineIsAConnectionAndLinesAreSorted() {
        List<Connection> connections = new ArrayList<>(Shop.reachability().connections());
        List<String> lines =
                connections.stream().map(Connection::toString).sorted().toList();
        Collections.shuffle(connections, new Random(7));

        assertThat(ConnectionReport.list(connections, Format.TXT)).isEqualTo(String.join("\n", lines) + "\n");
    }

    /** By text, not by end: `a-b` is before `a` with its kind. */
    @Test
    void sortsByTheWholeLine() {
        List<Connection> connections = Stream.of("a", "a-b", "a.b", "A")
                .map(name -> new Connection(new End.Workload("", name, "Pod"), Shop.DB, HTTP))
                .toList();

        assertThat(ConnectionReport.list(connections, Format.TXT).lines()).isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfWhatComesInDoesNotShow(Format format) {
        List<Connection> connections = new ArrayList<>(Shop.reachability().connections());
        String list = ConnectionReport.list(connections, format);
        String matrix = ConnectionReport.matrix(connections, List.of(), format);
        Collections.shuffle(connections, new Random(3));

        assertThat(ConnectionReport.list(connections, format)).isEqualTo(list);
        assertThat(ConnectionReport.matrix(connections, List.of(), format)).isEqualTo(matrix);
    }

    @Test
    void nothingIsNoLine() {
        assertThat(ConnectionReport.list(List.of(), Format.TXT)).isEmpty();
        assertThat(ConnectionReport.list(List.of(), Format.JSON)).isEqualTo("[]\n");
        assertThat(ConnectionReport.list(List.of(), Format.CSV)).isEqualTo("src,dst,conn\n");
        assertThat(ConnectionReport.list(List.of(), Format.MD)).isEqualTo("| src | dst | conn |\n|---|---|---|\n");
        assertThat(ConnectionReport.list(List.of(), Format.DOT)).isEqualTo("digraph {\n}\n");
        assertThat(ConnectionReport.matrix(List.of(), List.of(), Format.TXT)).isEmpty();
        assertThat(ConnectionReport.matrix(List.of(), List.of(), Format.JSON)).isEqualTo("{}\n");
    }

    // Names that were made to break a format.

    private static final List<String> NAMES = List.of(
            "a b",
            "a => b : TCP 80",
            "a\"b",
            "a,b",
            "a|b",
            "a`b`",
            "<b>a</b>",
            "a\\",
            "a\\N",
            "a\nb",
            "a\r\nb",
            "\u001b[2Ja",
            "a\u202eb",
            "=1+1",
            "@dev",
            "#12",
            "a]b",
            "a[Pod]",
            "*a*",
            "_a_",
            "[a](http://b)",
            "a&lt;",
            "www.b.c",
            "https://b.c",
            "a\u0000",
            "\ud800",
            "\ud83d\ude00",
            "\u2028",
            "'a'",
            "${a}",
            "$a$",
            "");

    private static Connection hostile(String name) {
        return new Connection(
                new End.Workload(name, name, name), new End.Stranger(name, Map.of(), Map.of("app", name)), HTTP);
    }

    @ParameterizedTest
    @EnumSource
    void eachHostileNameIsOneLineOrAsManyAsAnyOther(Format format) {
        long usual = lines(format, "a");
        assertThat(NAMES).allSatisfy(name -> {
            if (!name.isEmpty()) {
                assertThat(lines(format, name)).isEqualTo(usual);
            }
            String text = ConnectionReport.list(List.of(hostile(name)), format)
                    + ConnectionReport.matrix(List.of(hostile(name)), List.of(), format);
            assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t'))
                    .noneMatch(c -> Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || Character.getType(c) == Character.SURROGATE);
        });
    }

    private static long lines(Format format, String name) {
        return ConnectionReport.list(List.of(hostile(name)), format).lines().count();
    }

    @Test
    void linesCanAlwaysBeTakenApart() {
        assertThat(NAMES).allSatisfy(name -> {
            String line = ConnectionReport.list(List.of(hostile(name)), Format.TXT);
            assertThat(line.split(" => ", -1)).hasSize(2);
            assertThat(line.split(" : ", -1)).hasSize(2).contains("TCP 80\n");
        });
    }

    @Test
    void rowsOfCsvHaveThreeFields() {
        assertThat(NAMES).allSatisfy(name -> {
            String row = ConnectionReport.list(List.of(hostile(name)), Format.CSV)
                    .lines()
                    .toList()
                    .get(1);
            String unquoted = row.replaceAll("\"(?:[^\"]|\"\")*\"", "q");
            assertThat(unquoted.split(",", -1)).hasSize(3);
            assertThat(row).doesNotMatch("^\"?[=@+-].*");
        });
    }

    @Test
    void rowsOfMarkdownHaveThreeCellsWithoutMarkup() {
        assertThat(NAMES).allSatisfy(name -> {
            String row = ConnectionReport.list(List.of(hostile(name)), Format.MD)
                    .lines()
                    .toList()
                    .get(2);
            String plain = row.replaceAll("\\\\[\\\\`*_|~$!\\]]", "").replaceAll("&#\\d+;", "");
            assertThat(plain.split("\\|", -1)).hasSize(5);
            assertThat(plain).doesNotContain("<", "`", "](", "@", "#", "://", "www.", "*", "_", "\\");
        });
    }

    @Test
    void stringsOfJsonSayWhatTheNameIs() {
        String name = "a\"\\\n\u001b\u202e\ud83d\ude00\ud800";

        assertThat(ConnectionReport.list(List.of(hostile(name)), Format.JSON))
                .contains("\"a\\\"\\\\\\u000a\\u001b\\u202e\ud83d\ude00\\ud800/a");
    }

    @Test
    void sixtyThousandConnectionsTakeNoTime() {
        List<Connection> connections = new ArrayList<>();
        for (int from = 0; from < 245; from++) {
            for (int to = 0; to < 245; to++) {
                connections.add(new Connection(workload(from), workload(to), PortSet.of(Protocol.TCP, 1 + to)));
            }
        }
        connections.add(new Connection(new End.External(AddressRange.ALL_V6), Shop.WEB, PortSet.ALL));
        Collections.shuffle(connections, new Random(1));
        for (int i = 0; i < 5; i++) {
            ConnectionReport.list(connections, Format.TXT);
        }
        long start = System.nanoTime();
        String text = ConnectionReport.list(connections, Format.TXT);
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(text.lines()).hasSize(connections.size());
        assertThat(millis).isLessThan(1_000);
    }

    private static End workload(int number) {
        return new End.Workload("namespace-" + number % 12, "workload-" + number, "Deployment");
    }
}
