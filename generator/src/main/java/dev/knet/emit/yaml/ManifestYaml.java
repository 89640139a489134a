package dev.knet.emit.yaml;

import dev.knet.emit.yaml.BlockWriter.ItemComments;
import dev.knet.lower.Manifest;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.Map;

/** Writes manifests as YAML text, the same bytes for equal manifests. */
public final class ManifestYaml {
    private static final int USUAL_LENGTH = 1000;
    private static final int MOST_FORESEEN = 100_000;

    private ManifestYaml() {}

    /**
     * The manifests as one text, a document each, in the order given.
     *
     * @param header comment lines at the top
     * @throws IllegalArgumentException if a manifest holds what no YAML text can hold, or no Kubernetes object: half a
     *     surrogate pair, an infinite number, a key that is no string, a key twice, a value of a class that is neither the
     *     model's nor JSON's
     */
    public static String write(List<String> header, List<Manifest> manifests) {
        StringBuilder out = new StringBuilder(USUAL_LENGTH * Math.min(1 + manifests.size(), MOST_FORESEEN));
        BlockWriter writer = new BlockWriter(out);
        writer.comments(header, 0);
        String before = header.isEmpty() ? "" : "\n";
        for (Manifest manifest : manifests) {
            out.append(before);
            writer.comments(manifest.sentences(), 0);
            writer.document(manifest.object(), ruleComments(manifest));
            before = "\n---";
        }
        return text(out);
    }

    /** The text of a {@code kustomization.yaml} that gathers these files, in the order given. */
    public static String kustomization(List<String> header, List<String> resources) {
        StringBuilder out = new StringBuilder(USUAL_LENGTH);
        BlockWriter writer = new BlockWriter(out);
        writer.comments(header, 0);
        out.append(header.isEmpty() ? "" : "\n");
        writer.document(Map.of(
                "apiVersion", "kustomize.config.k8s.io/v1beta1", "kind", "Kustomization", "resources", resources));
        return text(out);
    }

    private static List<ItemComments> ruleComments(Manifest manifest) {
        NetworkPolicySpec spec = manifest.object() instanceof NetworkPolicy policy ? policy.getSpec() : null;
        if (spec == null) {
            return List.of();
        }
        return List.of(
                new ItemComments(spec.getIngress(), manifest.ingressSentences()),
                new ItemComments(spec.getEgress(), manifest.egressSentences()));
    }

    /** Every line begins with its line break; in a text, every line ends with it. */
    private static String text(StringBuilder out) {
        return out.append('\n').substring(1);
    }
}
