package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import java.util.function.Function;

/**
 * A string or text block, its quotes and escapes undone. Where it has the value of a parameter, `${version}`, there is a
 * hole in it: the value here is that of the text without its holes.
 */
public record Text(String value, List<Hole> holes, Span span) implements Node {

    /** The value of a parameter is to stand before the character at this place of the text's value. */
    public record Hole(int at, Name parameter) implements Node {
        @Override
        public Span span() {
            return parameter.span();
        }
    }

    public Text {
        holes = List.copyOf(holes);
    }

    /** With the value of each parameter in its place. */
    public String fill(Function<Name, String> values) {
        if (holes.isEmpty()) {
            return value;
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (Hole hole : holes) {
            filled.append(value, from, hole.at()).append(values.apply(hole.parameter()));
            from = hole.at();
        }
        return filled.append(value, from, value.length()).toString();
    }
}
