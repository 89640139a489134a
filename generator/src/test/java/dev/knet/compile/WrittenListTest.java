package dev.knet.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenListTest {
    @TempDir
    private Path folder;

    @Test
    void theListOfAnotherOwnerIsNotTakenForOnesOwn() throws IOException {
        WrittenList own = WrittenList.of(folder, "../src/main/knet");
        TreeSet<String> paths = new TreeSet<>(List.of("shop.yaml"));
        Files.writeString(own.file(), new WrittenList(own.file(), "../other", paths).text());

        assertThatThrownBy(() -> WrittenList.of(folder, "../src/main/knet"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("../other");
    }

    @Test
    void oneOwnListIsReadBack() throws IOException {
        WrittenList own = WrittenList.of(folder, "../src/main/knet");
        TreeSet<String> paths = new TreeSet<>(List.of("blog.yaml", "shop.yaml"));
        Files.writeString(own.file(), own.with(paths).text());

        assertThat(WrittenList.of(folder, "../src/main/knet").paths()).isEqualTo(paths);
    }
}
