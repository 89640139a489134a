package dev.knet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is inside another set and what is outside are together the whole, and nothing else: element by element. */
final class CutsTest {
    private static final int MANY = 3000;
    private static final List<Requirement.Operator> OPERATORS = List.of(Requirement.Operator.values());
    private static final List<String> KEYS = List.of("a", "b");
    private static final List<String> VALUES = List.of("1", "2", "3");

    @Test
    void selectors() {
        Random random = new Random(1);
        for (int i = 0; i < MANY; i++) {
            Selector one = selector(random);
            Selector other = selector(random);
            List<Selector> less = Conjunction.less(one, other);
            for (Map<String, String> labels : allLabels()) {
                boolean inBoth = one.matches(labels) && other.matches(labels);
                assertThat(Conjunction.both(one, other).stream().anyMatch(it -> it.matches(labels)))
                        .as("%s and %s of %s", one, other, labels)
                        .isEqualTo(inBoth);
                assertThat(less.stream().anyMatch(it -> it.matches(labels)))
                        .as("%s less %s of %s", one, other, labels)
                        .isEqualTo(one.matches(labels) && !inBoth);
            }
        }
    }

    /** Nothing is kept that no labels satisfy, for then it would be taken for open. */
    @Test
    void noSelectorIsEmpty() {
        Random random = new Random(2);
        for (int i = 0; i < MANY; i++) {
            for (Selector part : Conjunction.less(selector(random), selector(random))) {
                assertThat(allLabels()).as("%s", part).anyMatch(part::matches);
            }
        }
    }

    private static Selector selector(Random random) {
        List<Requirement> requirements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Requirement.Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
            boolean hasValues = operator == Requirement.Operator.IN || operator == Requirement.Operator.NOT_IN;
            List<String> values = hasValues ? VALUES.subList(0, 1 + random.nextInt(2)) : List.of();
            requirements.add(new Requirement(KEYS.get(random.nextInt(KEYS.size())), operator, values));
        }
        return new Selector(requirements);
    }

    /** Also with a value that no requirement names. */
    private static List<Map<String, String>> allLabels() {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (String key : KEYS) {
            for (Map<String, String> labels : List.copyOf(all)) {
                for (String value : VALUES) {
                    Map<String, String> more = new HashMap<>(labels);
                    more.put(key, value);
                    all.add(more);
                }
            }
        }
        return all;
    }

    @Test
    void addresses() {
        Random random = new Random(3);
        for (int i = 0; i < MANY; i++) {
            Peer.Addresses one = addresses(random);
            Peer.Addresses other = addresses(random);
            Cut<Peer> cut = AddressCuts.cut(one, other);
            for (int address = 0; address < 32; address++) {
                AddressRange single = new AddressRange(4, BigInteger.valueOf(address), 32);
                boolean isIn = has(one, single) && has(other, single);
                Predicate<Peer> hasIt = it -> has((Peer.Addresses) it, single);
                assertThat(cut.inside().stream().anyMatch(hasIt))
                        .as("%s and %s of %s", one, other, single)
                        .isEqualTo(isIn);
                assertThat(cut.outside().stream().anyMatch(hasIt))
                        .as("%s less %s of %s", one, other, single)
                        .isEqualTo(has(one, single) && !isIn);
            }
        }
    }

    private static Peer.Addresses addresses(Random random) {
        AddressRange range = range(random, 27);
        List<AddressRange> except = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            AddressRange part = range(random, range.prefix());
            if (range.contains(part) && part.prefix() > range.prefix()) {
                except.add(part);
            }
        }
        return new Peer.Addresses(range, except);
    }

    private static AddressRange range(Random random, int shortest) {
        int prefix = shortest + random.nextInt(33 - shortest);
        int first = random.nextInt(32) >> (32 - prefix) << (32 - prefix);
        return new AddressRange(4, BigInteger.valueOf(first), prefix);
    }

    private static boolean has(Peer.Addresses addresses, AddressRange single) {
        return addresses.range().contains(single)
                && addresses.except().stream().noneMatch(part -> part.contains(single));
    }

    /** Every exception is a smaller part of its range, as the API server demands. */
    @Test
    void exceptionsAreParts() {
        Random random = new Random(4);
        for (int i = 0; i < MANY; i++) {
            Cut<Peer> cut = AddressCuts.cut(addresses(random), addresses(random));
            for (Peer peer : cut.outside()) {
                Peer.Addresses part = (Peer.Addresses) peer;
                assertThat(part.except())
                        .allMatch(it -> part.range().contains(it)
                                && it.prefix() > part.range().prefix());
            }
        }
    }
}
