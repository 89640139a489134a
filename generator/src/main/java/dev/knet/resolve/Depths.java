package dev.knet.resolve;

import java.util.HashMap;
import java.util.Map;

/** How many levels there are under what is made of others; one level is found after all that are under it. */
final class Depths<K> {
    /** Nobody means more, and the stack has an end. */
    static final int MOST = 100;

    private final Map<K, Integer> found = new HashMap<>();
    private int deepest;
    private boolean told;

    /** Before looking at what something is made of; to be given back afterwards. */
    int enter() {
        int before = deepest;
        deepest = 0;
        return before;
    }

    /** Whether there are too many levels, counting this one: whichever of them has been looked at first. */
    boolean leave(K key, int before) {
        int depth = deepest + 1;
        found.put(key, depth);
        deepest = Math.max(before, depth);
        return depth > MOST;
    }

    /** What has been looked at is named again. */
    void again(K key) {
        deepest = Math.max(deepest, found.getOrDefault(key, 0));
    }

    /** Whether this is the first time: every level above has too many, too. */
    boolean tell() {
        boolean isFirst = !told;
        told = true;
        return isFirst;
    }
}
