package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.Artifact;
import dev.knet.lower.Lowering;
import dev.knet.model.Account;
import dev.knet.model.Additions;
import dev.knet.model.AddressRange;
import dev.knet.model.Cluster;
import dev.knet.model.Container;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.EnvSource;
import dev.knet.model.EnvValue;
import dev.knet.model.EnvVar;
import dev.knet.model.Environment;
import dev.knet.model.Isolation;
import dev.knet.model.Kind;
import dev.knet.model.Motive;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Ports;
import dev.knet.model.Probe;
import dev.knet.model.Selector;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever the user writes stays text: in code it is the same text, in Javadoc it is nothing but text. */
class HostileTextTest {
    private static final Span SPAN = Sample.of("").topology().span();

    @Test
    void inEveryPlaceThatTakesText() {
        List<String> texts = new ArrayList<>(HostileText.ALL);
        texts.addAll(HostileText.LONG);
        Topology topology = topology("hostile", texts);
        Sample sample = new Sample(topology, Lowering.lower(topology));
        sample.compiled();
        sample.java().forEach(HostileTextTest::assertPlain);
    }

    @Test
    void inTheNameOfTheSource() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < HostileText.ALL.size(); i++) {
            Topology topology = topology("hostile" + i, List.of());
            JavaEmitter.emit(topology, Lowering.lower(topology), Sample.latent(topology), HostileText.ALL.get(i))
                    .forEach(artifact -> {
                        assertPlain(artifact);
                        sources.put(artifact.path(), artifact.text());
                    });
        }
        Compiled compiled = Compiled.of(sources);
        assertThat(compiled.types()).noneMatch(name -> name.contains("Evil"));
    }

    @Test
    void usualNamesOfSourcesStandInTheFirstLine() {
        for (String source : List.of("shop.knet", "sub folder/shop.knet", "$S.knet", "a&b<c>@d*/.knet")) {
            Topology topology = topology("x", List.of());
            assertThat(new Sample(topology, Lowering.lower(topology)).ownJava(source))
                    .allSatisfy(artifact -> assertThat(
                                    artifact.text().lines().findFirst().orElseThrow())
                            .isEqualTo("// " + Artifact.headline(source)));
        }
    }

    private static void assertPlain(Artifact artifact) {
        assertThat(artifact.text().lines().findFirst().orElseThrow())
                .startsWith("// ")
                .contains(Artifact.MARK);
        assertThat(artifact.text())
                .endsWith("}\n")
                .doesNotContain("\r")
                .matches(text -> text.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'));
    }

    @Test
    void javadocShowsTheTextAsItIs() {
        assertThat(DocText.of("a */ b")).isEqualTo("a &#42;/ b");
        assertThat(DocText.of("{@link X} <b> &amp;")).isEqualTo("{&#64;link X} &#60;b&#62; &#38;amp;");
        assertThat(DocText.of("\\u002a/")).isEqualTo("&#92;u002a/");
        assertThat(DocText.of("f\u00fcr \ud83d\ude00")).isEqualTo("f&#252;r &#128512;");
        assertThat(DocText.of("a\u0000\u2028\u202e\ud800b"))
                .isEqualTo("a&#92;u{0}&#92;u{2028}&#92;u{202e}&#92;u{d800}b");
        assertThat(DocText.lines("one\ntwo\n\n\nthree")).isEqualTo("one\ntwo\n\n\n<p>three");
        assertThat(DocText.code("web allows client on tcp/80")).isEqualTo("{@code web allows client on tcp/80}");
        assertThat(DocText.code("pods(a in (\"}\"))")).isEqualTo("<code>pods(a in (\"}\"))</code>");
        assertThat(DocText.code("x".repeat(500))).hasSizeLessThan(230);
    }

    private static Topology topology(String name, List<String> texts) {
        String all = String.join(
                "\n\n", texts.stream().filter(text -> text.length() < 1000).toList());
        Namespace namespace = new Namespace("n", false, labels(texts), additions(texts), all, SPAN);
        List<Workload> workloads = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        List<Permission> permissions = new ArrayList<>();
        List<Isolation> isolations = new ArrayList<>();
        List<Denial> denials = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Workload workload = workload(namespace, "w" + i, texts.get(i));
            workloads.add(workload);
            services.add(new Service.OfHost(
                    namespace, "h" + i, texts.get(i), labels(texts), additions(texts), texts.get(i), SPAN, SPAN));
            permissions.add(permission(workload, texts.get(i)));
            isolations.add(isolation(namespace, texts.get(i)));
            denials.add(denial(workload, texts.get(i)));
        }
        return new Topology(
                name,
                "com.acme." + name,
                Set.of(),
                Cluster.UNKNOWN,
                Optional.empty(),
                List.of(namespace),
                workloads,
                services,
                List.of(),
                permissions,
                denials,
                isolations,
                List.of(),
                SPAN);
    }

    private static SortedMap<String, String> labels(List<String> texts) {
        SortedMap<String, String> labels = new TreeMap<>();
        texts.forEach(text -> labels.put(text, text));
        return labels;
    }

    private static Additions additions(List<String> texts) {
        return new Additions(labels(texts), List.of());
    }

    private static Workload workload(Namespace namespace, String name, String text) {
        List<EnvVar> variables = List.of(
                new EnvVar(text, new EnvValue.Written(text), SPAN),
                new EnvVar(text, new EnvValue.Key(true, text, text, true), SPAN),
                new EnvVar(text, new EnvValue.Field(text), SPAN));
        Probe.Timing timing =
                new Probe.Timing(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        Probe.PortRef port = new Probe.PortRef(text, 1);
        Container container = new Container(
                Container.Role.MAIN,
                text,
                text,
                List.of(text),
                List.of(text, text, text),
                new Environment(variables, List.of(new EnvSource(false, text))),
                List.of(),
                List.of(),
                List.of(
                        new Probe(Probe.Purpose.READY, new Probe.Http(true, text, port), timing),
                        new Probe(Probe.Purpose.LIVE, new Probe.Exec(List.of(text)), timing),
                        new Probe(Probe.Purpose.STARTUP, new Probe.Grpc(text, port), timing)),
                SPAN);
        SortedMap<String, String> labels = labels(List.of(text, name));
        return new Workload(
                namespace,
                Kind.DEPLOYMENT,
                name,
                false,
                labels,
                Selector.of(labels),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(new Account(namespace, "default", false, SPAN)),
                true,
                List.of(container),
                additions(List.of(text)),
                text,
                SPAN);
    }

    private static Permission permission(Workload workload, String text) {
        Permission.Opening opening = new Permission.Opening(List.of(Peer.Pods.of(workload)), Ports.ANY);
        return new Permission(
                Direction.INGRESS,
                List.of(new Peer.Anyone()),
                List.of(opening),
                Optional.empty(),
                Motive.NONE,
                text,
                SPAN);
    }

    private static Denial denial(Workload workload, String text) {
        Permission.Opening opening = new Permission.Opening(List.of(Peer.Pods.of(workload)), Ports.ANY);
        Peer.Addresses single = new Peer.Addresses(AddressRange.of("192.0.2.7/32"), List.of());
        return new Denial(List.of(single), List.of(opening), Optional.empty(), Motive.NONE, text + " denied", SPAN);
    }

    private static Isolation isolation(Namespace namespace, String text) {
        return new Isolation(
                List.of(Direction.INGRESS),
                List.of(Peer.Pods.all(namespace)),
                Optional.empty(),
                Motive.NONE,
                text,
                SPAN);
    }
}
