package dev.knet.reach.read;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Finding;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.ServiceObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads texts, and shows what came of them. */
public final class Manifests {
    private Manifests() {}

    static ClusterObjects read(String... texts) {
        List<ManifestReader.Source> sources = new ArrayList<>();
        for (String text : texts) {
            String name = (char) ('a' + sources.size()) + ".yaml";
            sources.add(new ManifestReader.Source(name, text.getBytes(StandardCharsets.UTF_8)));
        }
        return ManifestReader.read(sources, ClusterObjects.DEFAULT_NAMESPACE);
    }

    static ClusterObjects json(String text) {
        return ManifestReader.read(
                List.of(new ManifestReader.Source("a.json", text.getBytes(StandardCharsets.UTF_8))), "default");
    }

    /** {@code error a.yaml:3 message}. */
    static List<String> findings(ClusterObjects objects) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : objects.findings()) {
            lines.add((finding.isError() ? "error " : "warning ") + finding.origin() + " " + finding.message());
        }
        return lines;
    }

    static List<String> findings(String... texts) {
        return findings(read(texts));
    }

    /** {@code Deployment shop/web}, or another name for what is of another kind. */
    static List<String> names(ClusterObjects objects) {
        List<String> names = new ArrayList<>();
        objects.namespaces().forEach(it -> names.add("Namespace " + it.name()));
        objects.pods().forEach(it -> names.add(it.kind() + " " + it.namespace() + "/" + it.name()));
        objects.services().forEach(it -> names.add("Service " + it.namespace() + "/" + it.name()));
        objects.policies().forEach(it -> names.add("NetworkPolicy " + it.namespace() + "/" + it.name()));
        return names;
    }

    /** The same as if it had come from code. */
    public static ClusterObjects withoutOrigins(ClusterObjects it) {
        return new ClusterObjects(
                it.namespaces().stream()
                        .map(one -> new NamespaceObject(one.name(), one.labels(), one.isDeclared(), Origin.CODE))
                        .toList(),
                it.pods().stream()
                        .map(one -> new PodsObject(
                                one.namespace(),
                                one.kind(),
                                one.name(),
                                one.podNames(),
                                one.labels(),
                                one.ports(),
                                one.hostNetwork(),
                                one.serviceAccount(),
                                Origin.CODE))
                        .toList(),
                it.services().stream()
                        .map(one -> new ServiceObject(
                                one.namespace(),
                                one.name(),
                                one.type(),
                                one.selector(),
                                one.ports(),
                                one.sourceRanges(),
                                one.keepsAddress(),
                                Origin.CODE))
                        .toList(),
                it.policies().stream()
                        .map(one -> new PolicyObject(
                                one.namespace(),
                                one.name(),
                                one.subjects(),
                                one.ingress(),
                                one.egress(),
                                one.namesNamespace(),
                                Origin.CODE))
                        .toList(),
                it.findings().stream()
                        .map(one -> new Finding(one.isError(), Origin.CODE, one.message()))
                        .toList());
    }
}
