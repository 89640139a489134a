package dev.knet.docs;

import java.util.List;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param place where it stands, for messages
 * @param language the first word behind the fence, empty if there is none
 * @param marks the other words
 * @param text its lines, each with its end
 */
record Block(String place, String language, List<String> marks, String text) {

    /** The value of a mark {@code name=value}. */
    Optional<String> mark(String name) {
        return marks.stream()
                .filter(mark -> mark.startsWith(name + "="))
                .map(mark -> mark.substring(name.length() + 1))
                .findFirst();
    }

    /** The values of a mark {@code name=value,value}. */
    List<String> values(String name) {
        return mark(name).map(values -> List.of(values.split(","))).orElse(List.of());
    }

    boolean is(String other) {
        return language.equals(other);
    }

    @Override
    public String toString() {
        return place;
    }
}
