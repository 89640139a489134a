package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.Artifact;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DestinationTest {

    @Test
    void foldersAreMeantFromWhereTheProgramRuns() {
        Destination destination =
                new Destination(Path.of("knet"), Map.of(Artifact.Kind.MANIFEST, Path.of("out/../out")));

        assertThat(destination.sources()).isAbsolute();
        assertThat(destination.folders())
                .containsEntry(Artifact.Kind.MANIFEST, Path.of("out").toAbsolutePath());
    }
}
