package dev.knet.testing.semantics;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file as a tree of statements, any of which can be left out. The root's head is empty. */
final class Fragment {
    private final String head;
    private final List<Fragment> parts;
    private final boolean isBlock;

    private Fragment(String head, List<Fragment> parts, boolean isBlock) {
        this.head = head;
        this.parts = List.copyOf(parts);
        this.isBlock = isBlock;
    }

    static Fragment statement(String text) {
        return new Fragment(text, List.of(), false);
    }

    static Fragment block(String head, List<Fragment> parts) {
        return new Fragment(head, parts, true);
    }

    static Fragment file(List<Fragment> parts) {
        return new Fragment("", parts, true);
    }

    String text() {
        return new Writer(this).out.toString();
    }

    /** The same file without one of its statements, for each of them, large ones first. */
    Stream<Fragment> smaller() {
        return Stream.concat(parts.stream(), parts.stream().flatMap(Fragment::below))
                .map(this::without);
    }

    private Stream<Fragment> below() {
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), part.below()));
    }

    /** The same file without the innermost statement at this place of its text. */
    Optional<Fragment> withoutStatementAt(int offset) {
        Writer writer = new Writer(this);
        return below().filter(part -> writer.isAt(part, offset))
                .reduce((outer, inner) -> inner)
                .map(this::without);
    }

    private Fragment without(Fragment victim) {
        List<Fragment> kept = new ArrayList<>();
        for (Fragment part : parts) {
            if (part != victim) {
                kept.add(part.without(victim));
            }
        }
        return new Fragment(head, kept, isBlock);
    }

    /** The text, and where in it each statement stands. */
    private static final class Writer {
        private final StringBuilder out = new StringBuilder();
        private final IdentityHashMap<Fragment, int[]> places = new IdentityHashMap<>();

        Writer(Fragment file) {
            file.parts.forEach(part -> write(part, ""));
        }

        private void write(Fragment fragment, String indentation) {
            int start = out.length();
            out.append(indentation).append(fragment.head);
            if (fragment.isBlock) {
                out.append(" {\n");
                fragment.parts.forEach(part -> write(part, indentation + "  "));
                out.append(indentation).append("}");
            }
            out.append("\n");
            places.put(fragment, new int[] {start, out.length()});
        }

        boolean isAt(Fragment fragment, int offset) {
            int[] place = places.get(fragment);
            return place[0] <= offset && offset < place[1];
        }
    }
}
