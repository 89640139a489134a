package dev.knet.samples.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated manifests say what the published files say; the tables in `expected` were taken from those. */
class OnlineBoutiqueTest {

    private static Manifests manifests;

    @BeforeAll
    static void readManifests() throws IOException {
        manifests = Manifests.read();
    }

    @Test
    void theContainersArePublishedOnes() throws IOException {
        assertThat(manifests.workloads().stream().flatMap(Workload::containerRows))
                .containsExactlyInAnyOrderElementsOf(expected("workloads"));
    }

    @Test
    void theirEnvironmentIsThePublishedOne() throws IOException {
        assertThat(manifests.workloads().stream().flatMap(Workload::environmentRows))
                .containsExactlyInAnyOrderElementsOf(expected("environment"));
    }

    @Test
    void theServicesArePublishedOnes() throws IOException {
        assertThat(manifests.services()).containsExactlyInAnyOrderElementsOf(expected("services"));
    }

    @Test
    void whoMayEnterWhomIsAsPublished() throws IOException {
        assertThat(new Connectivity(manifests).rows()).containsExactlyInAnyOrderElementsOf(expected("connectivity"));
    }

    @Test
    void nothingElseIsGenerated() {
        Set<String> kinds = manifests.objects().stream()
                .map(object -> object.at("kind").text())
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder("Namespace", "NetworkPolicy", "Service", "Deployment");
        assertThat(manifests.ofKind("Namespace")).hasSize(1);
        assertThat(manifests.ofKind("Service")).hasSize(12);
        assertThat(manifests.ofKind("Deployment")).hasSize(12);
    }

    @Test
    void everythingIsInOneNamespace() {
        assertThat(manifests.objects())
                .filteredOn(object -> !object.at("kind").text().equals("Namespace"))
                .extracting(object -> object.at("metadata", "namespace").text())
                .containsOnly("online-boutique");
    }

    private static List<String> expected(String table) throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "expected", table + ".txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).collect(Collectors.joining(" | ")))
                .toList();
    }
}
