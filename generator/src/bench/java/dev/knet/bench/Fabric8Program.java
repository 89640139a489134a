package dev.knet.bench;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a plain program does that builds the same objects with fabric8's builders and writes them with its own
 * serializer. Arguments: the number of workloads, the output file.
 */
public final class Fabric8Program {
    private static final Map<String, String> LABELS =
            Map.of("app.kubernetes.io/managed-by", "knet", "app.kubernetes.io/part-of", "big");

    private Fabric8Program() {}

    public static void main(String[] arguments) throws IOException {
        int workloads = Integer.parseInt(arguments[0]);
        StringBuilder out = new StringBuilder();
        for (HasMetadata object : objects(workloads)) {
            out.append(Serialization.asYaml(object));
        }
        Files.writeString(Path.of(arguments[1]), out);
    }

    private static List<HasMetadata> objects(int workloads) {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(new NamespaceBuilder()
                .withNewMetadata()
                .withName("big")
                .withLabels(LABELS)
                .endMetadata()
                .build());
        objects.add(denyAll());
        objects.add(allowDns(workloads));
        for (int i = 0; i < workloads; i++) {
            objects.add(policy(i, workloads));
        }
        for (int i = 0; i < workloads; i++) {
            objects.add(service(i));
        }
        for (int i = 0; i < workloads; i++) {
            objects.add(deployment(i));
        }
        return objects;
    }

    private static HasMetadata denyAll() {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("deny-all")
                .withNamespace("big")
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec()
                .build();
    }

    private static HasMetadata allowDns(int workloads) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < workloads; i++) {
            names.add("w" + i);
        }
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("allow-dns")
                .withNamespace("big")
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addNewMatchExpression()
                .withKey("app")
                .withOperator("In")
                .withValues(names)
                .endMatchExpression()
                .endPodSelector()
                .withPolicyTypes("Egress")
                .addNewEgress()
                .addNewTo()
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", "kube-system")
                .endNamespaceSelector()
                .withNewPodSelector()
                .addToMatchLabels("k8s-app", "kube-dns")
                .endPodSelector()
                .endTo()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(53))
                .endPort()
                .addNewPort()
                .withProtocol("UDP")
                .withPort(new IntOrString(53))
                .endPort()
                .endEgress()
                .endSpec()
                .build();
    }

    private static HasMetadata policy(int i, int workloads) {
        NetworkPolicyBuilder policy = new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("allow-w" + i)
                .withNamespace("big")
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels("app", "w" + i)
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec();
        for (int j = 1; j <= BigTopology.PAIRS; j++) {
            policy = policy.editSpec()
                    .addNewIngress()
                    .addNewFrom()
                    .withNewPodSelector()
                    .addToMatchLabels("app", "w" + BigTopology.other(i, j, workloads))
                    .endPodSelector()
                    .endFrom()
                    .addNewPort()
                    .withProtocol("TCP")
                    .withPort(new IntOrString(8080))
                    .endPort()
                    .endIngress()
                    .addNewEgress()
                    .addNewTo()
                    .withNewPodSelector()
                    .addToMatchLabels("app", "w" + Math.floorMod(i - j * 7 - 1, workloads))
                    .endPodSelector()
                    .endTo()
                    .addNewPort()
                    .withProtocol("TCP")
                    .withPort(new IntOrString(8080))
                    .endPort()
                    .endEgress()
                    .endSpec();
        }
        return policy.build();
    }

    private static HasMetadata service(int i) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName("w" + i)
                .withNamespace("big")
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .withType("ClusterIP")
                .addToSelector("app", "w" + i)
                .addNewPort()
                .withName("http")
                .withProtocol("TCP")
                .withPort(80)
                .withTargetPort(new IntOrString("http"))
                .endPort()
                .endSpec()
                .build();
    }

    private static HasMetadata deployment(int i) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("w" + i)
                .withNamespace("big")
                .withLabels(LABELS)
                .addToLabels("app", "w" + i)
                .endMetadata()
                .withNewSpec()
                .withReplicas(2)
                .withNewSelector()
                .addToMatchLabels("app", "w" + i)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "w" + i)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("w" + i)
                .withImage("registry.example/team/w" + i + ":1.0." + i)
                .addNewEnv()
                .withName("LOG_LEVEL")
                .withValue("info")
                .endEnv()
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .withProtocol("TCP")
                .endPort()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
