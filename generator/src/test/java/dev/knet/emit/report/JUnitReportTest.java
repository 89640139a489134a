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
        Kept.check(
                "junit.xml",
                JUnitReport.of(List.of(
                        new Case("shop", "expect web reaches db", "shop.knet:21", Optional.empty()),
                        new Case("shop, prod", "expect web reaches db", "shop.knet:21", Optional.empty()),
                        new Case(
                                "shop",
                                "expect internet cannot reach db on any port",
                                "shop.knet:22",
                                Optional.of("203.0.113.0-203.0.113.255[External] can connect to it on TCP 80\n"
                                        + "  policy shop/allow-db (shop.yaml:48) selects it")))));
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
