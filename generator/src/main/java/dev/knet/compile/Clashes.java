package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.emit.Artifact;
import dev.knet.lower.Manifest;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What two topologies of one build would both write: files, Kubernetes objects, Java classes. Told once for each two. */
final class Clashes {
    static final String KUSTOMIZATION = "kustomization";

    private final Map<String, Topology> owners = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final List<Diagnostic> found = new ArrayList<>();

    List<Diagnostic> found() {
        return found;
    }

    /** Each topology becomes a file of its name, and one file is not theirs. */
    void claimName(Topology topology) {
        if (topology.name().equals(KUSTOMIZATION)) {
            found.add(Diagnostic.of(
                            Rule.DUPLICATE_TOPOLOGY,
                            topology.span(),
                            "`" + KUSTOMIZATION + ".yaml` is the name of the file that lists the others")
                    .withHelp("give the topology another name: `topology NAME`"));
        }
        claim(
                "name " + topology.name(),
                topology,
                Rule.DUPLICATE_TOPOLOGY,
                "there is a topology `" + topology.name() + "` already",
                "give one of them another name: `topology NAME`");
    }

    /** The files of a build are applied together, where an object can be only once. */
    void claimObjects(Topology topology, Manifests manifests) {
        for (Manifest manifest : manifests.all()) {
            String name = manifest.qualifiedName();
            claim(
                    "object " + manifest.kind() + " " + name,
                    topology,
                    Rule.DUPLICATE_TOPOLOGY,
                    "another topology writes the " + manifest.kind() + " `" + name + "` too",
                    help(manifest.kind(), name));
        }
    }

    private static String help(String kind, String name) {
        return switch (kind) {
            case "Namespace" -> "write `existing namespace " + name + "` in one of them";
            case "ServiceAccount" ->
                "write `existing account " + name.substring(name.indexOf('/') + 1) + "` in one of them";
            case "NetworkPolicy" ->
                "put what is about these pods into one file; two policies of one name would overwrite each other";
            default -> "say it in one of them, or give it another name or namespace in one";
        };
    }

    /** Two topologies may share a package as long as no class of one is a class of the other, on any file system. */
    void claimClass(Topology topology, Artifact file) {
        claim(
                "class " + file.path().toLowerCase(Locale.ROOT),
                topology,
                Rule.JAVA_CLASH,
                "another topology writes the Java class `" + file.path() + "` too",
                "give each a package of its own: `package com.example."
                        + topology.name().replace("-", "") + "`");
    }

    private void claim(String what, Topology topology, Rule rule, String message, String help) {
        Topology owner = owners.putIfAbsent(what, topology);
        if (owner != null && told.add(rule + owner.name() + " " + topology.name())) {
            found.add(Diagnostic.of(rule, topology.span(), message)
                    .withLabel(owner.span(), "this is the other")
                    .withHelp(help));
        }
    }
}
