package dev.knet.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told when a lock is written anew. */
final class LockChangesTest {

    @Test
    void tellsOfEachSection() {
        String before = """
                a/web[Deployment] => a/db[Deployment] : TCP 1
                a/web[Deployment] => a/old[Deployment] : TCP 1

                [prod]
                a/web[Deployment] => a/db[Deployment] : TCP 1
                """;
        String after = """
                a/web[Deployment] => a/db[Deployment] : TCP 1
                a/web[Deployment] => a/new[Deployment] : UDP 2

                [prod]
                a/web[Deployment] => a/db[Deployment] : TCP 1-2
                """;

        assertThat(LockChanges.between(before, after))
                .containsExactly(
                        "+ a/web[Deployment] => a/new[Deployment] : UDP 2",
                        "- a/web[Deployment] => a/old[Deployment] : TCP 1",
                        "prod: ~ a/web[Deployment] => a/db[Deployment] : TCP 1-2 (before: TCP 1)");
    }

    @Test
    void tellsOfASectionThatIsGone() {
        String before = "[prod]\na/web[Deployment] => a/db[Deployment] : TCP 1\n";

        assertThat(LockChanges.between(before, ""))
                .containsExactly("prod: - a/web[Deployment] => a/db[Deployment] : TCP 1");
    }

    @Test
    void tellsNoMoreThanAnybodyReads() {
        String after = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> "a/w" + i + "[Pod] => a/db[Pod] : TCP 1\n")
                .collect(Collectors.joining());

        List<String> told = LockChanges.between("", after);

        assertThat(told).hasSize(41).last().isEqualTo("and 10 more");
    }

    @Test
    void knowsALock() {
        assertThat(LockChanges.isLock("a/web[Deployment] => a/db[Deployment] : TCP 1\n"))
                .isTrue();
        assertThat(LockChanges.isLock("=======\n")).isFalse();
    }
}
