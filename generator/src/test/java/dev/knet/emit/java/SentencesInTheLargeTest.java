package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.emit.Artifact;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sentences in Java that meet others: of other calls, of other files, and of very many things. */
class SentencesInTheLargeTest {

    /** Two policies of one name would be one, and with the other its isolation would be gone. */
    @Test
    void policiesOfOneNameAreTheSame() {
        List<String> sentences = List.of(
                "S.web().allows(S.a())",
                "S.webService().allows(S.a())",
                "S.web().allows(S.c()).on(Web.Port.TCP_80)",
                "S.webService().allows(S.c()).on(WebService.Port.TCP_81)",
                "S.web().allows(S.a(), S.bC())",
                "S.web().allows(S.aB(), S.c())",
                "S.pods().allows(S.c()).on(Ports.tcp(80))",
                "S.c().reaches(S.front()).on(Ports.tcp(80))",
                "S.front().allows(S.c()).on(Ports.tcp(80))",
                "S.back().allows(S.c()).on(Ports.tcp(80))",
                "S.c().reaches(S.shopNamespace()).on(Ports.tcp(80))");
        Compiled compiled = with(
                """
                package com.acme.s
                topology s
                namespace shop {
                  deployment web { image "x"; port tcp/80; port tcp/8080 }
                  service web for web on tcp/81 -> 8080
                  deployment pods { image "x" }
                  deployment a { labels tier=front; image "x" }
                  deployment a-b { labels tier=back; image "x" }
                  deployment b-c { image "x" }
                  deployment c { image "x" }
                  group front = pods(tier=front)
                  group back = pods(tier=back)
                  deny ingress to pods(tier=front), pods(tier=back)
                  front allows c on tcp/1
                }
                """,
                "List<List<NetworkPolicy>> all() { return List.of("
                        + sentences.stream().map(it -> it + ".policies()").collect(Collectors.joining(", ")) + "); }");
        Map<String, Object> known = new HashMap<>();
        for (Object list : (List<?>) compiled.call("com.acme.s.Caller", "all")) {
            for (Object policy : (List<?>) list) {
                String name = ((HasMetadata) policy).getMetadata().getName();
                assertThat(known.merge(name, policy, (before, after) -> before)).isEqualTo(policy);
                assertThat(name).matches("[a-z0-9-]+\\.([0-9a-f]{10}|ingress|egress)");
            }
        }
        assertThat(known).hasSizeGreaterThan(10);
    }

    /** What one file denies, the other's classes do not know. */
    @Test
    void aSentenceIsAboutOneTopology() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a", """
                package com.acme
                topology a
                namespace shop { deployment web { labels tier=x; image "i"; port tcp/80 }
                  deployment db { image "i"; port sql tcp/5432 }; deny all }
                """);
        files.put("b", """
                package com.acme
                topology b
                use "a.knet"
                namespace blog { deployment blog { image "i"; port http tcp/8080 }; deny all
                  blog allows pods(tier=x) in shop
                  blog denies shop/db
                  shop/db denies blog }
                """);
        Map<String, String> sources = sources(files);
        sources.put("com/acme/Caller.java", caller("com.acme", """
                List<NetworkPolicy> both() { return B.blog().allows(A.db()).policies(); }
                /** {@return it} */
                public static KubernetesList relabelled() {
                    return A.topology().web(w -> w.label("tier", "y")).manifests(); }"""));
        Compiled compiled = Compiled.of(sources);
        assertThatThrownBy(() -> compiled.call("com.acme.Caller", "both"))
                .rootCause()
                .hasMessage(
                        "`blog allows db` is about two topologies: say it in a .knet file that uses the other one's");
        // The other topology's policies know the label, not its own.
        assertThatThrownBy(() -> compiled.call("com.acme.Caller", "relabelled"))
                .rootCause()
                .hasMessageContaining("pods' label `tier`, which must stay `x`");
    }

    @Test
    void aNameThatTheFileHasIsNotTakenFromIt() {
        String text = """
                package com.acme.s
                topology s
                namespace shop {
                  deployment web { image "x"; port tcp/80 }
                  deployment a { image "x" }
                  deployment x { image "x"; port tcp/80 }
                  a reaches web
                  policy "NAME" { web reaches x }
                }
                """;
        String name = name(text.replace("NAME", "free"));
        assertThatThrownBy(() -> with(text.replace("NAME", name), TOGETHER).call("com.acme.s.Caller", "together"))
                .rootCause()
                .hasMessage("the .knet file has another NetworkPolicy shop/" + name + ": give it another name there");
        // A name that has the words of one that is written once it is needed.
        assertThat(with(text.replace("NAME", "allow-web-ingress"), TOGETHER).call("com.acme.s.Caller", "together"))
                .isInstanceOf(KubernetesList.class);
    }

    private static final String TOGETHER =
            "KubernetesList together() {" + " return S.topology().allow(S.web().allows(S.x())).manifests(); }";

    private static String name(String text) {
        KubernetesList list = (KubernetesList) with(text, TOGETHER).call("com.acme.s.Caller", "together");
        Set<String> names = new HashSet<>();
        list.getItems().forEach(item -> names.add(item.getMetadata().getName()));
        return names.stream()
                .filter(name -> name.startsWith("allow-web-from-x."))
                .findFirst()
                .orElseThrow();
    }

    /** No expression grows with the number of members, denials or isolated sets: javac follows one by recursion. */
    @Test
    void manyMembersDenialsAndIsolatedSets() {
        StringBuilder text = new StringBuilder("package com.acme.s\ntopology s\nnamespace shop {\n");
        text.append("deployment web { image \"x\"; port tcp/80 }\ndeny all\n");
        text.append("group many = ")
                .append(IntStream.range(0, 3000)
                        .mapToObj(i -> "10." + i / 250 + "." + i % 250 + ".0/24")
                        .collect(Collectors.joining(", ")))
                .append("\n");
        for (int i = 0; i < 600; i++) {
            text.append("web denies 203.")
                    .append(i / 250)
                    .append('.')
                    .append(i % 250)
                    .append(".1\n");
        }
        text.append("}\nnamespace blog {\n");
        for (int i = 0; i < 2500; i++) {
            text.append("existing pod w")
                    .append(i)
                    .append("\ndeny ingress to w")
                    .append(i)
                    .append("\n");
        }
        text.append("}\nshop/web allows many on tcp/80\n");
        assertThat(Sample.of(text.toString()).compiled().types())
                .contains("com.acme.s.Many", "com.acme.s.BlogNamespace");
    }

    @Test
    void aGroupWithPodsOfTheHostsNetworkIsNoPeer() {
        Sample sample = Sample.of("""
                package com.acme.s
                namespace shop {
                  deployment node { image "i"; port http tcp/8080; host network }
                  deployment any { image "i"; port http tcp/8080 }
                  group g = any, node
                  deny all
                }
                """);
        assertThat(sample.compiled().type("com.acme.s.G").getSuperclass()).isEqualTo(Object.class);
    }

    private static Compiled with(String text, String method) {
        Map<String, String> sources = sources(Map.of("s", text));
        sources.put("com/acme/s/Caller.java", caller("com.acme.s", method));
        return Compiled.of(sources);
    }

    private static String caller(String javaPackage, String methods) {
        return "package " + javaPackage + ";\nimport io.fabric8.kubernetes.api.model.KubernetesList;\n"
                + "import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;\nimport java.util.List;\n"
                + "/** Of a test. */\npublic final class Caller {\n    private Caller() {}\n"
                + "    /** {@return it} */\n    public static " + methods + "\n}\n";
    }

    private static Map<String, String> sources(Map<String, String> files) {
        List<CompileRequest.Source> sources = files.entrySet().stream()
                .map(file -> new CompileRequest.Source(
                        file.getKey() + ".knet",
                        file.getKey() + ".knet",
                        file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        CompileResult result = Compiler.compile(new CompileRequest(
                sources,
                "knet",
                new CompileRequest.Settings(Map.of(), List.of(), LocalDate.of(2026, 7, 1)),
                Set.of(Artifact.Kind.JAVA)));
        assertThat(result.artifacts()).as("%s", result.diagnostics()).isNotEmpty();
        Map<String, String> texts = new LinkedHashMap<>();
        result.artifacts().forEach(artifact -> texts.put(artifact.path(), artifact.text()));
        return texts;
    }
}
