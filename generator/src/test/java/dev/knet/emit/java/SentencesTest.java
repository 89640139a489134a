package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.Manifest;
import dev.knet.lower.Manifests;
import dev.knet.model.Namespace;
import dev.knet.model.PeerGroup;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.prove.Built;
import dev.knet.prove.ProofException;
import dev.knet.testing.Lowered;
import dev.knet.testing.semantics.RandomTopologies;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A sentence in Java lets through what the same sentence in the file does: random ones, beside random topologies. The file
 * with the sentences has a meaning, and the objects that Java makes of the file without them have to be proved equal to it.
 */
class SentencesTest {
    private static final int TOPOLOGIES = Integer.getInteger("knet.sentences", 10);
    private static final int FOR_EACH = 25;

    /** What cannot be said in Java, by the beginning of the reason. */
    private final Map<String, Integer> refusals = new TreeMap<>();

    private int equal;
    private int wrongInTheFile;

    /** A thing that is an end in Java, and what the file calls it. */
    private record Named(Object peer, String written) {}

    /** A sentence in both. */
    private record Said(Object sentence, String written) {}

    @Test
    void letThroughWhatTheyDoInTheFile() {
        for (int seed = 0; seed < TOPOLOGIES; seed++) {
            Optional<Lowered> lowered = RandomTopologies.of(seed);
            if (lowered.isPresent()) {
                compare(lowered.get(), new Random(seed), "seed " + seed);
            }
        }
        assertThat(equal)
                .as("refused: %s, wrong in the file: %s", refusals, wrongInTheFile)
                .isGreaterThan(TOPOLOGIES * 4);
    }

    /** Its other sentences are in the file, where one policy lets several ask. */
    @Test
    void letAskForNamesWhomTheyIsolate() {
        String text = "group d = dns\nnamespace shop { deployment web { image \"x\"; port tcp/80 }\n"
                + "deployment b { image \"x\" }\ndeployment c { image \"x\" }\nweb allows b, c }";
        Lowered lowered = Lowered.of("t.knet", text, new ArrayList<>()).orElseThrow();
        Sample sample = new Sample(lowered.topology(), lowered.manifests());
        Compiled compiled = Compiled.of(sample.java());
        Object b = compiled.call(sample.facade(), "b");
        Object dns = compiled.call(sample.facade(), "d");
        Object none = Array.newInstance(compiled.type(packageOf(sample) + "TargetPort"), 0);
        Object port = portsOf(dns)[0];
        Object sentence = invoke(invoke(b, "reaches", dns), "on", port, none);
        String protocol = String.valueOf(Compiled.get(port, "protocol")).toLowerCase(Locale.ROOT);
        compare(
                lowered,
                sample,
                compiled,
                List.of(new Said(sentence, "shop/b reaches d on " + protocol + "/53")),
                "dns");
        assertThat(equal).isEqualTo(1);
    }

    /** Of a network plugin that does not enforce all there is, what it does not has no form in Java, or is refused. */
    @Test
    void sayNothingThatTheNetworkPluginDoesNotEnforce() {
        String things = """
                namespace shop {
                  deployment web { image "x"; port http tcp/80 }
                  deployment api { image "x"; port sctp/81 }
                  deployment other { image "x" }
                  network office = 203.0.113.0/24
                  network far = 2001:db8::/32
                }
                """;
        assertThat(has(named(things, "flannel", "web"), "allows")).isFalse();
        assertThat(has(named(things, "flannel { netpol }", "web"), "allows")).isTrue();
        Object web = named(things, "weave", "web");
        assertThat(named(things, "weave", "far").getClass().getSuperclass()).isEqualTo(Object.class);
        assertThat(named(things, "weave", "office").getClass().getSuperclass().getSimpleName())
                .isEqualTo("PortlessPeer");
        Object other = peerLike(web, "other");
        Class<?> ports = typeLike(web, "Ports");
        Object none = Array.newInstance(ports, 0);
        Object begun = invoke(other, "allows", web, Array.newInstance(typeLike(web, "Peer"), 0));
        assertThat((List<?>) invoke(invoke(begun, "on", invokeStatic(ports, "tcp", 80), none), "policies"))
                .isNotEmpty();
        Object range = invoke(begun, "on", invokeStatic(ports, "tcp", 80, 90), none);
        assertThatThrownBy(() -> invoke(range, "policies"))
                .hasMessage(
                        "the cluster's network plugin, as the .knet file has it, knows no ranges of ports: name each port"
                                + " of tcp/80-90");
        Object api = named(things, "cilium", "api");
        Object sctp = invoke(api, "allows", peerLike(api, "web"), Array.newInstance(typeLike(api, "Peer"), 0));
        assertThatThrownBy(() -> invoke(sctp, "policies")).hasMessageContaining("nothing about SCTP: sctp/81");
    }

    private static Object named(String things, String cni, String thing) {
        Sample sample = Sample.of("package com.acme.a\ncluster { cni " + cni + " }\n" + things);
        return sample.compiled().call(sample.facade(), thing);
    }

    private static Class<?> typeLike(Object thing, String name) {
        try {
            return thing.getClass().getClassLoader().loadClass(thing.getClass().getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static Object peerLike(Object thing, String name) {
        return invokeStatic(typeLike(thing, "Shop"), name);
    }

    private void compare(Lowered lowered, Random random, String seed) {
        Sample sample = new Sample(lowered.topology(), lowered.manifests());
        Compiled compiled = Compiled.of(sample.java());
        List<Named> named = named(sample, compiled);
        for (int i = 0; i < FOR_EACH && !named.isEmpty(); i++) {
            List<Said> said = new ArrayList<>();
            for (int j = 1 + random.nextInt(3); j > 0; j--) {
                sentence(named, compiled, random).ifPresent(said::add);
            }
            if (!said.isEmpty()) {
                compare(lowered, sample, compiled, said, seed);
            }
        }
    }

    private void compare(Lowered lowered, Sample sample, Compiled compiled, List<Said> said, String seed) {
        String sentences = said.stream().map(Said::written).collect(Collectors.joining("\n"));
        List<Diagnostic> errors = new ArrayList<>();
        Optional<Lowered> inFile = Lowered.of("t.knet", lowered.text() + "\n" + sentences, errors);
        Object made = manifests(compiled, sample, said);
        String what = seed + "\n" + lowered.text() + "\n// and:\n" + sentences;
        if (made instanceof String refusal) {
            refusals.merge(refusal.replaceAll("`[^`]*`", "`?`"), 1, Integer::sum);
        } else if (inFile.isEmpty()) {
            wrongInTheFile++;
            assertThat(errors)
                    .as("Java takes what the file does not:\n%s", what)
                    .allMatch(error -> error.rule().id().equals("KNET0412"));
        } else {
            prove(inFile.get(), (KubernetesList) made, what);
            equal++;
        }
    }

    private static void prove(Lowered inFile, KubernetesList made, String what) {
        List<Manifest> policies = new ArrayList<>();
        for (HasMetadata object : made.getItems()) {
            if (object instanceof NetworkPolicy) {
                policies.add(new Manifest(object, List.of(), List.of(), List.of()));
            }
        }
        Manifests all = new Manifests(
                inFile.manifests().namespaces(),
                policies,
                inFile.manifests().serviceAccounts(),
                inFile.manifests().services(),
                inFile.manifests().workloads());
        try {
            Built.of(List.of(new Built.Written(
                            inFile.topology(), all, "t.yaml", ManifestYaml.write(List.of(), all.all()))))
                    .prove();
        } catch (ProofException | IllegalArgumentException e) {
            throw new AssertionError(
                    e.getMessage() + "\n" + what + "\n"
                            + ManifestYaml.write(
                                    List.of(),
                                    policies.stream()
                                            .filter(it -> it.object()
                                                    .getMetadata()
                                                    .getName()
                                                    .contains("."))
                                            .toList()),
                    e);
        }
    }

    /** The objects, or why there are none. */
    private static Object manifests(Compiled compiled, Sample sample, List<Said> said) {
        Object topology = compiled.call(sample.facade(), "topology");
        Class<?> type = compiled.type(packageOf(sample) + "Sentence");
        for (Said one : said) {
            invoke(topology, "allow", one.sentence, Array.newInstance(type, 0));
        }
        try {
            return invoke(topology, "manifests");
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String packageOf(Sample sample) {
        return sample.topology().javaPackage() + ".";
    }

    private static List<Named> named(Sample sample, Compiled compiled) {
        Topology topology = sample.topology();
        JavaNames names = JavaNames.of(topology);
        List<Named> named = new ArrayList<>();
        for (Workload workload : topology.workloads()) {
            named.add(peer(compiled, sample, names.of(workload), qualified(workload.namespace(), workload.name())));
        }
        for (Service service : topology.services()) {
            String name = "service " + qualified(service.namespace(), service.name());
            named.add(peer(compiled, sample, names.of(service), name));
        }
        for (Namespace namespace : topology.namespaces()) {
            if (!namespace.isOutside()) {
                named.add(peer(compiled, sample, names.of(namespace), "namespace " + namespace.name()));
            }
        }
        for (PeerGroup group : topology.groups()) {
            named.add(peer(compiled, sample, names.of(group), group.name()));
        }
        Class<?> peer = compiled.type(packageOf(sample) + "Peer");
        named.removeIf(it -> !peer.isInstance(it.peer));
        return named;
    }

    private static String qualified(Namespace namespace, String name) {
        return namespace.isOutside() ? "./" + name : namespace.name() + "/" + name;
    }

    private static Named peer(Compiled compiled, Sample sample, ThingName name, String written) {
        return new Named(compiled.call(sample.facade(), name.accessor()), written);
    }

    private static Optional<Said> sentence(List<Named> named, Compiled compiled, Random random) {
        Named subject = pick(named, random);
        Named other = pick(named, random);
        boolean allows = random.nextBoolean();
        if (!has(subject.peer, allows ? "allows" : "reaches")) {
            return Optional.empty();
        }
        Object begun;
        String written;
        if (allows) {
            Named another = pick(named, random);
            boolean two = random.nextInt(4) == 0;
            Object more =
                    Array.newInstance(compiled.type(subject.peer.getClass().getPackageName() + ".Peer"), two ? 1 : 0);
            if (two) {
                Array.set(more, 0, another.peer);
            }
            begun = invoke(subject.peer, "allows", other.peer, more);
            written = subject.written + " allows " + other.written + (two ? ", " + another.written : "");
        } else {
            begun = invoke(subject.peer, "reaches", other.peer);
            written = subject.written + " reaches " + other.written;
        }
        return Optional.of(withPorts(begun, written, allows ? subject.peer : other.peer, compiled, random));
    }

    private static Said withPorts(Object begun, String written, Object target, Compiled compiled, Random random) {
        boolean needsPorts = !has(begun, "policies");
        int how = random.nextInt(4);
        if (how == 0) {
            return new Said(invoke(begun, "onAnyPort"), written + " on any port");
        }
        if (needsPorts) {
            Class<?> ports = compiled.type(target.getClass().getPackageName() + ".Ports");
            int number = List.of(80, 443, 53).get(random.nextInt(3));
            String protocol = List.of("tcp", "udp", "sctp").get(random.nextInt(3));
            Object port = invokeStatic(ports, protocol, number);
            return new Said(
                    invoke(begun, "on", port, Array.newInstance(ports, 0)), written + " on " + protocol + "/" + number);
        }
        Object[] constants = portsOf(target);
        if (how == 1 || constants.length == 0) {
            return new Said(begun, written);
        }
        Object port = constants[random.nextInt(constants.length)];
        Object none = Array.newInstance(compiled.type(target.getClass().getPackageName() + ".TargetPort"), 0);
        String text = String.valueOf(Compiled.get(port, "protocol")).toLowerCase(Locale.ROOT) + "/"
                + Compiled.get(port, "number");
        return new Said(invoke(begun, "on", port, none), written + " on " + text);
    }

    private static Object[] portsOf(Object target) {
        for (Class<?> type : target.getClass().getDeclaredClasses()) {
            if (type.getSimpleName().equals("Port")) {
                return type.getEnumConstants();
            }
        }
        return new Object[0];
    }

    private static <T> T pick(List<T> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }

    private static boolean has(Object target, String method) {
        return Arrays.stream(target.getClass().getMethods())
                .anyMatch(it -> it.getName().equals(method));
    }

    private static Object invoke(Object target, String name, Object... arguments) {
        return call(target.getClass(), target, name, arguments);
    }

    private static Object invokeStatic(Class<?> type, String name, Object... arguments) {
        return call(type, null, name, arguments);
    }

    private static Object call(Class<?> type, @Nullable Object target, String name, Object... arguments) {
        try {
            return method(type, name, arguments).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new LinkageError(name, e);
        } catch (IllegalAccessException e) {
            throw new LinkageError(name, e);
        }
    }

    private static Method method(Class<?> type, String name, Object... arguments) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && !method.isBridge() && fits(method.getParameterTypes(), arguments)) {
                return method;
            }
        }
        throw new AssertionError(type + " has no " + name + Arrays.toString(arguments));
    }

    private static boolean fits(Class<?>[] types, Object... arguments) {
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = types[i].isInstance(arguments[i]) || types[i] == int.class && arguments[i] instanceof Integer;
        }
        return fits;
    }
}
