package dev.knet.model;

import java.util.List;

/** What of a set is inside another, and what is outside: both as parts that may overlap. */
record Cut<T>(List<T> inside, List<T> outside) {
    Cut {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
    }

    static <T> Cut<T> inside(T whole) {
        return new Cut<>(List.of(whole), List.of());
    }

    static <T> Cut<T> outside(T whole) {
        return new Cut<>(List.of(), List.of(whole));
    }
}
