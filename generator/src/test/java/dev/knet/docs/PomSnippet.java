package dev.knet.docs;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A POM or a part of one, compared with this build: its versions, and the goals and parameters of the plugin. */
final class PomSnippet {
    private final Element root;
    private final List<String> problems = new ArrayList<>();

    private PomSnippet(Element root) {
        this.root = root;
    }

    static List<String> problems(String xml) {
        try {
            PomSnippet snippet = new PomSnippet(parse(xml));
            snippet.checkVersions(parse(Page.read(Page.ROOT.resolve("pom.xml"))));
            snippet.checkPlugins(PluginSource.read());
            return snippet.problems;
        } catch (SAXException e) {
            return List.of("not well-formed: " + e.getMessage());
        }
    }

    private static Element parse(String xml) throws SAXException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkVersions(Element pom) {
        Map<String, String> versions = Map.of(
                "dev.knet", child(pom, "version"),
                "io.fabric8", text(pom, "fabric8.version").get(0));
        for (String element : List.of("dependency", "plugin")) {
            for (Element artifact : elements(root, element)) {
                String expected = versions.get(child(artifact, "groupId"));
                String version = child(artifact, "version");
                if (expected != null && !version.isEmpty() && !version.equals(expected)) {
                    problems.add(child(artifact, "artifactId") + " " + version + " is not " + expected);
                }
            }
        }
    }

    private void checkPlugins(PluginSource plugin) {
        List<Element> plugins = new ArrayList<>(elements(root, "plugin"));
        if (root.getTagName().equals("plugin")) {
            plugins.add(root);
        }
        for (Element element : plugins) {
            if (child(element, "artifactId").equals("knet-maven-plugin")) {
                checkPlugin(element, plugin);
            }
        }
    }

    private void checkPlugin(Element element, PluginSource plugin) {
        for (String goal : text(element, "goal")) {
            if (!plugin.goals().contains(goal)) {
                problems.add("there is no goal " + goal);
            }
        }
        for (Element configuration : elements(element, "configuration")) {
            for (Element parameter : elements(configuration, "*")) {
                if (parameter.getParentNode() != configuration) {
                    continue;
                }
                if (!plugin.properties().containsKey(parameter.getTagName())) {
                    problems.add("there is no parameter " + parameter.getTagName());
                }
            }
        }
    }

    private static List<String> text(Element element, String name) {
        return elements(element, name).stream()
                .map(found -> found.getTextContent().strip())
                .toList();
    }

    /** The text of a direct child, or nothing. */
    private static String child(Element element, String name) {
        return elements(element, name).stream()
                .filter(found -> found.getParentNode() == element)
                .map(found -> found.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static List<Element> elements(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
