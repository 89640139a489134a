package dev.knet.reach.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in all forms that the API server takes, and in no others. */
final class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "10.0.0.7, 10.0.0.7",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8::1, 2001:db8::1",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "64:ff9b::10.0.0.1, 64:ff9b::a00:1",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    })
    void isRead(String text, String shortest) {
        assertThat(Address.of(text)).hasToString("Optional[" + shortest + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "01.2.3.4",
                "1.2.3.4 ",
                "1.2.3.",
                "-1.2.3.4",
                "1.2.3.4/8",
                ":",
                ":::",
                "::1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "00001::",
                "g::",
                "::1%eth0",
                "[::1]",
                ".:1",
                "a:b",
                "1:",
                ":1",
                "::1:",
                "::01.2.3.4",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:1",
                "::ffff:1.2.3.4",
                "::ffff:102:304",
                "\u0661::",
                "\u0661.2.3.4",
                "localhost",
                "+1::",
            })
    void isNoAddress(String text) {
        assertThat(Address.of(text)).isEmpty();
    }

    /** The same as the JDK's own reading of what we write. */
    @Test
    void whatIsWrittenIsReadByOthers() throws UnknownHostException {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Address address = new Address(6, random.nextInt(3) == 0 ? 0 : sparse(random), sparse(random));
            assertThat(Address.of(address.toString())).contains(address);
            byte[] bytes = InetAddress.getByName(address.toString()).getAddress();
            assertThat(new java.math.BigInteger(1, bytes).longValue()).isEqualTo(address.low());
            assertThat(new java.math.BigInteger(1, bytes).shiftRight(64).longValue())
                    .isEqualTo(address.high());
            assertThat(address.next().flatMap(Address::previous)).contains(address);
        }
    }

    /** With many zeros in a row. */
    private static long sparse(Random random) {
        long bits = random.nextLong();
        for (int group = 0; group < 4; group++) {
            bits &= random.nextBoolean() ? -1L : ~(0xFFFFL << 16 * group);
        }
        return bits;
    }

    @Test
    void neighbours() {
        assertThat(Address.HIGHEST_V4.next()).isEmpty();
        assertThat(Address.HIGHEST_V6.next()).isEmpty();
        assertThat(Address.LOWEST_V4.previous()).isEmpty();
        assertThat(Address.LOWEST_V6.previous()).isEmpty();
        assertThat(Address.of("::ffff:ffff:ffff:ffff").orElseThrow().next()).hasToString("Optional[0:0:0:1::]");
        assertThat(Address.of("0:0:0:1::").orElseThrow().previous()).hasToString("Optional[::ffff:ffff:ffff:ffff]");
    }
}
