package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.lower.Manifest;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestYamlTest {
    private static final NetworkPolicy POLICY = new NetworkPolicyBuilder()
            .withNewMetadata()
            .withName("allow-web")
            .withNamespace("shop")
            .addToLabels("app.kubernetes.io/part-of", "shop")
            .addToLabels("app.kubernetes.io/managed-by", "knet")
            .endMetadata()
            .withNewSpec()
            .withNewPodSelector()
            .addToMatchLabels("app", "web")
            .endPodSelector()
            .withPolicyTypes("Ingress", "Egress")
            .addNewIngress()
            .addNewFrom()
            .withNewNamespaceSelector()
            .addToMatchLabels("kubernetes.io/metadata.name", "shop")
            .endNamespaceSelector()
            .withNewPodSelector()
            .withMatchExpressions(new LabelSelectorRequirement("app", "In", List.of("client", "no")))
            .endPodSelector()
            .endFrom()
            .addNewPort()
            .withProtocol("TCP")
            .withPort(new IntOrString(8000))
            .withEndPort(8080)
            .endPort()
            .addNewPort()
            .withPort(new IntOrString("http"))
            .endPort()
            .endIngress()
            .addNewIngress()
            .endIngress()
            .addNewEgress()
            .addNewTo()
            .withNewIpBlock()
            .withCidr("10.0.0.0/8")
            .withExcept("10.1.0.0/16")
            .endIpBlock()
            .endTo()
            .endEgress()
            .endSpec()
            .build();

    private static final Service SERVICE = new ServiceBuilder()
            .withNewMetadata()
            .withName("web")
            .withNamespace("shop")
            .endMetadata()
            .withNewSpec()
            .withType("NodePort")
            .addToSelector("app", "web")
            .addNewPort()
            .withName("http")
            .withPort(80)
            .withTargetPort(new IntOrString("http"))
            .withNodePort(30080)
            .endPort()
            .withIpFamilies("IPv4", "IPv6")
            .withLoadBalancerSourceRanges("203.0.113.0/24")
            .withPublishNotReadyAddresses(false)
            .endSpec()
            .build();

    private static final Deployment DEPLOYMENT = new DeploymentBuilder()
            .withNewMetadata()
            .withName("web")
            .withNamespace("shop")
            .addToAnnotations("note", "two\nlines\n")
            .endMetadata()
            .withNewSpec()
            .withReplicas(2)
            .withNewSelector()
            .addToMatchLabels("app", "web")
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .addToLabels("app", "web")
            .endMetadata()
            .withNewSpec()
            .addNewInitContainer()
            .withName("wait")
            .withImage("busybox")
            .withCommand("sh", "-c", "until nc -z db 5432; do\n  sleep 1\ndone")
            .endInitContainer()
            .addNewContainer()
            .withName("nginx")
            .withImage("nginx:1.27")
            .withArgs("--port=80", "80", "a, b")
            .addNewEnv()
            .withName("FLAG")
            .withValue("yes")
            .endEnv()
            .addNewEnv()
            .withName("PASSWORD")
            .withNewValueFrom()
            .withNewSecretKeyRef("password", "db", false)
            .endValueFrom()
            .endEnv()
            .addNewPort()
            .withName("http")
            .withContainerPort(80)
            .endPort()
            .withNewResources()
            .addToRequests("memory", new Quantity("128Mi"))
            .addToRequests("cpu", new Quantity("1"))
            .addToLimits("memory", new Quantity("256Mi"))
            .endResources()
            .withNewReadinessProbe()
            .withNewHttpGet()
            .withPath("/healthz")
            .withPort(new IntOrString("http"))
            .endHttpGet()
            .withPeriodSeconds(5)
            .endReadinessProbe()
            .addNewVolumeMount()
            .withName("tmp")
            .withMountPath("/tmp")
            .endVolumeMount()
            .endContainer()
            .addNewVolume()
            .withName("tmp")
            .withNewEmptyDir()
            .endEmptyDir()
            .endVolume()
            .withNewAffinity()
            .withNewPodAntiAffinity()
            .addNewPreferredDuringSchedulingIgnoredDuringExecution()
            .withWeight(1)
            .withNewPodAffinityTerm()
            .withTopologyKey("kubernetes.io/hostname")
            .endPodAffinityTerm()
            .endPreferredDuringSchedulingIgnoredDuringExecution()
            .endPodAntiAffinity()
            .endAffinity()
            .withServiceAccountName("web")
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();

    @Test
    void looks() {
        Manifest namespace = Samples.manifest(new NamespaceBuilder()
                .withNewMetadata()
                .withName("shop")
                .endMetadata()
                .build());
        Manifest policy = new Manifest(
                POLICY,
                List.of("web allows client on tcp/8000-8080, http", "because \"ticket 4711\""),
                List.of(List.of("web allows client on tcp/8000-8080, http"), List.of("web allows anyone")),
                List.of(List.of("web reaches 10.0.0.0/8 except 10.1.0.0/16")));
        String text = ManifestYaml.write(
                List.of("Written by knet from shop.knet.", "Change that file, not this one."),
                List.of(
                        namespace,
                        policy,
                        Samples.manifest(SERVICE, "service web for web"),
                        Samples.manifest(DEPLOYMENT)));
        assertThat(text).isEqualTo("""
                # Written by knet from shop.knet.
                # Change that file, not this one.

                apiVersion: v1
                kind: Namespace
                metadata:
                  name: shop
                ---
                # web allows client on tcp/8000-8080, http
                # because "ticket 4711"
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: allow-web
                  namespace: shop
                  labels:
                    app.kubernetes.io/managed-by: knet
                    app.kubernetes.io/part-of: shop
                spec:
                  podSelector:
                    matchLabels:
                      app: web
                  policyTypes:
                  - Ingress
                  - Egress
                  ingress:
                  # web allows client on tcp/8000-8080, http
                  - from:
                    - namespaceSelector:
                        matchLabels:
                          kubernetes.io/metadata.name: shop
                      podSelector:
                        matchExpressions:
                        - key: app
                          operator: In
                          values:
                          - client
                          - "no"
                    ports:
                    - protocol: TCP
                      port: 8000
                      endPort: 8080
                    - port: http
                  # web allows anyone
                  - {}
                  egress:
                  # web reaches 10.0.0.0/8 except 10.1.0.0/16
                  - to:
                    - ipBlock:
                        cidr: 10.0.0.0/8
                        except:
                        - 10.1.0.0/16
                ---
                # service web for web
                apiVersion: v1
                kind: Service
                metadata:
                  name: web
                  namespace: shop
                spec:
                  type: NodePort
                  selector:
                    app: web
                  ports:
                  - name: http
                    port: 80
                    targetPort: http
                    nodePort: 30080
                  ipFamilies:
                  - IPv4
                  - IPv6
                  loadBalancerSourceRanges:
                  - 203.0.113.0/24
                  publishNotReadyAddresses: false
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  namespace: shop
                  annotations:
                    note: |
                      two
                      lines
                spec:
                  replicas: 2
                  selector:
                    matchLabels:
                      app: web
                  template:
                    metadata:
                      labels:
                        app: web
                    spec:
                      initContainers:
                      - name: wait
                        image: busybox
                        command:
                        - sh
                        - -c
                        - |-
                          until nc -z db 5432; do
                            sleep 1
                          done
                      containers:
                      - name: nginx
                        image: nginx:1.27
                        args:
                        - --port=80
                        - "80"
                        - "a, b"
                        env:
                        - name: FLAG
                          value: "yes"
                        - name: PASSWORD
                          valueFrom:
                            secretKeyRef:
                              name: db
                              key: password
                              optional: false
                        ports:
                        - name: http
                          containerPort: 80
                        resources:
                          requests:
                            cpu: "1"
                            memory: 128Mi
                          limits:
                            memory: 256Mi
                        readinessProbe:
                          httpGet:
                            path: /healthz
                            port: http
                          periodSeconds: 5
                        volumeMounts:
                        - name: tmp
                          mountPath: /tmp
                      volumes:
                      - name: tmp
                        emptyDir: {}
                      affinity:
                        podAntiAffinity:
                          preferredDuringSchedulingIgnoredDuringExecution:
                          - podAffinityTerm:
                              topologyKey: kubernetes.io/hostname
                            weight: 1
                      serviceAccountName: web
                """);
    }

    @Test
    void saysWhatTheUsualSerializationSays() {
        HasMetadata job = new CronJobBuilder()
                .withNewMetadata()
                .withName("no")
                .endMetadata()
                .withNewSpec()
                .withSchedule("*/5 * * * *")
                .withSuspend(false)
                .endSpec()
                .build();
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setApiVersion("cilium.io/v2");
        resource.setKind("CiliumNetworkPolicy");
        resource.setMetadata(new ObjectMetaBuilder().withName("a").build());
        resource.setAdditionalProperties(
                Map.of("spec", Map.of("ingress", List.of(Map.of()), "endpointSelector", Map.of())));
        List<HasMetadata> objects = List.of(POLICY, SERVICE, DEPLOYMENT, job, resource);
        List<Manifest> manifests = new ArrayList<>();
        List<Object> usual = new ArrayList<>();
        for (HasMetadata object : objects) {
            manifests.add(Samples.manifest(object, "---", "a: b"));
            usual.addAll(YamlReaders.read(Serialization.asYaml(object)));
        }
        assertThat(YamlReaders.read(ManifestYaml.write(List.of("---"), manifests)))
                .isEqualTo(usual);
    }

    @Test
    void freeFormKeepsItsEmptiesAndNulls() {
        Map<String, Object> value = new TreeMap<>();
        value.put("map", Map.of());
        value.put("list", List.of());
        value.put("nothing", null);
        value.put("lists", List.of(List.of(), List.of(List.of(1, 2), Map.of()), Collections.singletonList(null)));
        assertThat(Samples.roundTrip(value)).isEqualTo(value);
    }

    @Test
    void additionalPropertiesComeLastInTheOrderOfKeys() {
        HasMetadata object = new ConfigMapBuilder()
                .addToData("b", "c")
                .addToAdditionalProperties("y", Map.of("b", 1, "a", 2, "name", 3))
                .addToAdditionalProperties("x", true)
                .build();
        assertThat(ManifestYaml.write(List.of(), List.of(Samples.manifest(object))))
                .isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                data:
                  b: c
                x: true
                "y":
                  name: 3
                  a: 2
                  b: 1
                """);
    }

    @Test
    void equalObjectsAreTheSameBytes() {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, String> reversed = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            labels.put("k" + i, "v");
            reversed.put("k" + (99 - i), "v");
        }
        assertThat(written(labels)).isEqualTo(written(reversed));
    }

    private static String written(Map<String, String> labels) {
        HasMetadata pod = new PodBuilder()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .build();
        return ManifestYaml.write(
                List.of("a"), List.of(Samples.manifest(pod), Samples.manifest(Samples.holding(labels))));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1.0,
                -1.5,
                0.1,
                1e3,
                1e7,
                1e10,
                1.5e300,
                -1e-5,
                1e-300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                123456789.125
            })
    void fractions(double number) {
        assertThat(Samples.roundTrip(number)).isEqualTo(number);
    }

    /** Our reader of YAML 1.1 takes more for a fraction than the version does. */
    @Test
    void exponentsAreThoseOfYaml11() {
        assertThat(Numbers.of(1e10)).isEqualTo("1.0E+10");
        assertThat(Numbers.of(-1.5e-10)).isEqualTo("-1.5E-10");
        assertThat(Numbers.of(1e10f)).isEqualTo("1.0E+10");
        assertThat(Numbers.of(new BigDecimal("1E+5"))).isEqualTo("1.0E+5");
        assertThat(Numbers.of(new BigDecimal("1E-9"))).isEqualTo("1.0E-9");
    }

    @Test
    void numbers() {
        assertThat(Samples.roundTrip(Integer.MIN_VALUE)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Samples.roundTrip(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(Samples.roundTrip((short) -3)).isEqualTo(-3);
        assertThat(Samples.roundTrip(1.5f)).isEqualTo(1.5);
        assertThat(Samples.roundTrip(new BigInteger("123456789012345678901")))
                .isEqualTo(new BigInteger("123456789012345678901"));
        assertThat(Samples.roundTrip(new BigDecimal("1E+5"))).isEqualTo(1e5);
        assertThat(Samples.roundTrip(new BigDecimal("1E-7"))).isEqualTo(1e-7);
        assertThat(Samples.roundTrip(new BigDecimal("12.50"))).isEqualTo(12.5);
    }

    @Test
    void refusesWhatHasNoForm() {
        refused(Double.NaN, "NaN is no number in JSON, which the API server reads YAML as");
        refused(Float.NEGATIVE_INFINITY, "-Infinity is no number in JSON, which the API server reads YAML as");
        refused(Map.of(1, "a"), "a key that is no string: 1");
        refused(Collections.singletonMap(null, "a"), "a key that is no string: null");
        refused(new Object[0], "a [Ljava.lang.Object; has no YAML form");
        refused(new AtomicInteger(1), "a java.util.concurrent.atomic.AtomicInteger has no YAML form");
        refused(Locale.ROOT, "a java.util.Locale has no YAML form");
    }

    private static void refused(Object value, String message) {
        assertThatThrownBy(() -> Samples.roundTrip(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** The usual serialization writes the additional one; then who reads the object's getters would see the other. */
    @Test
    void refusesAPropertyThatIsAlsoAdditional() {
        HasMetadata policy = new NetworkPolicyBuilder(POLICY)
                .editSpec()
                .addToAdditionalProperties("podSelector", Map.of())
                .endSpec()
                .build();
        assertThatThrownBy(() -> ManifestYaml.write(List.of(), List.of(Samples.manifest(policy))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NetworkPolicySpec has podSelector twice");
    }

    @Test
    void nothingIsNoDocument() {
        assertThat(ManifestYaml.write(List.of(), List.of())).isEmpty();
        assertThat(ManifestYaml.write(List.of("a"), List.of())).isEqualTo("# a\n");
    }

    @Test
    void kustomization() {
        String text =
                ManifestYaml.kustomization(List.of("by knet"), List.of("shop.yaml", "no", "a b.yaml", "é: #.yaml"));
        assertThat(text).isEqualTo("""
                # by knet

                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                - shop.yaml
                - "no"
                - a b.yaml
                - "é: #.yaml"
                """);
        assertThat(ManifestYaml.kustomization(List.of(), List.of())).isEqualTo("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: []
                """);
    }

    @Test
    void manyThreadsLearnTheModelAtOnce() {
        String expected = ManifestYaml.write(List.of(), List.of(Samples.manifest(DEPLOYMENT)));
        assertThat(Collections.nCopies(1000, DEPLOYMENT).parallelStream()
                        .map(object -> ManifestYaml.write(List.of(), List.of(Samples.manifest(object))))
                        .distinct())
                .containsExactly(expected);
    }
}
