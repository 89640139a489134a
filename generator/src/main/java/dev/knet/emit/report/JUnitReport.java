package dev.knet.emit.report;

import dev.knet.diagnostic.Printable;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Expectations as build servers take tests: the XML that Surefire writes, without anything that changes by itself. */
public final class JUnitReport {
    private final XMLStreamWriter xml;

    private JUnitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * One expectation.
     *
     * @param suite its topology, and its environment if there are some
     * @param name its sentence
     * @param place its file
     * @param failure why it does not hold, the message on the first line; empty if it does
     */
    public record Case(String suite, String name, String place, Optional<String> failure) {}

    /** A suite for each topology, in the order in which they come. */
    public static String of(Collection<Case> cases) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitReport(xml).write(cases);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text in memory cannot fail to be written", e);
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out + "\n";
    }

    private void write(Collection<Case> cases) throws XMLStreamException {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        cases.forEach(it ->
                suites.computeIfAbsent(it.suite, none -> new ArrayList<>()).add(it));
        xml.writeStartElement("testsuites");
        count(cases);
        for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
            write(suite.getKey(), suite.getValue());
        }
        end("\n");
    }

    private void write(String name, List<Case> cases) throws XMLStreamException {
        start("\n  ", "testsuite");
        attribute("name", name);
        attribute("time", "0");
        count(cases);
        for (Case it : cases) {
            write(it);
        }
        end("\n  ");
    }

    private void count(Collection<Case> cases) throws XMLStreamException {
        long failures = cases.stream().filter(it -> it.failure.isPresent()).count();
        attribute("tests", Integer.toString(cases.size()));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("failures", Long.toString(failures));
    }

    private void write(Case it) throws XMLStreamException {
        if (it.failure.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeEmptyElement("testcase");
            describe(it);
        } else {
            start("\n    ", "testcase");
            describe(it);
            fail(it.failure.get());
            end("\n    ");
        }
    }

    private void describe(Case it) throws XMLStreamException {
        attribute("name", it.name);
        attribute("classname", it.place);
        attribute("time", "0");
    }

    private void fail(String failure) throws XMLStreamException {
        List<String> lines =
                failure.lines().map(Printable::of).map(String::stripTrailing).toList();
        start("\n      ", "failure");
        attribute("message", lines.isEmpty() ? "" : lines.get(0));
        attribute("type", "expectation");
        xml.writeCharacters(String.join("\n", lines));
        end("");
    }

    private void start(String indent, String element) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeStartElement(element);
    }

    private void end(String indent) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.of(value));
    }
}
