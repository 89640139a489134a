package dev.knet.docs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the Maven plugin can be told, read out of its source: this module is built before it.
 *
 * @param goals their names
 * @param properties the user property of each parameter, by the parameter's name
 */
record PluginSource(Set<String> goals, Map<String, String> properties) {
    private static final String FOLDER = "maven-plugin/src/main/java/dev/knet/maven";
    private static final Pattern GOAL = Pattern.compile("@Mojo\\(\\s*name = \"([^\"]+)\"");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([^\"]+)\";");
    private static final Pattern PARAMETER =
            Pattern.compile("@Parameter\\(\\s*property = ([^,)]+)[^;]*?\\)\\s*private (?:@Nullable )?[\\w<>]+ (\\w+);");
    /** Of parameters whose properties are as many as the user likes. */
    private static final Pattern PREFIX =
            Pattern.compile("@Parameter\\s+private @Nullable Map<String, String> (\\w+);");

    static PluginSource read() {
        Set<String> goals = new TreeSet<>();
        Map<String, String> properties = new TreeMap<>();
        for (Path mojo : Page.files(FOLDER, "Mojo.java")) {
            String source = Page.read(Page.ROOT.resolve(mojo));
            GOAL.matcher(source).results().forEach(goal -> goals.add(goal.group(1)));
            PARAMETER
                    .matcher(source)
                    .results()
                    .forEach(found ->
                            properties.put(found.group(2), value(found.group(1).strip(), source)));
            PREFIX.matcher(source)
                    .results()
                    .forEach(found -> properties.put(found.group(1), value("PREFIX", source) + "NAME"));
        }
        return new PluginSource(goals, properties);
    }

    /** Of a string, or of a constant that is one. */
    private static String value(String expression, String source) {
        return expression.startsWith("\"")
                ? expression.substring(1, expression.length() - 1)
                : CONSTANT.matcher(source)
                        .results()
                        .filter(constant -> constant.group(1).equals(expression))
                        .map((MatchResult constant) -> constant.group(2))
                        .findFirst()
                        .orElseThrow();
    }
}
