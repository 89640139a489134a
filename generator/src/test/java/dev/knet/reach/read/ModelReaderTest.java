package dev.knet.reach.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.testing.Case;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of the model mean what their manifests mean. */
final class ModelReaderTest {
    static List<Case> accepted() {
        return Case.accepted();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatIsWritten(Case accepted) {
        List<ManifestReader.Source> sources = new ArrayList<>();
        List<HasMetadata> objects = new ArrayList<>();
        Case.artifacts(accepted.compile()).forEach((path, text) -> {
            if (path.endsWith(".yaml") && !path.endsWith("kustomization.yaml")) {
                sources.add(new ManifestReader.Source(path, text.getBytes(UTF_8)));
                for (String document : text.split("(?m)^---$")) {
                    HasMetadata object = Serialization.unmarshal(document, HasMetadata.class);
                    if (object != null) {
                        objects.add(object);
                    }
                }
            }
        });
        ClusterObjects written = ManifestReader.read(sources, "");
        assertThat(written.hasErrors()).as("%s", Manifests.findings(written)).isFalse();
        ClusterObjects model = ModelReader.read(objects, "");
        if (written.findings().isEmpty()) {
            assertThat(Manifests.withoutOrigins(written)).isEqualTo(model);
        } else {
            assertThat(Manifests.withoutOrigins(written).policies()).isEqualTo(model.policies());
        }
    }

    /** All that is read of any kind, in all forms. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: ns}, spec: {podSelector: {matchLabels: {a: b}, matchExpressions: [{key: c, operator: In, values: [d]}]}, policyTypes: [Ingress, Egress], ingress: [{}, {from: [], ports: []}], egress: [{to: [{podSelector: {}}, {namespaceSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}], ports: [{}, {port: 80, endPort: 90}, {port: http, protocol: UDP}]}]}}",
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p}}",
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p}, spec: {ingress: [{from: [{}]}]}}",
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p}, spec: {ingress: [{ports: [{port: \"80\"}, {port: 0}]}]}}",
                "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {type: LoadBalancer, externalTrafficPolicy: Local, loadBalancerSourceRanges: [10.0.0.0/8], selector: {a: b}, ports: [{name: x, port: 80, targetPort: http, nodePort: 30000}, {name: w, protocol: UDP, port: 81, targetPort: 8}]}}",
                "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {clusterIP: None, ports: [{port: 80}]}}",
                "{apiVersion: v1, kind: Pod, metadata: {name: s, ownerReferences: [{apiVersion: v1, uid: u, kind: X, name: w, controller: true}]}, spec: {hostNetwork: true, initContainers: [{restartPolicy: Always, ports: [{containerPort: 1}]}], containers: [{ports: [{containerPort: 2, name: nn, protocol: SCTP}]}]}, status: {phase: Running}}",
                "{apiVersion: v1, kind: Pod, metadata: {name: s}, status: {phase: Failed}}",
                "{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: s, ownerReferences: [{apiVersion: v1, uid: u, kind: Deployment, name: w, controller: true}]}, spec: {replicas: 0, template: {}}}",
                "{apiVersion: v1, kind: ReplicationController, metadata: {name: s}, spec: {template: {metadata: {labels: {a: b}}}}}",
                "{apiVersion: batch/v1, kind: CronJob, metadata: {generateName: s}, spec: {jobTemplate: {spec: {template: {metadata: {labels: {a: b}}}}}}}",
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: s}, spec: {}}",
                "{apiVersion: v1, kind: Namespace, metadata: {name: s, labels: {a: b}}}",
                "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: s}}",
            })
    void anyKind(String text) {
        HasMetadata object = Serialization.unmarshal("---\n" + text, HasMetadata.class);
        assertThat(Manifests.withoutOrigins(Manifests.read(text)))
                .isEqualTo(ModelReader.read(List.of(object), "default"));
    }

    @Test
    void lists() {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName("a")
                .endMetadata()
                .build();
        assertThat(Manifests.names(ModelReader.read(
                        new KubernetesListBuilder().withItems(namespace).build(), "default")))
                .containsExactly("Namespace a");
        var pods = new PodListBuilder()
                .addNewItem()
                .withNewMetadata()
                .withName("p")
                .endMetadata()
                .endItem()
                .build();
        assertThat(Manifests.names(ModelReader.read(pods, "default"))).contains("Pod default/p");
    }

    @Test
    void whatHasNoClassOfItsOwn() {
        HasMetadata policy = new GenericKubernetesResourceBuilder()
                .withApiVersion("networking.k8s.io/v1")
                .withKind("NetworkPolicy")
                .withNewMetadata()
                .withName("p")
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("egress", List.of(Map.of())))
                .build();
        ClusterObjects objects = ModelReader.read(List.of(policy), "default");
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(objects.policies().get(0).egress()).isPresent();
    }
}
