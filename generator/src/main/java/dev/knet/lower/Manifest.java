package dev.knet.lower;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * One Kubernetes object to be written, with the sentences that it came from.
 *
 * @param sentences comment lines above the object
 * @param ingressSentences comment lines above each of a NetworkPolicy's ingress rules, in their order; empty for other kinds
 * @param egressSentences the same for its egress rules
 */
public record Manifest(
        HasMetadata object,
        List<String> sentences,
        List<List<String>> ingressSentences,
        List<List<String>> egressSentences) {
    public Manifest {
        sentences = List.copyOf(sentences);
        ingressSentences = copyOf(ingressSentences);
        egressSentences = copyOf(egressSentences);
    }

    /** The same about another state of the object. */
    public Manifest of(HasMetadata other) {
        return new Manifest(other, sentences, ingressSentences, egressSentences);
    }

    public String kind() {
        return object.getKind();
    }

    /** `shop/web`, or `web` without a namespace. */
    public String qualifiedName() {
        String namespace = object.getMetadata().getNamespace();
        String name = object.getMetadata().getName();
        return namespace == null ? name : namespace + "/" + name;
    }

    private static List<List<String>> copyOf(List<List<String>> lists) {
        List<List<String>> copies = new ArrayList<>(lists.size());
        for (List<String> list : lists) {
            copies.add(List.copyOf(list));
        }
        return List.copyOf(copies);
    }
}
