package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Who;
import java.util.ArrayList;
import java.util.List;

/** Reads a selector of Cilium: labels of pods, among them some that say of which namespace or account they are. */
final class CiliumSelector {
    private static final String NAMESPACE = "io.kubernetes.pod.namespace";
    private static final String OF_NAMESPACE = "io.cilium.k8s.namespace.labels.";
    private static final String CLUSTER = "io.cilium.k8s.policy.cluster";

    private CiliumSelector() {}

    /** Whom a policy selects: in a namespace, its own pods only. */
    static Who subjects(Field field, String namespace) {
        Who said = pods(field);
        return namespace.isEmpty() ? said : new Who.AllOf(List.of(CalicoEntity.in(namespace), said));
    }

    /** Peers: in a namespace, its own pods unless it says of which namespaces they are. */
    static Who peers(Field field, String namespace) {
        LabelQuery query = SharedFields.selector(field, CiliumSelector::key);
        boolean isPlaced = query.requirements().stream()
                .anyMatch(it -> it.key().equals(NAMESPACE) || it.key().startsWith(OF_NAMESPACE));
        return isPlaced ? pods(field) : subjects(field, namespace);
    }

    private static Who pods(Field field) {
        LabelQuery query = SharedFields.selector(field, CiliumSelector::key);
        List<Requirement> namespaces = new ArrayList<>();
        List<Requirement> pods = new ArrayList<>();
        boolean isCertain = true;
        for (Requirement it : query.requirements()) {
            if (it.key().equals(NAMESPACE)) {
                namespaces.add(new Requirement(NamespaceObject.NAME_LABEL, it.operator(), it.values()));
            } else if (it.key().startsWith(OF_NAMESPACE)) {
                namespaces.add(new Requirement(it.key().substring(OF_NAMESPACE.length()), it.operator(), it.values()));
            } else if (it.key().equals(CLUSTER)) {
                field.warning("asks for the name of the cluster, which is not known here");
                isCertain = false;
            } else if (it.key().indexOf(':') >= 0) {
                field.error("asks for " + Quoted.of(it.key()) + ", and only labels of Kubernetes are read");
            } else {
                pods.add(it);
            }
        }
        Who said = new Who.Pods(new LabelQuery(namespaces), new LabelQuery(pods));
        return isCertain ? said : new Who.Perhaps(said);
    }

    /** Without the source that it is from, if that is Kubernetes or any. */
    private static String key(String key) {
        return key.startsWith("k8s:") || key.startsWith("any:") ? key.substring("k8s:".length()) : key;
    }
}
