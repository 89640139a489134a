package dev.knet.emit.java.runtime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Generated;

/** A part of a peer: whom it stands for, the ports that it says it has, and what of it the file isolates. */
@Generated("knet")
final class Member {
    private final String name;
    private final List<Selection> selections;
    private final List<Offer> offers = new ArrayList<>();
    private final Map<Direction, List<Selection>> isolated = new EnumMap<>(Direction.class);
    private boolean mapped;

    /** A port by which it is named, and what a sentence that names it opens on the pods. */
    private record Offer(String protocol, int number, Ports opens) {}

    Member(String name, Selection... selections) {
        this.name = name;
        this.selections = List.of(selections);
    }

    /** It listens on these, and on no others. */
    Member listeningOn(TargetPort... ports) {
        for (TargetPort port : ports) {
            offers.add(new Offer(port.protocol(), port.number(), Ports.of(port)));
        }
        return this;
    }

    /** It is named with ports of its own, as services are: no other port of its pods is meant than those. */
    Member mapped() {
        mapped = true;
        return this;
    }

    /** A port of its own, and which one of the pods that is. */
    Member port(String protocol, int number, Ports opens) {
        offers.add(new Offer(protocol, number, opens));
        return this;
    }

    /** All of it is isolated by the file, whoever says what in Java. */
    Member isolated(Direction direction) {
        isolated.put(direction, new ArrayList<>(selections));
        return this;
    }

    /** These of it are, among others. */
    Member isolated(Direction direction, Selection some) {
        isolated.computeIfAbsent(direction, d -> new ArrayList<>()).add(some);
        return this;
    }

    boolean declaresPorts() {
        return !offers.isEmpty();
    }

    List<Selection> selections() {
        return selections;
    }

    List<Selection> isolatedIn(Direction direction) {
        return isolated.getOrDefault(direction, List.of());
    }

    /** What a sentence with these ports opens. */
    Opening opening(PortChoice choice) {
        boolean isOpen = choice == PortChoice.ANY ? !mapped || offers.isEmpty() : mapped && offers.isEmpty();
        if (isOpen && choice.ports().isEmpty()) {
            return new Opening(this, List.of());
        }
        Set<Ports> opened = new LinkedHashSet<>();
        if (choice.ports().isEmpty()) {
            offers.forEach(offer -> opened.add(offer.opens()));
        }
        choice.ports().forEach(asked -> opened.addAll(opened(asked)));
        if (opened.isEmpty()) {
            throw new IllegalArgumentException("`" + name + "` declares no port, so the sentence must say which");
        }
        return new Opening(this, List.copyOf(opened));
    }

    private List<Ports> opened(Ports asked) {
        if (offers.isEmpty()) {
            return List.of(asked);
        }
        List<Ports> opens = offers.stream()
                .filter(offer -> asked.contains(offer.protocol(), offer.number()))
                .map(Offer::opens)
                .toList();
        if (opens.isEmpty()) {
            throw new IllegalArgumentException("`" + name + "` does not listen on " + asked);
        }
        return mapped ? opens : List.of(asked);
    }
}
