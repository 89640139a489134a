package dev.knet.testing.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.cni.Profiles;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.prove.Built;
import dev.knet.testing.Lowered;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For every network plugin, a random topology is refused, or what is written for it means what its sentences say and has
 * nothing in it that the plugin does not enforce. What that would be is looked for in the objects alone.
 */
final class PluginsTest {
    private static final int TOPOLOGIES = Integer.getInteger("knet.plugins", 100);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "antrea",
                "aws-vpc { network-policy }",
                "aws-vpc { network-policy; ipv6 }",
                "calico",
                "calico { dataplane ebpf }",
                "cilium",
                "cilium { sctp }",
                "cilium { sctp; cidr-match nodes }",
                "flannel { netpol }",
                "kindnet",
                "kube-router",
                "weave"
            })
    void isRefusedOrRight(String plugin) {
        int proved = 0;
        for (int seed = 0; seed < TOPOLOGIES; seed++) {
            Optional<Lowered> lowered = lowered(seed, plugin);
            if (lowered.isPresent()) {
                Lowered written = lowered.get();
                assertThatCode(() -> prove(written))
                        .as("seed %s%n%s", seed, written.text())
                        .doesNotThrowAnyException();
                assertThat(notEnforced(written))
                        .as("seed %s%n%s", seed, written.text())
                        .isEmpty();
                proved += written.policies().isEmpty() ? 0 : 1;
            }
        }
        assertThat(proved).isGreaterThan(TOPOLOGIES / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flannel", "aws-vpc"})
    void whereNothingIsEnforcedNoPolicyIsWritten(String plugin) {
        for (int seed = 0; seed < TOPOLOGIES / 10; seed++) {
            int number = seed;
            lowered(seed, plugin)
                    .ifPresent(it ->
                            assertThat(it.policies()).as("seed %s", number).isEmpty());
        }
    }

    /** What is right for any plugin is written for one that enforces everything as it is for any. */
    @ParameterizedTest
    @ValueSource(strings = {"portable", "calico", "kindnet", "kube-router", "antrea", "flannel { netpol }"})
    void whatIsEnforcedIsWrittenAsItIs(String plugin) {
        for (int seed = 0; seed < TOPOLOGIES / 10; seed++) {
            Optional<Lowered> any = lowered(seed, Profiles.PORTABLE);
            Optional<Lowered> one = lowered(seed, plugin);
            assertThat(one.map(Lowered::objects)).as("seed %s", seed).isEqualTo(any.map(Lowered::objects));
        }
    }

    private static Optional<Lowered> lowered(int seed, String plugin) {
        List<String> cluster = List.of("cluster { cni " + plugin + " }");
        return Candidate.repaired(RandomTopology.of(seed, cluster)).map(Candidate::lowered);
    }

    private static void prove(Lowered lowered) {
        String text = ManifestYaml.write(List.of(), lowered.manifests().all());
        Built.of(List.of(new Built.Written(lowered.topology(), lowered.manifests(), "t.yaml", text)))
                .prove();
    }

    private static List<String> notEnforced(Lowered lowered) {
        Cni cni = lowered.topology().cluster().cni().orElseThrow();
        List<String> found = new ArrayList<>();
        for (NetworkPolicy policy : lowered.policies()) {
            ports(policy).forEach(port -> look(port, cni, found));
            peers(policy)
                    .map(NetworkPolicyPeer::getIpBlock)
                    .filter(Objects::nonNull)
                    .forEach(block -> look(block, cni, found));
        }
        return found;
    }

    private static Stream<NetworkPolicyPort> ports(NetworkPolicy policy) {
        return Stream.concat(
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getPorts().stream()));
    }

    private static Stream<NetworkPolicyPeer> peers(NetworkPolicy policy) {
        return Stream.concat(
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
    }

    private static void look(NetworkPolicyPort port, Cni cni, List<String> found) {
        boolean isSctp = port.getProtocol().equals("SCTP");
        boolean isNamed = port.getPort() != null && port.getPort().getStrVal() != null;
        refuse(isSctp, CniFeature.SCTP, cni, port, found);
        refuse(port.getEndPort() != null, CniFeature.PORT_RANGES, cni, port, found);
        refuse(isNamed, isSctp ? CniFeature.NAMED_SCTP_PORTS : CniFeature.NAMED_PORTS, cni, port, found);
    }

    private static void look(IPBlock block, Cni cni, List<String> found) {
        boolean isV6 = block.getCidr().contains(":");
        refuse(isV6, CniFeature.IPV6, cni, block, found);
        refuse(!isV6, CniFeature.IPV4, cni, block, found);
        // Where every random topology says that its nodes and its API server are.
        boolean isNode = List.of("10.2.0.0/24", "10.1.0.7/32", "192.0.2.9/32").contains(block.getCidr());
        refuse(isNode, CniFeature.NODE_ADDRESSES, cni, block, found);
        refuse(block.getCidr().equals("169.254.20.10/32"), CniFeature.NODE_LOCAL_DNS, cni, block, found);
    }

    private static void refuse(boolean isThere, CniFeature feature, Cni cni, Object where, List<String> found) {
        if (isThere && !cni.enforces(feature)) {
            found.add(feature.title() + " in " + where);
        }
    }
}
