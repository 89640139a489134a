package dev.knet.emit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.report.JUnitReport.Case;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class JUnitReportTest {

    @Test
    void writesSuites() {
        String xml = JUnitReport.of(List.of(
                new Case("shop", "first", "shop.knet", Optional.empty()),
                new Case("shop (prod)", "first", "shop.knet", Optional.empty()),
                new Case("shop", "second", "shop.knet", Optional.of("why\n  more"))));
        assertThat(xml)
                .contains("<testsuites tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"1\">")
                .contains("<testsuite name=\"shop\" time=\"0\" tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"1\">")
                .contains("<testcase name=\"first\" classname=\"shop.knet\" time=\"0\"/>")
                .contains("<failure message=\"why\" type=\"expectation\">why\n  more</failure>")
                .containsOnlyOnce("<testsuite name=\"shop (prod)\"");
    }

    @Test
    void nothingIsWellFormedToo() throws Exception {
        assertThat(read(JUnitReport.of(List.of())).getAttribute("tests")).isEqualTo("0");
    }

    @Test
    void whatXmlCannotHoldIsVisible() throws Exception {
        String hostile = "a<b>&\"'\u0000\u001b\t\ud800\uffff\u202e]]>\ud83d\ude00";
        String shown = "a<b>&\"'\\u{0}\\u{1b}\\u{9}\\u{d800}\\u{ffff}\\u{202e}]]>\ud83d\ude00";
        Element root = read(JUnitReport.of(
                List.of(new Case(hostile, hostile, hostile, Optional.of(hostile + "\n  " + hostile + "\r\nend")))));

        Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
        Element test = (Element) root.getElementsByTagName("testcase").item(0);
        Element failure = (Element) root.getElementsByTagName("failure").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo(shown);
        assertThat(test.getAttribute("name")).isEqualTo(shown);
        assertThat(test.getAttribute("classname")).isEqualTo(shown);
        assertThat(failure.getAttribute("message")).isEqualTo(shown);
        assertThat(failure.getTextContent()).isEqualTo(shown + "\n  " + shown + "\nend");
    }

    private static Element read(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
