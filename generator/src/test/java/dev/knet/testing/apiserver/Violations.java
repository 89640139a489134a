package dev.knet.testing.apiserver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with one object, collected. */
final class Violations {
    private final String object;
    private final List<String> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Violations(String object) {
        this.object = object;
    }

    void require(boolean holds, String field, Object value) {
        if (!holds) {
            found.add(object + " " + field + ": " + value);
        }
    }

    /** The values of a field must all be different. */
    void unique(String field, Object value) {
        require(seen.add(field + " " + value), field + " twice", value);
    }

    List<String> all() {
        return found;
    }
}
