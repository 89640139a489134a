package dev.knet.testing;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.diagnostic.LineRenderer;
import dev.knet.emit.Artifact;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of src/test/cases/wrong: mistakes of one topic, each under a heading of its own, as the files that it is made
 * in and what is said about them. Behind {@code knet} stand the file's name ({@code name=…}, else {@code shop.knet}) and
 * what the build says ({@code environment=…}, {@code parameter.x=…}).
 */
public record WrongPage(Path file, String text) {
    private static final Pattern ENTRY = Pattern.compile("(?m)^## (.+)\\n([\\s\\S]*?)(?=^## |\\z)");
    private static final Pattern SOURCE = Pattern.compile("(?m)^```knet *(.*)\\n([\\s\\S]*?)^```$");
    private static final Pattern SAID = Pattern.compile("(?m)^```text\\n([\\s\\S]*?)^```$");
    private static final String PARAMETER = "parameter.";

    public static WrongPage of(Path file) {
        return new WrongPage(file, Goldens.read(file));
    }

    /** A mistake: its heading, and its files with what is expected behind them. */
    public record Entry(String title, String body) {

        /** What is said about it, one problem after the other. */
        public String said() {
            StringBuilder said = new StringBuilder();
            result().diagnostics().forEach(diagnostic -> {
                said.append(LineRenderer.render(diagnostic)).append('\n');
                if (diagnostic.help() != null) {
                    said.append("  = help: ").append(diagnostic.help()).append('\n');
                }
            });
            return said.toString();
        }

        public String expected() {
            Matcher expected = SAID.matcher(body);
            return expected.find() ? expected.group(1) : "";
        }

        public CompileResult result() {
            List<CompileRequest.Source> files = new ArrayList<>();
            List<String> environments = new ArrayList<>();
            Map<String, String> parameters = new TreeMap<>();
            for (MatchResult source : SOURCE.matcher(body).results().toList()) {
                String name = "shop.knet";
                for (String word : source.group(1).split(" ")) {
                    String value = word.substring(word.indexOf('=') + 1);
                    if (word.startsWith("name=")) {
                        name = value;
                    } else if (word.startsWith("environment=")) {
                        environments.add(value);
                    } else if (word.startsWith(PARAMETER)) {
                        parameters.put(word.substring(PARAMETER.length(), word.indexOf('=')), value);
                    }
                }
                byte[] bytes = source.group(2).getBytes(StandardCharsets.UTF_8);
                files.add(new CompileRequest.Source(name, name, bytes));
            }
            return Compiler.compile(new CompileRequest(
                    files,
                    "knet",
                    new CompileRequest.Settings(parameters, environments, Resolving.TODAY),
                    EnumSet.allOf(Artifact.Kind.class)));
        }

        private String written() {
            String block = "```text\n" + said() + "```";
            Matcher expected = SAID.matcher(body);
            return expected.find()
                    ? body.substring(0, expected.start()) + block + body.substring(expected.end())
                    : body.stripTrailing() + "\n\n" + block + "\n\n";
        }
    }

    public List<Entry> entries() {
        return ENTRY.matcher(text)
                .results()
                .map(entry -> new Entry(entry.group(1), entry.group(2)))
                .toList();
    }

    /** The page as it is with what is said now. */
    public String written() {
        StringBuilder page = new StringBuilder(text.substring(0, text.indexOf("\n## ") + 1));
        entries()
                .forEach(entry ->
                        page.append("## ").append(entry.title()).append('\n').append(entry.written()));
        return page.toString().stripTrailing() + "\n";
    }
}
