package dev.knet.reach.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortSetParseTest {
    @Test
    void readsWhateverIsWritten() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            PortSet ports = random.nextInt(3) == 0 ? PortSet.withoutPorts() : PortSet.NONE;
            for (int j = random.nextInt(8); j > 0; j--) {
                PortSet some = some(random);
                ports = random.nextInt(4) == 0 ? ports.or(PortSet.ALL).minus(some) : ports.or(some);
            }
            assertThat(PortSet.parse(ports.toString())).contains(ports);
        }
        assertThat(PortSet.parse("All Connections")).contains(PortSet.ALL);
        assertThat(PortSet.parse("No Connections")).contains(PortSet.NONE);
        assertThat(PortSet.parse("others")).contains(PortSet.withoutPorts());
    }

    /** The last protocol's last port and what has no ports are no neighbours. */
    @Test
    void theLastPortIsTheLast() {
        PortSet ports = PortSet.allOf(Protocol.UDP).or(PortSet.withoutPorts());
        assertThat(ports).hasToString("UDP 1-65535,others");
        assertThat(PortSet.atoms(List.of())).hasSize(4);
    }

    private static PortSet some(Random random) {
        Protocol protocol = List.of(Protocol.values()).get(random.nextInt(3));
        int first = 1 + random.nextInt(random.nextBoolean() ? 9 : 65535);
        int last = random.nextInt(5) == 0 ? 65535 : Math.min(65535, first + random.nextInt(4));
        return PortSet.of(protocol, first, last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "TCP",
                "TCP ",
                "80",
                "80,TCP 90",
                "TCP 0",
                "TCP 65536",
                "TCP 99999999999",
                "TCP 080",
                "TCP 90,80",
                "TCP 80,80",
                "TCP 80,81",
                "TCP 80-80",
                "TCP 81-80",
                "TCP 80,TCP 90",
                "UDP 53,TCP 80",
                "tcp 80",
                "TCP 80 ",
                "TCP 80,",
                ",others",
                "others,TCP 80",
                "TCP 80,,others",
                "TCP 80,others,others",
                "ICMP 1",
                "TCP  80",
                "all connections",
                "TCP 1-65535,UDP 1-65535,others,",
                "SCTP 1-65535,TCP 1-65535,UDP 1-65535,others",
                "TCP 8٠"
            })
    void readsNothingElse(String text) {
        assertThat(PortSet.parse(text)).isEmpty();
    }

    @Test
    void isNotHeldUpByLongText() {
        assertThat(PortSet.parse("TCP 1" + ",1".repeat(1_000_000))).isEmpty();
        assertThat(PortSet.parse("TCP 1" + "1".repeat(1_000_000))).isEmpty();
    }
}
