package dev.knet.lower.cni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The profiles are whole, and what is wrong in one is not overlooked. */
final class ProfilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/knet/lower/cni");

    @Test
    void everyFileIsAProfile() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(Profiles.names());
        }
    }

    @Test
    void everyProfileHasEveryKey() {
        assertThat(Profiles.all()).hasSize(9).allSatisfy(profile -> {
            assertThat(profile.facts()).containsOnlyKeys(CniFact.values());
            assertThat(profile.policies()).containsOnlyKeys(CniFeature.values());
            assertThat(profile.nativeForms()).containsOnlyKeys(NativeForm.values());
            assertThat(profile.install()).containsOnlyKeys(Profile.Place.values());
        });
    }

    @Test
    void nobodyIsCalledLikeAnother() {
        List<String> names = new ArrayList<>(Profiles.names());
        Profiles.all().forEach(profile -> names.addAll(profile.alsoCalled()));
        assertThat(names).doesNotHaveDuplicates();
    }

    /** A switch on which nothing depends is one of its kind, such as a dataplane. */
    @Test
    void everySwitchMatters() {
        for (Profile profile : Profiles.all()) {
            Set<String> used = new HashSet<>();
            profile.policies().values().forEach(support -> support.cniSwitch().ifPresent(it -> used.add(first(it))));
            assertThat(profile.switches().keySet()).as(profile.name()).allMatch(it -> used.contains(first(it)));
        }
    }

    private static String first(String cniSwitch) {
        return cniSwitch.split(" ")[0];
    }

    @Test
    void portableRefusesNothingThatIsRefusedNowhere() {
        Cni portable = with("portable");
        assertThat(portable.lacks()).containsOnlyKeys(CniFeature.HOST_NETWORK, CniFeature.NODE_KEPT_OUT);
        assertThat(portable.mostPorts()).isEmpty();
    }

    @Test
    void switchesDecide() {
        assertThat(with("cilium").enforces(CniFeature.SCTP)).isFalse();
        assertThat(with("cilium", "sctp").enforces(CniFeature.SCTP)).isTrue();
        assertThat(with("calico").enforces(CniFeature.SCTP)).isTrue();
        assertThat(with("calico", "dataplane nftables").enforces(CniFeature.SCTP))
                .isTrue();
        assertThat(with("calico", "dataplane ebpf").enforces(CniFeature.SCTP)).isFalse();
        assertThat(with("flannel").enforces(CniFeature.INGRESS)).isFalse();
        assertThat(with("flannel", "netpol").lacks()).isEqualTo(with("kindnet").lacks());
        assertThat(with("aws-vpc", "ipv6").enforces(CniFeature.IPV4)).isFalse();
    }

    @Test
    void aRemedyKeepsTheOtherSwitches() {
        assertThat(with("cilium", "cidr-match nodes")
                        .lacks()
                        .get(CniFeature.SCTP)
                        .remedy())
                .hasValue("if it is installed with `sctp.enabled=true`, write `cni cilium { cidr-match nodes; sctp }`");
        assertThat(with("calico", "dataplane ebpf").lacks().get(CniFeature.SCTP).remedy())
                .hasValue("if it is not installed with the dataplane eBPF, write `cni calico`");
        assertThat(with("weave").lacks().get(CniFeature.SCTP).remedy()).isEmpty();
    }

    @Test
    void whoEnforcesIsWrittenWithWhatItTakes() {
        assertThat(Profiles.enforcing(CniFeature.SCTP))
                .containsExactly(
                        "cni antrea",
                        "cni aws-vpc { network-policy }",
                        "cni calico",
                        "cni cilium { sctp }",
                        "cni flannel { netpol }",
                        "cni kindnet",
                        "cni kube-router");
        assertThat(Profiles.enforcing(CniFeature.HOST_NETWORK)).isEmpty();
    }

    private static Cni with(String name, String... switches) {
        return Profiles.named(name)
                .orElseThrow()
                .with(
                        new TreeSet<>(Arrays.asList(switches)),
                        SourceFile.of("t", "").whole());
    }

    @Test
    void wrongProfilesAreRefused() throws IOException {
        String right = Files.readString(FOLDER.resolve("cilium.yaml"));
        assertThat(read(right).name()).isEqualTo("t");
        List<String> wrong = List.of(
                right + "more: none\n",
                right.replace("title: Cilium\n", ""),
                right.replace("title: Cilium\n", "title: [Cilium]\n"),
                right.replace("  mtu:", "  mut:"),
                right.replace("  ipv6: always\n", ""),
                right.replace("  ipv6: always\n", "  ipv6: sometimes\n"),
                right.replace("  ipv6: always\n", "  ipv6: {enforced: never}\n"),
                right.replace("with sctp", "with sctpp"),
                right.replace("with sctp", "given sctp"),
                right.replace("most-ports: none", "most-ports: few"),
                right.replace("also-called: []", "also-called: cilium-cni"),
                right.replace("  http: ", "  htttp: "),
                right.replace("  k3d: |", "  k4d: |"),
                right + "title: Cilium\n");
        assertThat(wrong)
                .doesNotHaveDuplicates()
                .doesNotContain(right)
                .allSatisfy(yaml -> assertThatThrownBy(() -> read(yaml)).isInstanceOf(RuntimeException.class));
    }

    private static Profile read(String yaml) {
        return ProfileReader.read("t", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
