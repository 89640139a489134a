package dev.knet.patch;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.lower.Manifest;
import dev.knet.lower.Manifests;
import dev.knet.model.Namespace;
import dev.knet.model.Patch;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The objects of a topology, each with the patches of its thing merged into it in the order of the file. */
public final class Patches {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Patches() {}

    /** The objects as they are to be written, and all that is wrong with the patches. */
    public record Merged(Manifests manifests, List<Diagnostic> diagnostics) {
        public Merged {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    public static Merged merge(Topology topology, Manifests manifests) {
        Map<String, List<Patch>> namespaces = new HashMap<>();
        for (Namespace namespace : topology.namespaces()) {
            put(namespace.name(), namespace.additions().patches(), namespaces);
        }
        Map<String, List<Patch>> services = new HashMap<>();
        for (Service service : topology.services()) {
            put(service.qualifiedName(), service.additions().patches(), services);
        }
        Map<String, List<Patch>> workloads = new HashMap<>();
        for (Workload workload : topology.workloads()) {
            put(workload.qualifiedName(), workload.additions().patches(), workloads);
        }
        Patches patches = new Patches();
        Manifests merged = new Manifests(
                patches.merge(manifests.namespaces(), namespaces),
                manifests.policies(),
                manifests.serviceAccounts(),
                patches.merge(manifests.services(), services),
                patches.merge(manifests.workloads(), workloads));
        return new Merged(merged, patches.diagnostics);
    }

    private static void put(String name, List<Patch> patches, Map<String, List<Patch>> byName) {
        if (!patches.isEmpty()) {
            byName.put(name, patches);
        }
    }

    private List<Manifest> merge(List<Manifest> manifests, Map<String, List<Patch>> patches) {
        if (patches.isEmpty()) {
            return manifests;
        }
        List<Manifest> merged = new ArrayList<>();
        for (Manifest manifest : manifests) {
            HasMetadata object = manifest.object();
            for (Patch patch : patches.getOrDefault(manifest.qualifiedName(), List.of())) {
                Patched patched = Patcher.patch(object, patch);
                object = patched.object();
                diagnostics.addAll(patched.diagnostics());
            }
            merged.add(manifest.of(object));
        }
        return merged;
    }
}
