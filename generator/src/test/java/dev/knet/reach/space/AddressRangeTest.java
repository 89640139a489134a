package dev.knet.reach.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CIDRs as ranges, and ranges cut and joined. */
final class AddressRangeTest {
    private static final int SMALL = 24;

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 0.0.0.0-255.255.255.255",
        "10.0.0.7/0, 0.0.0.0-255.255.255.255",
        "10.1.2.3/8, 10.0.0.0-10.255.255.255",
        "128.0.0.0/1, 128.0.0.0-255.255.255.255",
        "10.0.0.7/32, 10.0.0.7-10.0.0.7",
        "10.0.0.7/31, 10.0.0.6-10.0.0.7",
        "::/0, ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::1/32, 2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8:1:2:3::/63, 2001:db8:1:2::-2001:db8:1:3:ffff:ffff:ffff:ffff",
        "2001:db8:1:2:3::/64, 2001:db8:1:2::-2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2:8003::/65, 2001:db8:1:2:8000::-2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8::7/127, 2001:db8::6-2001:db8::7",
        "2001:db8::7/128, 2001:db8::7-2001:db8::7",
    })
    void ofCidr(String cidr, String range) {
        assertThat(AddressRange.ofCidr(cidr)).hasToString("Optional[" + range + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/08",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "/8",
                "::/129",
                "::/",
                "10.0.0.0/999",
                "10.0.0.0/9999999999",
                "10.0.0.0/+8",
                "::ffff:10.0.0.0/104",
                "a/8",
                "010.0.0.0/8",
                " 10.0.0.0/8",
                "10.0.0.0/8 ",
            })
    void isNoCidr(String cidr) {
        assertThat(AddressRange.ofCidr(cidr)).isEmpty();
    }

    @Test
    void common() {
        AddressRange eight = AddressRange.ofCidr("10.0.0.0/8").orElseThrow();
        AddressRange nine = AddressRange.ofCidr("10.128.0.0/9").orElseThrow();
        assertThat(eight.and(nine)).contains(nine);
        assertThat(nine.and(AddressRange.ofCidr("10.0.0.0/9").orElseThrow())).isEmpty();
        assertThat(AddressRange.ALL_V4.and(AddressRange.ALL_V6)).isEmpty();
        assertThat(AddressRange.ALL_V6.contains(Address.LOWEST_V4)).isFalse();
        assertThat(eight.contains(nine)).isTrue();
        assertThat(nine.contains(eight)).isFalse();
    }

    /** At both ends of all addresses, against counting by hand. */
    @Test
    void cutAndJoinedAtRandom() {
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            Address origin = round % 2 == 0
                    ? new Address(6, 7, 0xFFFF_FFFF_FFFF_FFF8L)
                    : new Address(4, 0, round % 4 == 1 ? 0 : 0xFFFF_FFFFL - SMALL + 1);
            List<Address> all = new ArrayList<>();
            all.add(origin);
            while (all.size() < SMALL) {
                all.add(all.get(all.size() - 1).next().orElseThrow());
            }
            List<AddressRange> ranges = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                int from = random.nextInt(SMALL);
                ranges.add(new AddressRange(all.get(from), all.get(from + random.nextInt(SMALL - from))));
            }
            checkJoined(ranges, all);
            checkCut(ranges, all, random.nextBoolean());
        }
    }

    private static void checkJoined(List<AddressRange> ranges, List<Address> all) {
        List<AddressRange> joined = AddressSpace.joined(ranges);
        int stretches = 0;
        boolean before = false;
        for (Address address : all) {
            boolean isIn = ranges.stream().anyMatch(range -> range.contains(address));
            assertThat(joined.stream().filter(range -> range.contains(address))).hasSize(isIn ? 1 : 0);
            stretches += isIn && !before ? 1 : 0;
            before = isIn;
        }
        assertThat(joined).hasSize(stretches).isSorted();
    }

    private static void checkCut(List<AddressRange> ranges, List<Address> all, boolean withV6) {
        List<AddressRange> cut = AddressSpace.cut(ranges, withV6);
        boolean hasV6 = withV6 || ranges.stream().anyMatch(range -> range.version() == 6);
        assertThat(cut).isSorted();
        assertThat(AddressSpace.joined(cut))
                .isEqualTo(hasV6 ? List.of(AddressRange.ALL_V4, AddressRange.ALL_V6) : List.of(AddressRange.ALL_V4));
        for (AddressRange stretch : cut) {
            for (AddressRange range : ranges) {
                assertThat(range.contains(stretch) || range.and(stretch).isEmpty())
                        .isTrue();
            }
        }
        for (Address address : all) {
            assertThat(cut.stream().filter(stretch -> stretch.contains(address)))
                    .hasSize(address.version() == 4 || hasV6 ? 1 : 0);
        }
    }
}
