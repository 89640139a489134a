package dev.knet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PathNamesTest {
    private final PathNames names = new PathNames(Path.of("build", "here"));

    @Test
    void aFileBelowIsNamedFromThere() {
        assertThat(names.of(Path.of("build/here/src/main/knet/shop.knet"))).isEqualTo("src/main/knet/shop.knet");
        assertThat(names.of(Path.of("build/there/../here/./shop.knet"))).isEqualTo("shop.knet");
    }

    @Test
    void aFileElsewhereIsNamedAsAWhole() {
        assertThat(names.of(Path.of("build/hereafter/shop.knet"))).isEqualTo(whole("build/hereafter/shop.knet"));
        assertThat(names.of(Path.of("shop.knet"))).isEqualTo(whole("shop.knet"));
    }

    @Test
    void thePlaceItselfHasAName() {
        assertThat(names.of(Path.of("build/here"))).isEqualTo(whole("build/here"));
    }

    private static String whole(String path) {
        return Path.of(path).toAbsolutePath().toString().replace('\\', '/');
    }
}
