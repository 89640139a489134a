package dev.knet.testing.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.Manifest;
import dev.knet.lower.Manifests;
import dev.knet.prove.Built;
import dev.knet.prove.ProofException;
import dev.knet.testing.Lowered;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The proof of every build finds nothing in what is right, and finds what is wrong: random topologies as they are written,
 * and with one thing of their policies changed.
 */
final class ProofTest {
    private static final int TOPOLOGIES = Integer.getInteger("knet.proofs", 1000);

    @Test
    void findsNothingInWhatIsRight() {
        for (int seed = 0; seed < TOPOLOGIES; seed++) {
            Optional<Candidate> candidate = Candidate.repaired(RandomTopology.of(seed));
            if (candidate.isPresent()) {
                Lowered lowered = candidate.get().lowered();
                assertThatCode(() -> prove(lowered, lowered.manifests()))
                        .as("seed %s%n%s", seed, lowered.text())
                        .doesNotThrowAnyException();
            }
        }
    }

    /** Some changes change nothing: a rule that another one repeats. What a cluster shows, the proof has to find. */
    @Test
    void findsWhatIsWrong() {
        int found = 0;
        List<String> missed = new ArrayList<>();
        for (int seed = 0; seed < TOPOLOGIES; seed++) {
            Optional<Candidate> candidate = Candidate.repaired(RandomTopology.of(seed));
            if (candidate.isPresent() && !candidate.get().lowered().policies().isEmpty()) {
                Lowered lowered = candidate.get().lowered();
                Manifests wrong = changed(lowered.manifests(), new Random(seed));
                Optional<String> difference = Comparison.of(
                                new Lowered(lowered.text(), lowered.topology(), wrong), seed)
                        .difference();
                if (isFound(lowered, wrong)) {
                    found++;
                } else {
                    int number = seed;
                    difference.ifPresent(it -> missed.add("seed " + number + ": " + it));
                }
            }
        }
        assertThat(missed).as("beside %s found", found).isEmpty();
        assertThat(found).isGreaterThan(TOPOLOGIES / 4);
    }

    private static boolean isFound(Lowered lowered, Manifests wrong) {
        try {
            prove(lowered, wrong);
            return false;
        } catch (ProofException e) {
            return true;
        }
    }

    private static void prove(Lowered lowered, Manifests manifests) {
        String text = ManifestYaml.write(List.of(), manifests.all());
        Built.of(List.of(new Built.Written(lowered.topology(), manifests, "t.yaml", text)))
                .prove();
    }

    private static Manifests changed(Manifests manifests, Random random) {
        List<Manifest> policies = new ArrayList<>(manifests.policies());
        int place = random.nextInt(policies.size());
        Manifest manifest = policies.remove(place);
        NetworkPolicy policy = (NetworkPolicy) manifest.object();
        switch (random.nextInt(6)) {
            case 0 -> {} // the whole policy is lost
            case 4 -> policies.add(place, manifest.of(withOtherValues(policy, true)));
            case 5 -> policies.add(place, manifest.of(withOtherValues(policy, false)));
            case 1 -> policies.add(place, manifest.of(withoutARule(policy)));
            case 2 -> policies.add(place, manifest.of(withoutPeers(policy)));
            default -> policies.add(place, manifest.of(withoutPorts(policy)));
        }
        return new Manifests(
                manifests.namespaces(),
                policies,
                manifests.serviceAccounts(),
                manifests.services(),
                manifests.workloads());
    }

    private static NetworkPolicy withoutARule(NetworkPolicy policy) {
        NetworkPolicy copy = new NetworkPolicyBuilder(policy).build();
        if (!copy.getSpec().getIngress().isEmpty()) {
            copy.getSpec().getIngress().remove(0);
        } else if (!copy.getSpec().getEgress().isEmpty()) {
            copy.getSpec().getEgress().remove(0);
        }
        return copy;
    }

    private static NetworkPolicy withoutPeers(NetworkPolicy policy) {
        NetworkPolicy copy = new NetworkPolicyBuilder(policy).build();
        copy.getSpec().getIngress().stream().limit(1).forEach(rule -> rule.setFrom(List.of()));
        copy.getSpec().getEgress().stream().limit(1).forEach(rule -> rule.setTo(List.of()));
        return copy;
    }

    /** The first list of values that is found has one more, or one less. */
    private static NetworkPolicy withOtherValues(NetworkPolicy policy, boolean isMore) {
        NetworkPolicy copy = new NetworkPolicyBuilder(policy).build();
        Stream<NetworkPolicyPeer> peers = Stream.concat(
                copy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                copy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
        peers.flatMap(peer -> Stream.of(peer.getPodSelector(), peer.getNamespaceSelector()))
                .filter(Objects::nonNull)
                .flatMap(selector -> selector.getMatchExpressions().stream())
                .filter(it -> it.getValues().size() > 1)
                .findFirst()
                .ifPresent(it -> it.setValues(
                        isMore
                                ? Stream.concat(it.getValues().stream(), Stream.of("stranger"))
                                        .toList()
                                : it.getValues().subList(1, it.getValues().size())));
        return copy;
    }

    private static NetworkPolicy withoutPorts(NetworkPolicy policy) {
        NetworkPolicy copy = new NetworkPolicyBuilder(policy).build();
        List<NetworkPolicyIngressRule> ingress = copy.getSpec().getIngress();
        List<NetworkPolicyEgressRule> egress = copy.getSpec().getEgress();
        ingress.stream().limit(1).forEach(rule -> rule.setPorts(List.of()));
        egress.stream().limit(1).forEach(rule -> rule.setPorts(List.of()));
        return copy;
    }
}
