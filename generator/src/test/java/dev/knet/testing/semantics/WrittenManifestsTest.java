package dev.knet.testing.semantics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.read.ManifestReader;
import dev.knet.reach.read.Manifests;
import dev.knet.reach.read.ModelReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written of random topologies is read as the objects that were to be written. */
final class WrittenManifestsTest {
    private static final int CASES = 120;

    @Test
    void areReadAsWhatTheyWereWrittenFrom() {
        int policies = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Candidate candidate = Candidate.repaired(RandomTopology.of(seed)).orElse(null);
            if (candidate == null) {
                continue;
            }
            String text = ManifestYaml.write(
                    List.of(), candidate.lowered().manifests().all());
            ClusterObjects model = ModelReader.read(candidate.lowered().objects(), "");
            ClusterObjects written =
                    ManifestReader.read(List.of(new ManifestReader.Source("t.yaml", text.getBytes(UTF_8))), "");
            assertThat(Manifests.withoutOrigins(written)).as("seed %d", seed).isEqualTo(model);
            assertThat(written.findings()).as("seed %d", seed).isEmpty();
            policies += written.policies().size();
        }
        assertThat(policies).isGreaterThan(CASES);
    }
}
