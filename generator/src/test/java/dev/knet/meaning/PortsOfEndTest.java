package dev.knet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.model.AddressRange;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left of ports without others, against every single port. */
final class PortsOfEndTest {
    private static final int MANY = 3000;
    private static final int HIGHEST = 9;
    private static final End ADDRESS = new End.Address(AddressRange.of("10.0.0.1/32"));
    private static final End POD = new End.Pod(
            "shop",
            Map.of(),
            Map.of(),
            List.of(new End.NamedPort("http", Protocol.TCP, 3), new End.NamedPort("dns", Protocol.UDP, 5)),
            Optional.empty());

    @Test
    void somethingIsLeftIfOnePortIs() {
        Random random = new Random(1);
        int left = 0;
        for (int i = 0; i < MANY; i++) {
            Ports ports = ports(random);
            List<Ports> denied = Stream.generate(() -> ports(random))
                    .limit(random.nextInt(5))
                    .toList();
            for (End target : List.of(POD, ADDRESS)) {
                boolean isSomeLeft = contacts()
                        .anyMatch(contact -> PortsOfEnd.contain(ports, target, contact)
                                && denied.stream().noneMatch(it -> PortsOfEnd.contain(it, target, contact)));
                assertThat(PortsOfEnd.isSomeLeft(ports, denied, target))
                        .as("%s less %s", ports, denied)
                        .isEqualTo(isSomeLeft);
                left += isSomeLeft ? 1 : 0;
            }
        }
        assertThat(left).isBetween(MANY / 2, 2 * MANY - MANY / 2);
    }

    private static Stream<Contact> contacts() {
        Stream<Contact> ported = Stream.of(Protocol.TCP, Protocol.UDP)
                .flatMap(protocol ->
                        IntStream.rangeClosed(1, HIGHEST).mapToObj(port -> new Contact(Optional.of(protocol), port)));
        return Stream.concat(Stream.of(new Contact(Optional.empty(), 0)), ported);
    }

    private static Ports ports(Random random) {
        if (random.nextInt(20) == 0) {
            return Ports.ANY;
        }
        List<Port> ports = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Protocol protocol = random.nextBoolean() ? Protocol.TCP : Protocol.UDP;
            int first = 1 + random.nextInt(HIGHEST);
            ports.add(
                    random.nextInt(4) == 0
                            ? new Port.Named(protocol, random.nextBoolean() ? "http" : "dns")
                            : new Port.Range(protocol, first, first + random.nextInt(HIGHEST + 1 - first)));
        }
        return Ports.of(ports);
    }
}
