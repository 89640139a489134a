package dev.knet.emit.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A thing may have any name at all: whatever Java, the model and the generated code itself call something. */
class ReservedNamesTest {
    private static final Set<String> JAVA_WORDS = words("""
            abstract assert boolean break byte case catch char class const continue default do double else enum extends
            false final finally float for goto if implements import instanceof int interface long native new null package
            private protected public return short static strictfp super switch synchronized this throw throws transient
            true try void volatile while exports module non-sealed open opens permits provides record requires sealed to
            transitive uses var when with yield
            """);

    private static final Set<String> JAVA_TYPES = kebab("""
            Object String Override Integer Long Double Boolean Enum Record Class Math System Void Deprecated Iterable
            List ArrayList Map LinkedHashMap Optional Generated Duration ZonedDateTime StringBuilder SuppressWarnings
            """);

    private static final Set<String> MODEL_TYPES = kebab("""
            Pod PodBuilder PodSpec Deployment DeploymentBuilder Service ServiceBuilder ServicePort Namespace
            NamespaceBuilder NetworkPolicy NetworkPolicyBuilder NetworkPolicyPeer HasMetadata KubernetesList Container
            ContainerBuilder ContainerPort EnvVar EnvVarBuilder ObjectMeta LabelSelector IntOrString Quantity Job
            """);

    /** What every topology has beside it; names of the folder's files, so that none is forgotten. */
    private static final Set<String> RUNTIME = runtime();

    private static final Set<String> MEMBERS = kebab("""
            hashCode getClass toString notify notifyAll wait clone finalize equals values valueOf ordinal name
            manifests topology allow policies host number protocol portName items list map part_1 Part_2 Port Peer
            deployment pod service namespace builder build
            end facts workloads latent change unchanged selectedLabels self allowing reaching allows reaches deny expect
            direction container settings containerName which nodePort topology_2 policy
            """);

    @Test
    void asWorkloads() {
        assertWork(all(), name -> "deployment \"" + name + "\" { image \"x\"; port http tcp/80 }");
    }

    @Test
    void asServices() {
        assertWork(
                all(),
                name -> "service \"" + name + "\" " + (own().contains(name) ? "for web on tcp/80" : "external \"x\""),
                "deployment web { image \"x\"; port http tcp/80; env A = \"b\" }");
    }

    @Test
    void asNamespaces() {
        assertWork(all(), name -> "namespace \"" + name + "\" { deny all; pod web { image \"x\" } }");
    }

    @Test
    void asGroups() {
        assertWork(own(), name -> "group \"" + name + "\" = web", "deployment web { image \"x\"; port http tcp/80 }");
    }

    @Test
    void asNetworks() {
        assertWork(own(), name -> "network \"" + name + "\" = 203.0.113.0/24", "pod web { image \"x\" }");
    }

    @Test
    void asContainers() {
        String containers = all().stream()
                .map(name -> "container \"" + name + "\" { image \"x\" }")
                .collect(Collectors.joining("\n"));
        Sample.of("package com.acme\ndeployment web {\n" + containers + "\n}").compiled();
    }

    /** A namespace, a workload, a service, a group of another namespace and a network, all called the same. */
    @Test
    void asEverythingAtOnce() {
        assertWork(List.of("web", "settings", "container-words", "class", "shop", "list", "peer", "deployment"), name ->
                """
                        network "%1$s" = 203.0.113.0/24
                        namespace "%1$s" {
                          deployment "%1$s" {
                            account "%1$s"
                            container "%1$s" { image "x"; port "%2$s" tcp/80 }
                            container a-b { image "x" }
                            container a--b { image "x" }
                            container a---b { image "x" }
                          }
                          service "%1$s" for "%1$s" nodeport on tcp/80
                        }
                        namespace "%1$s-2" {
                          deployment inner { image "x"; port http tcp/80 }
                          group "%1$s" = inner, pods(app="%2$s")
                          service "%1$s" for inner on tcp/80
                        }
                        """.formatted(name, name.substring(0, Math.min(15, name.length()))));
    }

    @Test
    void asPorts() {
        String ports = all().stream()
                .filter(name -> name.length() <= 15)
                .map(name -> "port \"" + name + "\" tcp/" + (1 + Math.floorMod(name.hashCode(), 65000)))
                .collect(Collectors.joining("\n"));
        Sample.of("package com.acme\ndeployment web { image \"x\"\n" + ports + "\n}")
                .compiled();
    }

    @Test
    void asTopologies() {
        for (String name :
                List.of("class", "string", "list", "pod", "deployment", "kubernetes-list", "generated", "web")) {
            Sample.of("package com.acme\ntopology " + name + "\ndeployment web { image \"x\" }")
                    .compiled();
        }
    }

    private static void assertWork(Collection<String> names, UnaryOperator<String> statement, String... others) {
        Sample.of("package com.acme\ntopology shop\n"
                        + Stream.concat(Stream.of(others), names.stream().map(statement))
                                .collect(Collectors.joining("\n")))
                .compiled();
    }

    private static Set<String> all() {
        return Stream.of(JAVA_WORDS, JAVA_TYPES, MODEL_TYPES, RUNTIME, MEMBERS)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> runtime() {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/knet/emit/java/runtime"))) {
            return kebab(files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .collect(Collectors.joining(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the generated classes call something themselves. */
    private static Set<String> own() {
        return Stream.of(RUNTIME, MEMBERS).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    /** `HashMap` as a workload would have to be called: `hash-map`. */
    private static Set<String> kebab(String text) {
        Set<String> names = new TreeSet<>();
        for (String word : words(text)) {
            names.add(word.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                    .replace('_', '-')
                    .toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
