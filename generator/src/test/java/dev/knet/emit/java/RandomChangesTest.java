package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.model.Account;
import dev.knet.testing.Case;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed in code, and however often: all else stays exactly as it is in the YAML. */
class RandomChangesTest {
    private static final int ROUNDS = 40;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package .*$");
    private static final Set<String> CASES = Set.of(
            "things/kinds",
            "things/several-containers",
            "things/containers",
            "things/resources",
            "things/host-network",
            "services/forms",
            "services/undeclared-ports",
            "names/outside");

    /** Which one of the service's is meant is told by names and by numbers. */
    private static final String PORTS = """
            deployment web { image "web:1"; port tcp/1; port tcp/2; port two udp/2; port three tcp/3 }
            service web for web nodeport on tcp/81 -> 1, tcp/82 -> 2, udp/82 -> two, tcp/83 -> three
            """;

    /** By the names of their packages; all are compiled at once, because javac takes its time to begin. */
    private static final Map<String, Sample> SAMPLES = new TreeMap<>();

    private static final Set<String> SAID = new TreeSet<>();
    private static Compiled compiled;

    @BeforeAll
    static void compile() throws IOException {
        add(Everything.TEXT);
        add(PORTS);
        for (Case accepted : Case.accepted()) {
            if (CASES.contains(accepted.name())) {
                accepted.sources().values().forEach(RandomChangesTest::add);
            }
        }
        for (Path file : JavaEmitterTest.sampleFiles()) {
            add(Files.readString(file));
        }
        Map<String, String> sources = new LinkedHashMap<>();
        SAMPLES.values().forEach(sample -> sources.putAll(Compiled.sources(sample.java())));
        compiled = Compiled.of(sources);
    }

    private static void add(String text) {
        String name = "changes.p" + SAMPLES.size();
        String rest = PACKAGE.matcher(text).replaceFirst("");
        SAMPLES.put(name, Sample.of("package " + name + "\n" + rest));
    }

    static Set<String> packages() {
        return SAMPLES.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void onlyWhatIsChanged(String name) {
        Sample sample = Objects.requireNonNull(SAMPLES.get(name));
        List<Map<String, Object>> written = written(sample);
        Map<String, Integer> things = things(sample);
        assertThat(changers(sample).keySet()).isEqualTo(things.keySet());
        List<String> names = List.copyOf(things.keySet());
        Random random = new Random(name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Object topology = compiled.call(sample.facade(), "topology");
            Map<Integer, Map<String, Object>> expected = new TreeMap<>();
            for (int i = names.isEmpty() ? 0 : random.nextInt(5); i > 0; i--) {
                String thing = names.get(random.nextInt(names.size()));
                int place = things.get(thing);
                long seed = random.nextLong();
                expected.computeIfAbsent(place, p -> copy(written.get(p)));
                Consumer<Object> change =
                        settings -> new RandomChange(new Random(seed), expected.get(place), SAID).make(settings);
                assertThat(invoke(changers(sample).get(thing), topology, change))
                        .isSameAs(topology);
            }
            assertSame(sample, topology, expected);
        }
    }

    /** A sentence that cannot be said is refused with a reason; the others add policies, and nothing else changes. */
    @ParameterizedTest
    @MethodSource("packages")
    void sentencesOnlyAddPolicies(String name) throws ReflectiveOperationException {
        Sample sample = Objects.requireNonNull(SAMPLES.get(name));
        Class<?> peer = compiled.type(name + ".Peer");
        Class<?> sentence = compiled.type(name + ".Sentence");
        List<Object> things = peers(sample, peer);
        Random random = new Random(name.hashCode());
        for (Object subject : things) {
            for (Method verb : subject.getClass().getMethods()) {
                boolean allows = verb.getName().equals("allows");
                if (!allows && !verb.getName().equals("reaches")) {
                    continue;
                }
                List<Object> others = things.stream()
                        .filter(verb.getParameterTypes()[0]::isInstance)
                        .toList();
                if (others.isEmpty()) {
                    continue;
                }
                Object other = others.get(random.nextInt(others.size()));
                Object said =
                        allows ? verb.invoke(subject, other, Array.newInstance(peer, 0)) : verb.invoke(subject, other);
                Object whole =
                        sentence.isInstance(said) && random.nextBoolean() ? said : Compiled.get(said, "onAnyPort");
                assertOnlyAdds(sample, sentence, whole);
            }
        }
    }

    private static List<Object> peers(Sample sample, Class<?> peer) throws ReflectiveOperationException {
        List<Object> peers = new ArrayList<>();
        for (Method method : compiled.type(sample.facade()).getMethods()) {
            if (method.getParameterCount() == 0 && peer.isAssignableFrom(method.getReturnType())) {
                peers.add(method.invoke(null));
            }
        }
        return peers;
    }

    private static void assertOnlyAdds(Sample sample, Class<?> sentence, Object said)
            throws ReflectiveOperationException {
        Object topology = compiled.call(sample.facade(), "topology");
        Method allow = topology.getClass().getMethod("allow", sentence, sentence.arrayType());
        allow.invoke(topology, said, Array.newInstance(sentence, 0));
        List<HasMetadata> made;
        try {
            made = ((KubernetesList) Compiled.get(topology, "manifests")).getItems();
        } catch (LinkageError e) {
            Throwable reason = ((InvocationTargetException) e.getCause()).getCause();
            assertThat(reason).isInstanceOf(IllegalArgumentException.class);
            assertThat(reason.getMessage()).as(said.toString()).contains("`");
            return;
        }
        List<HasMetadata> before = sample.objects();
        assertThat(made.stream().filter(before::contains).toList()).isEqualTo(before);
        List<HasMetadata> added = new ArrayList<>(made);
        added.removeAll(before);
        assertThat(added).as(said.toString()).isNotEmpty().allMatch(NetworkPolicy.class::isInstance);
        assertThat(made.stream()
                        .map(it -> it.getKind() + " " + it.getFullResourceName() + " "
                                + it.getMetadata().getNamespace() + "/"
                                + it.getMetadata().getName()))
                .as(said.toString())
                .doesNotHaveDuplicates();
        assertThat(made.stream().map(object -> object instanceof Namespace || object instanceof NetworkPolicy))
                .as("policies stand before what they are about")
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static void assertSame(Sample sample, Object topology, Map<Integer, Map<String, Object>> expected) {
        List<HasMetadata> made = ((KubernetesList) Compiled.get(topology, "manifests")).getItems();
        List<HasMetadata> before = sample.objects();
        assertThat(made).hasSameSizeAs(before);
        for (int i = 0; i < made.size(); i++) {
            if (expected.containsKey(i)) {
                assertThat(tree(made.get(i))).isEqualTo(expected.get(i));
            } else {
                assertThat(made.get(i)).isEqualTo(before.get(i));
            }
        }
    }

    /** As the YAML has them, in its order. */
    private static List<Map<String, Object>> written(Sample sample) {
        List<Map<String, Object>> written = new ArrayList<>();
        for (String document : sample.yaml().split("\n---\n")) {
            written.add(tree(Serialization.<HasMetadata>unmarshal(document, HasMetadata.class)));
        }
        return written;
    }

    /** In a tree as a reader of YAML makes it, what has keys has texts for keys, and what is a list holds such. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(HasMetadata object) {
        return Serialization.unmarshal(Serialization.asJson(object), Map.class);
    }

    /** In a tree as a reader of YAML makes it, what has keys has texts for keys, and what is a list holds such. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> copy(Map<String, Object> tree) {
        return Serialization.unmarshal(Serialization.asJson(tree), Map.class);
    }

    /** The methods for all that is written but policies, and which of the objects they are about. */
    private static Map<String, Integer> things(Sample sample) {
        JavaNames names = JavaNames.of(sample.topology());
        Map<String, Integer> things = new TreeMap<>();
        sample.topology().workloads().stream()
                .filter(it -> !it.existing())
                .forEach(it -> things.put(
                        names.of(it).accessor(),
                        place(sample, it.kind().title(), it.namespace().name(), it.name())));
        sample.topology()
                .services()
                .forEach(it -> things.put(
                        names.of(it).accessor(),
                        place(sample, "Service", it.namespace().name(), it.name())));
        sample.topology().namespaces().stream()
                .filter(it -> !it.existing() && !it.isOutside())
                .forEach(it -> things.put(names.of(it).accessor(), place(sample, "Namespace", "", it.name())));
        Account.madeBy(sample.topology())
                .forEach(it -> things.put(
                        names.of(it).accessor(),
                        place(sample, "ServiceAccount", it.namespace().name(), it.name())));
        return things;
    }

    private static int place(Sample sample, String kind, String namespace, String name) {
        List<HasMetadata> objects = sample.objects();
        for (int i = 0; i < objects.size(); i++) {
            HasMetadata object = objects.get(i);
            String its = Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
            if (object.getKind().equals(kind)
                    && its.equals(namespace)
                    && object.getMetadata().getName().equals(name)) {
                return i;
            }
        }
        throw new AssertionError(kind + " " + namespace + "/" + name);
    }

    private static Map<String, Method> changers(Sample sample) {
        Map<String, Method> changers = new TreeMap<>();
        Arrays.stream(compiled.type(sample.facade() + "$Topology").getMethods())
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == Consumer.class)
                .forEach(method -> changers.put(method.getName(), method));
        return changers;
    }

    private static Object invoke(Method method, Object target, Object argument) {
        try {
            return method.invoke(target, argument);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.toString(), e);
        }
    }

    @AfterAll
    static void everyWordWasSaid() {
        assertThat(SAID)
                .contains("image", "command", "args", "env", "envFromSecret", "envFromConfigMap", "cpu", "memory")
                .contains("addPort", "label", "annotation", "podAnnotation", "serviceAccount", "replicas", "schedule")
                .contains("nodePort", "container", "pod()", "deployment()", "statefulSet()", "daemonSet()", "job()")
                .contains("cronJob()", "service()", "serviceAccount()", "namespace()");
    }
}
