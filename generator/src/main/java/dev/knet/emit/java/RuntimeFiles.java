package dev.knet.emit.java;

import dev.knet.emit.Artifact;
import dev.knet.model.Account;
import dev.knet.model.Kind;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that are the same for every topology: {@code dev.knet.emit.java.runtime}, copied into its package. Of those
 * that need more of Kubernetes' model than policies do, only what a topology has things for.
 */
final class RuntimeFiles {
    /** The package in which they are compiled with us. */
    private static final String HOME = "dev.knet.emit.java.runtime";

    private static final List<String> SENTENCES = List.of(
            "Direction",
            "End",
            "Facts",
            "Member",
            "Opening",
            "Peer",
            "Policies",
            "PolicyNames",
            "PortChoice",
            "PortedPeer",
            "PortedSentence",
            "PortlessPeer",
            "PortlessSentence",
            "Ports",
            "Relation",
            "Selection",
            "Sentence",
            "TargetPort");
    private static final List<String> CHANGES = List.of("Changes", "ObjectSettings");
    private static final List<String> ENDPOINTS = List.of("Endpoint", "StatefulEndpoint");
    private static final List<String> WORKLOADS = List.of("ContainerSettings", "ContainerWords", "WorkloadSettings");

    private RuntimeFiles() {}

    static List<Artifact> of(Topology topology) {
        Set<String> names = new TreeSet<>(SENTENCES);
        names.addAll(CHANGES);
        for (Workload workload : topology.workloads()) {
            if (!workload.existing()) {
                names.addAll(WORKLOADS);
                names.add(settings(workload.kind()));
            }
        }
        if (!topology.services().isEmpty()) {
            names.add("ServiceSettings");
            names.addAll(ENDPOINTS);
        }
        if (topology.namespaces().stream().anyMatch(it -> !it.existing() && !it.isOutside())) {
            names.add("NamespaceSettings");
        }
        if (!Account.madeBy(topology).isEmpty()) {
            names.add("ServiceAccountSettings");
        }
        List<Artifact> files = new ArrayList<>();
        names.forEach(name -> files.add(file(name, topology.javaPackage())));
        return files;
    }

    /** Of a package that has endpoints and nothing else of it. */
    static List<Artifact> endpoints(String javaPackage) {
        return ENDPOINTS.stream().map(name -> file(name, javaPackage)).toList();
    }

    /** Of a kind of workload. */
    static String settings(Kind kind) {
        return kind.title() + "Settings";
    }

    private static Artifact file(String name, String javaPackage) {
        String path = javaPackage.replace('.', '/') + "/" + name + ".java";
        String headline = "// " + Artifact.headline("its own sources, the same for every topology");
        String text = text(name).replace("package " + HOME + ";", headline + "\npackage " + javaPackage + ";");
        return new Artifact(Artifact.Kind.JAVA, path, text);
    }

    private static String text(String name) {
        String resource = "runtime/" + name + ".java";
        try (InputStream in = RuntimeFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in knet's own jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
