package dev.knet.reach.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.ServiceObject;
import dev.knet.reach.objects.ServiceObject.Port;
import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects by their kinds, and what follows from several of them. */
final class ObjectReaderTest {
    private static final String TEMPLATE = "{metadata: {labels: {app: w}}, spec: {hostNetwork: true, containers: [{"
            + "ports: [{containerPort: 80, name: http}, {containerPort: 53, protocol: UDP}]}]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apps/v1       | Deployment            | {replicas: 0, template: %}",
                "apps/v1       | ReplicaSet            | {replicas: 0, template: %}",
                "apps/v1       | StatefulSet           | {template: %}",
                "apps/v1       | DaemonSet             | {template: %}",
                "batch/v1      | Job                   | {template: %}",
                "batch/v1      | CronJob               | {jobTemplate: {spec: {template: %}}}",
                "batch/v1beta1 | CronJob               | {jobTemplate: {spec: {template: %}}}",
                "v1            | ReplicationController | {template: %}",
            })
    void controllers(String version, String kind, String spec) {
        ClusterObjects objects = Manifests.read("apiVersion: " + version + "\nkind: " + kind
                + "\nmetadata: {name: w, namespace: shop}\nspec: " + spec.replace("%", TEMPLATE));
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(Manifests.names(objects)).containsExactly("Namespace shop", kind + " shop/w");
        assertThat(objects.pods()).singleElement().satisfies(pods -> {
            assertThat(pods.labels()).isEqualTo(Map.of("app", "w"));
            assertThat(pods.ports())
                    .hasToString("[ContainerPort[name=http, protocol=TCP, number=80],"
                            + " ContainerPort[name=, protocol=UDP, number=53]]");
            assertThat(pods.hostNetwork()).isTrue();
            assertThat(pods.origin()).hasToString("a.yaml:1");
        });
    }

    @Test
    void aControllerWithoutPods() {
        assertThat(Manifests.findings("# none\n\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w}\n"))
                .containsExactly("error a.yaml:3 `spec.template` of Deployment `default/w` is missing");
    }

    @Test
    void portsOfContainersThatGoOn() {
        ClusterObjects objects = Manifests.read("""
                apiVersion: v1
                kind: Pod
                metadata: {generateName: p-}
                spec:
                  initContainers:
                  - ports: [{containerPort: 1}]
                  - restartPolicy: Always
                    ports: [{containerPort: 2}]
                  containers:
                  - ports: [{containerPort: 3}]
                  - name: none
                """);
        assertThat(objects.pods().get(0).ports()).extracting("number").containsExactly(2, 3);
        assertThat(Manifests.names(objects)).containsExactly("Namespace default", "Pod default/p-");
    }

    @ParameterizedTest
    @CsvSource({"Running, 1", "Pending, 1", "Succeeded, 0", "Failed, 0"})
    void finishedPodsAreLeftOut(String phase, int count) {
        String text = "{apiVersion: v1, kind: Pod, metadata: {name: p}, status: {phase: " + phase + "}}";
        assertThat(Manifests.read(text).pods()).hasSize(count);
        List<String> left = List.of("warning a.yaml:1 a pod that has come to an end is left out: nobody talks to it");
        assertThat(Manifests.findings(text)).isEqualTo(count == 0 ? left : List.of());
    }

    @Test
    void finishedPodsAreCounted() {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: %s}, status: {phase: Failed}}";
        assertThat(Manifests.findings("---\n" + pod.formatted("p"), pod.formatted("q")))
                .containsExactly("warning a.yaml:2 a pod that has come to an end (2 of them, the first here)"
                        + " is left out: nobody talks to it");
    }

    @Test
    void services() {
        ClusterObjects objects = Manifests.read("""
                apiVersion: v1
                kind: Service
                metadata: {name: s}
                spec:
                  type: LoadBalancer
                  externalTrafficPolicy: Local
                  loadBalancerSourceRanges: [203.0.113.0/24]
                  selector: {app: w}
                  ports:
                  - {port: 80}
                  - {name: a, port: 81, targetPort: 8081, nodePort: 30081}
                  - {name: b, port: 53, protocol: UDP, targetPort: dns}
                  - {port: 82, targetPort: 0, nodePort: 0}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: h}, spec: {clusterIP: None, ports: [{port: 80}]}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: e}, spec: {type: ExternalName, selector: {a: b}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: np}, spec: {type: NodePort}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: c}, spec: {clusterIP: 10.0.0.1}}
                """);
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(objects.services())
                .extracting(ServiceObject::type)
                .containsExactly(
                        ServiceObject.Type.LOAD_BALANCER,
                        ServiceObject.Type.HEADLESS,
                        ServiceObject.Type.EXTERNAL_NAME,
                        ServiceObject.Type.NODE_PORT,
                        ServiceObject.Type.CLUSTER_IP);
        ServiceObject first = objects.services().get(0);
        assertThat(first.ports())
                .containsExactly(
                        new Port("", Protocol.TCP, 80, 80, "", OptionalInt.empty()),
                        new Port("a", Protocol.TCP, 81, 8081, "", OptionalInt.of(30081)),
                        new Port("b", Protocol.UDP, 53, 0, "dns", OptionalInt.empty()),
                        new Port("", Protocol.TCP, 82, 82, "", OptionalInt.empty()));
        assertThat(first.keepsAddress()).isTrue();
        assertThat(first.sourceRanges()).hasToString("[203.0.113.0-203.0.113.255]");
        assertThat(objects.services().get(2).selector()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: clusterip} | `spec.type` of % takes `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`, not `clusterip`",
                "{ports: [{}]}     | `spec.ports[0].port` of % is missing",
                "{ports: [{port: a}]} | `spec.ports[0].port` of % takes a number without quotes, not `a`",
                "{ports: [{port: 1, targetPort: '80'}]} | `spec.ports[0].targetPort` of % is no name of a port: `80`; a number stands without quotes",
                "{type: LoadBalancer, loadBalancerSourceRanges: [a]} | `spec.loadBalancerSourceRanges[0]` of % is no CIDR: `a`",
                "{selector: [a]}   | `spec.selector` of % takes a mapping, not a list",
            })
    void wrongServices(String spec, String message) {
        assertThat(Manifests.findings("apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: " + spec))
                .containsExactly("error a.yaml:4 " + message.replace("%", "Service `default/s`"));
    }

    @Test
    void namespaces() {
        ClusterObjects objects = Manifests.read("""
                {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: ops}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {a: b, kubernetes.io/metadata.name: x}}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: p, namespace: none}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}}
                """);
        assertThat(objects.namespaces())
                .extracting(NamespaceObject::name, NamespaceObject::labels)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "shop", Map.of("a", "b", "kubernetes.io/metadata.name", "shop")),
                        org.assertj.core.groups.Tuple.tuple("ops", Map.of("kubernetes.io/metadata.name", "ops")));
    }

    @Test
    void noNamespaceAtAll() {
        String text = "{apiVersion: v1, kind: Pod, metadata: {name: p}}";
        ClusterObjects objects =
                ManifestReader.read(List.of(new ManifestReader.Source("a.yaml", text.getBytes(UTF_8))), "");
        assertThat(Manifests.names(objects)).containsExactly("Pod /p");
    }

    @Test
    void lists() {
        ClusterObjects objects = Manifests.read("""
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Namespace, metadata: {name: a}}
                - apiVersion: v1
                  kind: PodList
                  items:
                  - metadata: {name: p}
                  - {kind: Pod, metadata: {name: q}}
                - {apiVersion: v1, kind: List, items: []}
                - {apiVersion: v1, kind: List}
                ---
                {apiVersion: networking.k8s.io/v1, kind: NetworkPolicyList, items: [{metadata: {name: r}}]}
                """);
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(Manifests.names(objects))
                .containsExactly(
                        "Namespace a",
                        "Namespace default",
                        "Pod default/p",
                        "Pod default/q",
                        "NetworkPolicy default/r");
        assertThat(objects.pods().get(1).origin()).hasToString("a.yaml:9");
    }

    @Test
    void listsOfLists() {
        assertThat(Manifests.findings("apiVersion: v1\nkind: List\nitems:\n- [a]\n- b\n- null\n- {}\n"))
                .containsExactly(
                        "error a.yaml:4 a Kubernetes object is a mapping, and this is a list",
                        "error a.yaml:5 a Kubernetes object is a mapping, and this is a word",
                        "error a.yaml:6 a Kubernetes object is a mapping, and this is a word",
                        "error a.yaml:7 `kind` of the object is missing",
                        "error a.yaml:7 `apiVersion` of the object is missing");
        assertThat(Manifests.findings("{apiVersion: v1, kind: List, items: {a: b}}"))
                .containsExactly("error a.yaml:1 `items` of the `List` takes a list, not a mapping");
    }

    private static String owned(String kind, String name, String labels, String owner) {
        String references = owner.isEmpty()
                ? ""
                : ", ownerReferences: [{kind: X, name: y}, {kind: " + owner.replace("/", ", name: ")
                        + ", controller: true}]";
        String version = kind.equals("Pod") ? "v1" : kind.equals("Job") ? "batch/v1" : "apps/v1";
        String spec = kind.equals("Pod") ? "" : ", spec: {template: {metadata: {labels: {" + labels + "}}}}";
        return "---\n{apiVersion: " + version + ", kind: " + kind + ", metadata: {name: " + name + ", labels: {"
                + labels + "}" + references + "}" + spec + "}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "StatefulSet/db      | a: b                    | -               | StatefulSet/db",
                "ReplicaSet/web-7f9  | a: b                    | -               | ReplicaSet/web-7f9",
                "ReplicaSet/web-7f9  | pod-template-hash: 7f9  | -               | Deployment/web",
                "ReplicaSet/web-7f9  | pod-template-hash: f9   | -               | ReplicaSet/web-7f9",
                "ReplicaSet/-7f9     | pod-template-hash: 7f9  | -               | ReplicaSet/-7f9",
                "ReplicaSet/web-7f9  | a: b                    | Deployment/shop | Deployment/shop",
                "ReplicaSet/web-7f9  | a: b                    | Rollout/shop    | Rollout/shop",
                "Job/clean-1         | a: b                    | CronJob/clean   | CronJob/clean",
                "Job/clean-1         | a: b                    | -               | Job/clean-1",
                "Node/node-1         | a: b                    | -               | Pod/p",
                "Workflow/w          | a: b                    | -               | Workflow/w",
                "ReplicaSet/web-7f9  | a: b                    | ReplicaSet/web-7f9 | ReplicaSet/web-7f9",
            })
    void podsCountAsTheirController(String owner, String labels, String above, String expected) {
        String[] parts = owner.split("/");
        String text =
                owned("Pod", "p", labels, owner) + (above == null ? "" : owned(parts[0], parts[1], "c: d", above));
        ClusterObjects objects = Manifests.read(text);
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(objects.pods().get(0))
                .satisfies(pods -> assertThat(pods.kind() + "/" + pods.name()).isEqualTo(expected));
    }

    @Test
    void controllersBesideTheirPods() {
        ClusterObjects objects = Manifests.read(owned("Deployment", "web", "a: b", "")
                + owned("ReplicaSet", "web-7f9", "a: b, pod-template-hash: 7f9", "Deployment/web")
                + owned("Pod", "web-7f9-1", "a: b, pod-template-hash: 7f9", "ReplicaSet/web-7f9")
                + owned("Pod", "web-7f9-2", "a: b, pod-template-hash: 7f9", "ReplicaSet/web-7f9")
                + owned("ReplicaSet", "web-5aa", "a: c", "Deployment/web")
                        .replace("template:", "replicas: 0, template:"));
        assertThat(Manifests.findings(objects)).isEmpty();
        assertThat(Manifests.names(objects))
                .containsExactly("Namespace default", "Deployment default/web", "Deployment default/web");
        assertThat(objects.pods()).extracting("labels").doesNotHaveDuplicates();
    }

    @Test
    void theLastOneCounts() {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {a: ";
        ClusterObjects objects = Manifests.read(pod + "b}}}\n", "---\n" + pod + "c}}}");
        assertThat(Manifests.findings(objects))
                .containsExactly("warning b.yaml:2 Pod `default/p` is here and at `a.yaml:1`; the last one counts");
        assertThat(objects.pods()).extracting("labels").containsExactly(Map.of("a", "c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1 ConfigMap",
                "v1 Secret",
                "v1 ServiceAccount",
                "rbac.authorization.k8s.io/v1 RoleBinding",
                "v1 PersistentVolumeClaim",
                "storage.k8s.io/v1 StorageClass",
                "autoscaling/v2 HorizontalPodAutoscaler",
                "policy/v1 PodDisruptionBudget",
                "apiextensions.k8s.io/v1 CustomResourceDefinition",
                "kustomize.config.k8s.io/v1beta1 Kustomization",
                "v1 LimitRange",
                "v1 ResourceQuota",
                "networking.k8s.io/v1 Ingress",
                "networking.k8s.io/v1 IngressClass",
                "extensions/v1beta1 Ingress",
                "route.openshift.io/v1 Route",
                "gateway.networking.k8s.io/v1 HTTPRoute",
            })
    void kindsOfNoInterest(String kind) {
        String[] words = kind.split(" ");
        assertThat(Manifests.findings("{apiVersion: " + words[0] + ", kind: " + words[1] + "}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cilium.io/v2, CiliumLocalRedirectPolicy, true",
        "projectcalico.org/v3, StagedNetworkPolicy, true",
        "crd.projectcalico.org/v1, GlobalNetworkPolicy, true",
        "crd.antrea.io/v1beta1, ClusterNetworkPolicy, true",
        "argoproj.io/v1alpha1, Rollout, false",
        "gateway.networking.k8s.io/v1, Gateway, false",
        "networking.istio.io/v1, Sidecar, false",
        "example.com/v1, Ingress, false",
        "v1, Sheep, false",
        "example.com/v1, Pod, false",
    })
    void kindsThatAreNotUnderstood(String version, String kind, boolean isPolicy) {
        String text = "{apiVersion: " + version + ", kind: " + kind + ", metadata: {name: a}}\n---\n";
        String why = isPolicy
                ? "is not understood: the answers leave out what it allows and denies"
                : "is not read: if it makes pods or says who may talk to whom, the answers do not know of that";
        assertThat(Manifests.findings(text + text))
                .containsExactly(
                        "warning a.yaml:1 `" + kind + "` of `" + version + "` (2 of them, the first here) " + why);
    }

    @Test
    void documentsThatAreNoObjects() {
        assertThat(
                        Manifests.findings(
                                "---\n# empty\n---\n~\n---\n- a\n---\nweb\n---\na: b\n---\nkind: 1\napiVersion: [v1]"
                                        + "\n---\n{apiVersion: v1, kind: Pod}\n---\n{apiVersion: v1, kind: Pod, metadata: x}\n"))
                .containsExactly(
                        "error a.yaml:6 a Kubernetes object is a mapping, and this is a list",
                        "error a.yaml:8 a Kubernetes object is a mapping, and this is a word",
                        "error a.yaml:12 `kind` of the object takes text; `1` without quotes is a number",
                        "error a.yaml:13 `apiVersion` of the object takes text, not a list",
                        "error a.yaml:15 `metadata.name` of the `Pod` is missing",
                        "error a.yaml:17 `metadata` of the `Pod` takes fields, not `x`",
                        "error a.yaml:17 `metadata.name` of the `Pod` is missing",
                        "warning a.yaml:10 what has neither `kind` nor `apiVersion` is no Kubernetes object and is"
                                + " passed over");
    }

    @Test
    void whatIsOfSomethingElseIsToldOfOncePerFile() {
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}}";
        ClusterObjects objects = Manifests.read(
                "image: nginx\n---\n{}\n---\n" + pod, "kind: Pod", "apiVersion: v1", "\n\nreplicas: 2\nkind: null");
        assertThat(Manifests.findings(objects))
                .containsExactly(
                        "error b.yaml:1 `apiVersion` of the object is missing",
                        "error c.yaml:1 `kind` of the object is missing",
                        "warning a.yaml:1 what has neither `kind` nor `apiVersion` (2 of them, the first here)"
                                + " is no Kubernetes object and is passed over",
                        "warning d.yaml:3 what has neither `kind` nor `apiVersion` is no Kubernetes object and is"
                                + " passed over");
        assertThat(objects.pods()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "kustomization.yaml, true",
        "base/kustomization.yml, true",
        "base/Kustomization, true",
        "my-kustomization.yaml, false",
        "kustomization.yaml/a.yaml, false",
    })
    void filesOfKustomizeMayLeaveOutWhatTheyAre(String name, boolean isOfKustomize) {
        String text = "resources: [a.yaml]\n---\n{kind: Kustomization, resources: []}\n---\n"
                + "{apiVersion: v1, kind: Pod, metadata: {name: p}}";
        ClusterObjects objects =
                ManifestReader.read(List.of(new ManifestReader.Source(name, text.getBytes(UTF_8))), "default");
        assertThat(objects.findings().isEmpty()).isEqualTo(isOfKustomize);
        assertThat(objects.hasErrors()).isEqualTo(!isOfKustomize);
        assertThat(objects.pods()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{- if .Values.policy }}\\nkind: Pod | 1 the text is not YAML: ",
                "kind: Pod\\nmetadata:\\n  labels:\\n    {{- include l . }} | 4 the text is not YAML: ",
                "kind: Pod\\napiVersion: v1\\nmetadata: {name: {{ .Release.Name }}} | 3 `metadata.name` of the `Pod` takes text, not a mapping",
                "{{ include policy . }} | 1 this is no Kubernetes object",
            })
    void templatesAreToBeRenderedFirst(String text, String finding) {
        assertThat(Manifests.findings(text.replace("\\n", "\n")))
                .first()
                .asString()
                .startsWith("error a.yaml:" + finding)
                .endsWith("; it looks like a template (`{{`): render it first (`helm template`, `kustomize build`)");
    }

    @Test
    void whatIsBrokenWithoutBracesIsNoTemplate() {
        assertThat(Manifests.findings("a: b: c { {")).noneMatch(it -> it.contains("template"));
        assertThat(Manifests.findings(Manifests.json("{\"a\": {{ .b }}}")))
                .singleElement()
                .asString()
                .endsWith("`kustomize build`)");
    }

    @Test
    void noMoreThanAHundredFindings() {
        ClusterObjects objects = Manifests.read("--- a\n".repeat(500));
        assertThat(objects.findings()).hasSize(101);
        assertThat(objects.findings().get(100).message()).isEqualTo("there is more to be said, not all was read");
        assertThat(objects.findings().get(100).isError()).isTrue();
    }
}
