package dev.knet.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.space.Address;
import dev.knet.reach.space.AddressRange;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndParseTest {
    private static final List<String> NAMES = List.of("a", "web-2", "3scale", "my.pod.name", "x".repeat(253));
    private static final List<String> KEYS = List.of("app", "kubernetes.io/metadata.name", "a_b", "team");

    @Test
    void readsWhateverIsWritten() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            End end = end(random);
            assertThat(End.parse(end.text()).map(End::text)).contains(end.text());
            assertThat(End.parse(end.text()).map(Object::getClass)).contains(end.getClass());
            if (!(end instanceof End.Stranger stranger && !stranger.namespace().isEmpty())) {
                assertThat(End.parse(end.text())).contains(end);
            }
        }
    }

    /** What a text does not say: only the name label is known then. */
    @Test
    void namespacesAreReadByTheirNames() {
        var named = Map.of("kubernetes.io/metadata.name", "shop");
        assertThat(End.parse("shop/{a=b}[Pod]")).contains(new End.Stranger("shop", named, Map.of("a", "b")));
    }

    private static End end(Random random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                new End.Workload(
                        random.nextInt(4) == 0 ? "" : any(random, NAMES),
                        any(random, NAMES),
                        any(random, List.of("Pod", "Deployment", "CronJob", "ReplicationController")));
            case 1 -> {
                Address one = address(random);
                Address other = address(random);
                yield new End.External(
                        one.version() != other.version()
                                ? AddressRange.one(one)
                                : one.compareTo(other) <= 0
                                        ? new AddressRange(one, other)
                                        : new AddressRange(other, one));
            }
            default ->
                random.nextBoolean()
                        ? new End.Stranger("", labels(random), labels(random))
                        : new End.Stranger(any(random, NAMES), labels(random), labels(random));
        };
    }

    /** Also of those that IPv4's are mapped to, and with many zeros. */
    private static Address address(Random random) {
        if (random.nextBoolean()) {
            return new Address(4, 0, random.nextLong() & 0xFFFF_FFFFL);
        }
        long high = random.nextInt(3) == 0 ? 0 : random.nextLong() & 0xFFFF_0000_00FF_0F00L;
        long mask = (random.nextBoolean() ? 0xFFFFL : 0) | (random.nextBoolean() ? 0xFFFFL << 48 : 0);
        long low = random.nextBoolean() ? random.nextLong() & mask : 0xFFFF_0000_0000L | random.nextInt(9);
        return new Address(6, high, low);
    }

    private static Map<String, String> labels(Random random) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            labels.put(any(random, KEYS), random.nextInt(4) == 0 ? "" : any(random, NAMES));
        }
        return labels;
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "web",
                "web[]",
                "[Deployment]",
                "/web[Pod]",
                "shop/[Pod]",
                "shop/web/x[Pod]",
                "shop/web[Pod] ",
                " shop/web[Pod]",
                "shop/w eb[Pod]",
                "shop/web[Po d]",
                "shop/web\n[Pod]",
                "shop/web[Pod]\n",
                "*[Pod]",
                "*/*[Deployment]",
                "*/web[Pod]",
                "shop/{}[Pod]",
                "shop/{a}[Pod]",
                "shop/{=b}[Pod]",
                "shop/{b=1,a=2}[Pod]",
                "shop/{a=1,a=1}[Pod]",
                "shop/{a=1, b=2}[Pod]",
                "{a=1/*[Pod]",
                "shop/*[External]",
                "10.0.0.0/8[External]",
                "10.0.0.0[External]",
                "10.0.0.1-10.0.0.0[External]",
                "10.0.0.0-010.0.0.1[External]",
                "0.0.0.0-::1[External]",
                "::0-::1[External]",
                "::-::FFFF[External]",
                "::1::-::2[External]",
                ":-:[External]",
                "1:2:3:4:5:6:7:8:9-::[External]",
                "::-::ffff:255.255.255.255[External]",
                "*/wéb[Pod]",
                "localhost-localhost[External]"
            })
    void readsNothingElse(String text) {
        assertThat(End.parse(text)).isEmpty();
    }

    @Test
    void isNotHeldUpByLongText() {
        for (String part : List.of("a", "{", "a=b,", "/", "*", ":", "1.", "-", "[")) {
            String text = part.repeat(300_000);
            for (String end : List.of("[Pod]", "[External]", "}/*[Pod]", "")) {
                assertThat(End.parse("{" + text + end).map(End::text).filter(it -> !it.equals("{" + text + end)))
                        .isEmpty();
                End.parse(text + end);
            }
        }
    }
}
