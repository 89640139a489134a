package dev.knet.reach.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ICMP and what else has no ports, as far as something tells them apart. */
final class PortlessTest {
    @Test
    void texts() {
        assertThat(PortSet.icmp(Portless.ICMP, 8)).hasToString("icmp 8");
        assertThat(PortSet.icmp(Portless.ICMP, 8, 0)).hasToString("icmp 8/0");
        assertThat(PortSet.icmp(Portless.ICMPV6, 128).or(PortSet.icmp(Portless.ICMPV6, 129)))
                .hasToString("icmpv6 128-129");
        assertThat(PortSet.icmp(Portless.ICMP, 8, 3).or(PortSet.icmp(Portless.ICMP, 8, 4)))
                .hasToString("icmp 8/3-8/4");
        assertThat(PortSet.withoutPorts().minus(PortSet.allOf(Portless.ICMP)))
                .hasToString("icmpv6 0-255,protocol 0-255");
        assertThat(PortSet.ALL.minus(PortSet.protocol(47)))
                .hasToString("SCTP 1-65535,TCP 1-65535,UDP 1-65535,icmp 0-255,icmpv6 0-255,protocol 0-46,48-255");
        assertThat(PortSet.of(Protocol.TCP, 80).or(PortSet.icmp(Portless.ICMP, 8)))
                .hasToString("TCP 80,icmp 8");
    }

    @Test
    void protocolsByTheirNumbers() {
        assertThat(PortSet.protocol(6)).isEqualTo(PortSet.allOf(Protocol.TCP));
        assertThat(PortSet.protocol(17)).isEqualTo(PortSet.allOf(Protocol.UDP));
        assertThat(PortSet.protocol(132)).isEqualTo(PortSet.allOf(Protocol.SCTP));
        assertThat(PortSet.protocol(1)).isEqualTo(PortSet.allOf(Portless.ICMP));
        assertThat(PortSet.protocol(58)).isEqualTo(PortSet.allOf(Portless.ICMPV6));
        assertThat(PortSet.protocol(47).containsOthers()).isTrue();
        assertThat(PortSet.allOf(Protocol.UDP).containsOthers()).isFalse();
    }

    @Test
    void nothingIsInTwo() {
        PortSet all = PortSet.NONE;
        for (Portless sort : Portless.values()) {
            assertThat(all.overlaps(PortSet.allOf(sort))).isFalse();
            all = all.or(PortSet.allOf(sort));
        }
        assertThat(all).isEqualTo(PortSet.withoutPorts());
    }

    @Test
    void readsWhateverIsWritten() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            PortSet ports = random.nextBoolean() ? PortSet.of(Protocol.TCP, 80) : PortSet.NONE;
            for (int j = random.nextInt(6); j > 0; j--) {
                PortSet some = some(random);
                ports = random.nextInt(3) == 0
                        ? ports.or(PortSet.withoutPorts()).minus(some)
                        : ports.or(some);
            }
            assertThat(PortSet.parse(ports.toString())).as(ports.toString()).contains(ports);
        }
    }

    private static PortSet some(Random random) {
        int type = random.nextBoolean()
                ? random.nextInt(256)
                : List.of(0, 1, 254, 255).get(random.nextInt(4));
        Portless version = random.nextBoolean() ? Portless.ICMP : Portless.ICMPV6;
        return switch (random.nextInt(4)) {
            case 0 -> PortSet.icmp(version, type);
            case 1 -> PortSet.protocol(type);
            case 2 -> PortSet.allOf(version);
            default -> PortSet.icmp(version, type, random.nextInt(3) == 0 ? 255 : random.nextInt(3));
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "icmp",
                "icmp 256",
                "icmp 8/256",
                "icmp 08",
                "icmp 8,8",
                "icmp 8,9",
                "icmp 9,8",
                "icmp 8/0-8/255",
                "icmp 8,icmp 10",
                "icmpv6 8,icmp 8",
                "icmp 8,TCP 80",
                "icmp 0-255,icmpv6 0-255,protocol 0-255",
                "icmp 8,others",
                "protocol 47/0",
                "ICMP 8",
            })
    void readsNothingElse(String text) {
        assertThat(PortSet.parse(text)).isEmpty();
    }
}
