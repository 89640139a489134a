package dev.knet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are public. */
final class InternetTest {
    private static final int MANY = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::",
                "2000::",
                "2001:200::",
                "3ffe:ffff::"
            })
    void arePublic(String address) {
        assertThat(isPublic(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.9",
                "203.0.113.9",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::",
                "3fff::1",
                "4000::",
                "5f00::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void areNot(String address) {
        assertThat(isPublic(address)).isFalse();
    }

    /** By the account that Java has of its own. */
    @Test
    void nothingPrivateIsPublic() throws UnknownHostException {
        Random random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
            random.nextBytes(bytes);
            InetAddress address = InetAddress.getByAddress(bytes);
            if (isPublic(address.getHostAddress())) {
                assertThat(address.isSiteLocalAddress()
                                || address.isLinkLocalAddress()
                                || address.isLoopbackAddress()
                                || address.isMulticastAddress()
                                || address.isAnyLocalAddress())
                        .as("%s", address)
                        .isFalse();
            }
        }
    }

    private static boolean isPublic(String address) {
        AddressRange single = AddressRange.of(address + (address.contains(":") ? "/128" : "/32"));
        return Internet.RANGES.stream()
                .map(Peer.Addresses.class::cast)
                .anyMatch(it ->
                        it.range().contains(single) && it.except().stream().noneMatch(part -> part.contains(single)));
    }
}
