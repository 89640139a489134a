package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.LineRenderer;
import dev.knet.emit.Artifact;
import dev.knet.emit.java.Compiled;
import dev.knet.emit.java.HostileText;
import dev.knet.emit.yaml.HostileStrings;
import dev.knet.emit.yaml.YamlReaders;
import dev.knet.testing.Literal;
import dev.knet.testing.Resolving;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a file where text can stand: it is refused, or it comes out of the YAML and of the Java as it is,
 * where a harmless text in its place does, and nothing else is there.
 */
final class HostileFilesTest {
    private static final String HARMLESS = "harmless7";
    /** One in so many is compiled; javac takes its time. */
    private static final int JAVA_SHARE = 17;
    /** One in so many of the strings that the YAML writer is tried with by itself. */
    private static final int SHARE = 60;

    /** Each `@` is a text in quotes. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("image", "deployment web { image @ }"),
            Map.entry("exec", "deployment web { image \"web:1\"; ready exec @, @ }"),
            Map.entry("path", "deployment web { image \"web:1\"; port http tcp/80; ready http @ on http }"),
            Map.entry("grpc", "deployment web { image \"web:1\"; port http tcp/80; ready grpc @ on http }"),
            Map.entry("label", "deployment web { image \"web:1\"; labels tier=@ }"),
            Map.entry("label key", "deployment web { image \"web:1\"; labels @=a }"),
            Map.entry("annotation key", "deployment web { image \"web:1\"; annotations @=a }"),
            Map.entry("env key", "deployment web { image \"web:1\"; env @ = \"a\" }"),
            Map.entry("secret", "deployment web { image \"web:1\"; env A from secret @ key a }"),
            Map.entry("secret key", "deployment web { image \"web:1\"; env A from secret a key @ }"),
            Map.entry("config", "deployment web { image \"web:1\"; env from config @ }"),
            Map.entry("field", "deployment web { image \"web:1\"; env A from field @ }"),
            Map.entry("account", "deployment web { image \"web:1\"; account @ }"),
            Map.entry("existing account", "deployment web { image \"web:1\"; existing account @ }"),
            Map.entry("workload", "namespace shop { deployment @ { image \"web:1\"; port tcp/80 }; @ allows @ }"),
            Map.entry("service", "deployment web { image \"web:1\"; port tcp/80 }\nservice @ for web on tcp/80"),
            Map.entry("namespace", "namespace @ { labels a=b }\nnamespace @ { deployment web { image \"web:1\" } }"),
            Map.entry("namespace of pods", "namespace @ { deployment web { image \"web:1\" }; deny all }"),
            Map.entry("port", "deployment web { image \"web:1\"; port @ tcp/80; ready tcp on @ }"),
            Map.entry("container", "deployment web { container @ { image \"web:1\" } }"),
            Map.entry("policy", "namespace shop { deployment web { image \"web:1\" }; policy @ { deny all for web } }"),
            Map.entry("schedule", "cronjob tidy @ { image \"web:1\" }"),
            Map.entry("host", "service db external @"),
            Map.entry(
                    "class",
                    "deployment web { image \"web:1\"; port tcp/80 }\nservice web for web loadbalancer on tcp/80 { class @ }"),
            Map.entry("parameter in an image", "param p = @\ndeployment web { image \"${p}\" }"),
            Map.entry("parameter in a label", "param p = @\ndeployment web { image \"web:1\"; labels a=\"${p}\" }"),
            Map.entry("parameter of replicas", "param p = @\ndeployment web { image \"web:1\"; replicas ${p} }"),
            Map.entry("parameter of memory", "param p = @\ndeployment web { image \"web:1\"; memory ${p} }"),
            Map.entry(
                    "selected label",
                    "namespace shop { deployment web { image \"web:1\" }; web allows pods(a=@, b in (@)) on tcp/1 }"),
            Map.entry(
                    "selected key",
                    "namespace shop { deployment web { image \"web:1\" }; web allows pods(@=a, !b) on tcp/1 }"),
            Map.entry(
                    "reason",
                    "namespace shop { deployment web { image \"web:1\" }; web allows web on tcp/1 because @ }"),
            Map.entry(
                    "group",
                    "namespace shop { deployment web { image \"web:1\" }; group @ = web; web allows @ on tcp/1 }"),
            Map.entry(
                    "list of ports",
                    "namespace shop { deployment web { image \"web:1\" }; ports @ = tcp/1; web allows web on @ }"),
            Map.entry("network", "namespace shop { deployment web { image \"web:1\" }; network @ = 10.0.0.0/8 }"),
            Map.entry("used file", "use @\ndeployment web { image \"web:1\" }"));

    /** Where any text at all may stand. */
    private static final String FREE = """
            param p = @
            namespace shop {
              annotations example.com/a=@
              deployment web {
                image "web:1"
                port http tcp/8080
                command @, "x", @
                args @
                env A = @
                env B = "${p}"
                env C = "<${p}>"
                annotations example.com/a=@ example.com/b="${p}"
                init container wait { image "wait:1"; args @; env A = @ }
                yaml \"""
                  metadata:
                    annotations:
                      example.com/c: ~
                      example.com/d: "${p}"
                      example.com/e: ${p}
                  \"""
              }
              service web for web on tcp/80 -> http { annotations example.com/a=@ }
              web allows web
            }
            """;

    /** What was compiled, and of a share of it the Java and what it has to make. */
    private static final class Tried {
        private final Map<String, List<Object>> usual = new LinkedHashMap<>();
        private final Map<String, String> java = new LinkedHashMap<>();
        private final Map<String, List<Object>> objects = new LinkedHashMap<>();
        private int accepted;
        private int refused;
    }

    @Test
    void inEveryPlace() {
        Tried tried = new Tried();
        PLACES.forEach((place, template) -> {
            for (String text : texts()) {
                look(tried, place, text, Map.of(), it -> template.replace("@", Literal.escaped(it)));
            }
        });
        assertThat(tried.accepted).isGreaterThan(300);
        assertThat(tried.refused).isGreaterThan(1000);
        assertJava(tried);
    }

    @Test
    void whereAnyTextMayStand() {
        Tried tried = new Tried();
        for (String text : texts()) {
            look(
                    tried,
                    "escaped",
                    text,
                    Map.of(),
                    it -> FREE.replace("~", Literal.yaml(it)).replace("@", Literal.escaped(it)));
            look(
                    tried,
                    "raw",
                    text,
                    Map.of(),
                    it -> FREE.replace("~", Literal.yaml(it)).replace("@", Literal.raw(it)));
        }
        assertThat(tried.refused).isZero();
        assertJava(tried);
    }

    /** The build's own values go through no file. */
    @Test
    void asValueOfTheBuild() {
        Tried tried = new Tried();
        String template = "param p\ndeployment web { image \"web:1\"; args \"${p}\"; annotations a=\"${p}\" }";
        List<String> texts = new ArrayList<>(texts());
        texts.add("\ud800");
        texts.add("a\udc00b");
        for (String text : texts) {
            look(tried, "value", text, Map.of("p", text), it -> template);
        }
        assertThat(tried.refused).isEqualTo(2);
        assertJava(tried);
    }

    @Test
    void inComments() {
        Tried tried = new Tried();
        for (String text : texts()) {
            if (text.chars().noneMatch(c -> c == '\n' || c == '\r')) {
                String thing = "deployment web { image \"web:1\" }\n";
                look(tried, "doc", text, Map.of(), it -> "/// " + it + "\n" + thing);
                look(tried, "comment", text, Map.of(), it -> "// " + it.replace("knet:", "") + "\n" + thing);
                look(tried, "behind", text, Map.of(), it -> thing.strip() + " // " + it.replace("knet:", "") + "\n");
                look(tried, "in yaml", text, Map.of(), it -> """
                        deployment web {
                          image "web:1"
                          yaml \"""
                            # %s
                            metadata: {}
                            \"""
                        }
                        """.formatted(
                                it.replace("\\", "\\\\").replace("\"\"\"", "").replace("${", "$${")));
            }
        }
        assertThat(tried.accepted).isGreaterThan(200);
        assertJava(tried);
    }

    @Test
    void asNameOfTheFile() {
        Tried tried = new Tried();
        for (String text : texts()) {
            CompileResult result = compile(text + ".knet", "topology shop\n" + thing(tried), Map.of());
            if (result.hasErrors()) {
                tried.refused++;
            } else {
                assertThat(YamlReaders.read(manifest(result)))
                        .as(HostileStrings.shown(text))
                        .isEqualTo(YamlReaders.read(
                                manifest(compile("shop.knet", "topology shop\n" + thing(tried), Map.of()))));
                remember(tried, result);
            }
        }
        assertJava(tried);
    }

    private static String thing(Tried tried) {
        return "package com.acme.p" + tried.accepted + "\ndeployment web { image \"web:1\" }";
    }

    /** As if the harmless text had been there, but for the text. */
    private static void look(
            Tried tried, String place, String text, Map<String, String> parameters, UnaryOperator<String> file) {
        String head = "package com.acme.p" + tried.accepted + "\ntopology shop\n";
        CompileResult result = compile("shop.knet", head + file.apply(text), parameters);
        if (result.hasErrors()) {
            tried.refused++;
            assertThat(result.artifacts()).isEmpty();
            return;
        }
        List<Object> usual = tried.usual.computeIfAbsent(place, it -> usual(head + file.apply(HARMLESS), parameters));
        if (!usual.isEmpty()) {
            assertThat(YamlReaders.read(manifest(result)))
                    .as("%s: %s", place, HostileStrings.shown(text))
                    .isEqualTo(usual.stream().map(it -> with(it, text)).toList());
        }
        remember(tried, result);
    }

    /** Nothing if the harmless text is none for that place. */
    private static List<Object> usual(String file, Map<String, String> parameters) {
        Map<String, String> plain = new LinkedHashMap<>(parameters);
        plain.replaceAll((name, value) -> HARMLESS);
        CompileResult result = compile("shop.knet", file, plain);
        return result.hasErrors() ? List.of() : YamlReaders.read(manifest(result));
    }

    private static void remember(Tried tried, CompileResult result) {
        if (tried.accepted++ % JAVA_SHARE == 0) {
            String facade = "com.acme.p" + (tried.accepted - 1) + ".Shop";
            tried.objects.put(facade, YamlReaders.read(manifest(result)));
            result.artifacts().stream()
                    .filter(artifact -> artifact.kind() == Artifact.Kind.JAVA)
                    .forEach(artifact -> {
                        assertThat(artifact.path()).startsWith("com/acme/p").doesNotContain("..");
                        tried.java.put(artifact.path(), artifact.text());
                    });
        }
    }

    /** What the compiled classes make is what the manifests say, read by three readers. */
    private static void assertJava(Tried tried) {
        Compiled compiled = Compiled.of(tried.java);
        assertThat(compiled.types())
                .allMatch(name ->
                        tried.java.containsKey(name.replaceFirst("\\$.*", "").replace('.', '/') + ".java"));
        tried.objects.forEach((facade, objects) -> {
            List<Object> made = new ArrayList<>();
            for (HasMetadata item : compiled.manifests(facade).getItems()) {
                made.add(Serialization.unmarshal(Serialization.asJson(item), Map.class));
            }
            assertThat(made).as(facade).isEqualTo(objects);
        });
    }

    private static Object with(Object tree, String text) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> changed = new LinkedHashMap<>();
            map.forEach((key, value) -> changed.put(with(key, text), with(value, text)));
            return changed;
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(item -> with(item, text)).toList();
        }
        return tree instanceof String word ? word.replace(HARMLESS, text) : tree;
    }

    private static String manifest(CompileResult result) {
        Optional<Artifact> manifest = result.artifacts().stream()
                .filter(artifact -> artifact.path().equals("shop.yaml"))
                .findFirst();
        return manifest.orElseThrow().text();
    }

    private static CompileResult compile(String name, String text, Map<String, String> parameters) {
        CompileRequest.Source source = new CompileRequest.Source(name, name, text.getBytes(StandardCharsets.UTF_8));
        CompileResult result = Compiler.compile(new CompileRequest(
                List.of(source),
                "knet",
                new CompileRequest.Settings(parameters, List.of(), Resolving.TODAY),
                EnumSet.allOf(Artifact.Kind.class)));
        for (Diagnostic diagnostic : result.diagnostics()) {
            assertThat(LineRenderer.render(diagnostic))
                    .matches(line -> line.chars().noneMatch(c -> c < ' ' || c == 0x2028 || c == 0x202e));
        }
        return result;
    }

    /** Whole characters only: half a pair cannot stand in a file. */
    private static Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>(List.of(
                "012",
                "12:30:45",
                "2024-01-01",
                "1e3",
                "&a",
                "*a",
                "!!str",
                "---",
                "...",
                "? ",
                "%",
                "@a",
                "`",
                "a#b",
                " #",
                "x".repeat(5000),
                "$$",
                "$",
                "$(A)",
                "\\u0022",
                "\\\\u0022",
                "*/",
                "/*",
                "}",
                "{{ a }}",
                HARMLESS));
        texts.addAll(HostileText.ALL);
        texts.addAll(HostileStrings.all().stream()
                .filter(it -> Math.floorMod(it.hashCode(), SHARE) == 0)
                .toList());
        texts.removeIf(text -> !StandardCharsets.UTF_8.newEncoder().canEncode(text));
        return texts;
    }
}
