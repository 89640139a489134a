package dev.knet.reach.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sets of ports against sets of bits. */
final class PortSetTest {
    private static final List<Protocol> PROTOCOLS = List.of(Protocol.values());
    private static final int SPAN = 1 << 16;
    private static final int OTHERS = 3 * SPAN;

    private record Pair(PortSet ports, BitSet bits) {}

    private static Pair random(Random random) {
        PortSet ports = PortSet.NONE;
        BitSet bits = new BitSet();
        for (int i = random.nextInt(4); i > 0; i--) {
            int place = random.nextInt(3);
            int edge = random.nextInt(3);
            int from = edge == 0 ? 1 : edge == 1 ? 65_530 + random.nextInt(6) : 1 + random.nextInt(12);
            int to = random.nextInt(5) == 0 ? 65_535 : Math.min(65_535, from + random.nextInt(5));
            ports = ports.or(PortSet.of(PROTOCOLS.get(place), from, to));
            bits.set(place * SPAN + from, place * SPAN + to + 1);
        }
        if (random.nextInt(4) == 0) {
            ports = ports.or(PortSet.withoutPorts());
            bits.set(OTHERS);
        }
        if (random.nextInt(10) == 0) {
            return new Pair(PortSet.ALL.minus(ports), minus(bits(PortSet.ALL), bits));
        }
        return new Pair(ports, bits);
    }

    private static BitSet bits(PortSet ports) {
        BitSet bits = new BitSet();
        for (PortSet.Stretch stretch : ports.stretches()) {
            int base = PROTOCOLS.indexOf(stretch.protocol()) * SPAN;
            bits.set(base + stretch.first(), base + stretch.last() + 1);
        }
        bits.set(OTHERS, ports.containsOthers());
        return bits;
    }

    private static BitSet minus(BitSet one, BitSet other) {
        BitSet rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest;
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet common = (BitSet) one.clone();
        common.and(other);
        return common;
    }

    private static BitSet or(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    @Test
    void algebra() {
        Random random = new Random(3);
        for (int i = 0; i < 4_000; i++) {
            Pair one = random(random);
            Pair two = random(random);
            assertThat(bits(one.ports)).isEqualTo(one.bits);
            assertThat(bits(one.ports.or(two.ports))).isEqualTo(or(one.bits, two.bits));
            assertThat(bits(one.ports.and(two.ports))).isEqualTo(and(one.bits, two.bits));
            assertThat(bits(one.ports.minus(two.ports))).isEqualTo(minus(one.bits, two.bits));
            assertThat(one.ports.contains(two.ports))
                    .isEqualTo(minus(two.bits, one.bits).isEmpty());
            assertThat(one.ports.overlaps(two.ports)).isEqualTo(one.bits.intersects(two.bits));
            assertThat(one.ports.isEmpty()).isEqualTo(one.bits.isEmpty());
            assertThat(one.ports.equals(two.ports)).isEqualTo(one.bits.equals(two.bits));
            assertThat(one.ports.or(two.ports).minus(two.ports).or(two.ports.and(one.ports)))
                    .isEqualTo(one.ports)
                    .hasSameHashCodeAs(one.ports);
            int place = random.nextInt(3);
            int port = 1 + random.nextInt(16);
            assertThat(one.ports.contains(PROTOCOLS.get(place), port)).isEqualTo(one.bits.get(place * SPAN + port));
        }
    }

    @Test
    void atomsArePartsThatNothingCuts() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            List<PortSet> sets = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                sets.add(random(random).ports);
            }
            BitSet all = new BitSet();
            for (PortSet atom : PortSet.atoms(sets)) {
                assertThat(atom.isEmpty()).isFalse();
                assertThat(all.intersects(bits(atom))).isFalse();
                all.or(bits(atom));
                for (PortSet set : sets) {
                    assertThat(set.contains(atom) || !set.overlaps(atom)).isTrue();
                }
            }
            assertThat(all).isEqualTo(bits(PortSet.ALL));
        }
    }

    @Test
    void asText() {
        PortSet web = PortSet.of(Protocol.TCP, 80).or(PortSet.of(Protocol.TCP, 443));
        assertThat(web.or(PortSet.of(Protocol.UDP, 53, 54))).hasToString("TCP 80,443,UDP 53-54");
        assertThat(PortSet.NONE).hasToString("No Connections");
        assertThat(PortSet.ALL).hasToString("All Connections");
        assertThat(PortSet.ALL.isAll()).isTrue();
        assertThat(web.isAll()).isFalse();
        assertThat(PortSet.withoutPorts()).hasToString("others");
        assertThat(PortSet.allOf(Protocol.SCTP).or(PortSet.allOf(Protocol.TCP)))
                .hasToString("SCTP 1-65535,TCP 1-65535");
    }

    @Test
    void noPorts() {
        assertThatThrownBy(() -> PortSet.of(Protocol.TCP, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PortSet.of(Protocol.TCP, 65_536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PortSet.of(Protocol.TCP, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
