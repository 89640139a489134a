package dev.knet.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of code: JavaPoet's format with nothing but {@code $T} in it, the types for these, and its weight, which is
 * about the number of calls. Pieces are put together as text, because a tree of thousands of {@link CodeBlock}s is
 * slow.
 */
record Code(String format, List<TypeName> types, int weight) {
    private static final String LEVEL = "\n    ";
    private static final int MOST_ON_A_LINE = 4;

    Code {
        types = List.copyOf(types);
    }

    /** Weighs as much as one call. */
    static Code of(String format, TypeName... types) {
        return new Code(format, List.of(types), 1);
    }

    static Code joined(List<Code> codes, String separator) {
        StringBuilder format = new StringBuilder();
        List<TypeName> types = new ArrayList<>();
        int weight = 0;
        for (Code code : codes) {
            format.append(format.isEmpty() ? "" : separator).append(code.format);
            types.addAll(code.types);
            weight += code.weight;
        }
        return new Code(format.toString(), types, weight);
    }

    Code then(Code next) {
        return joined(List.of(this, next), "");
    }

    /** On one line if they are few and short. */
    static Code arguments(List<Code> codes) {
        boolean fit = codes.size() <= MOST_ON_A_LINE && codes.stream().noneMatch(Code::hasLines);
        return joined(codes, fit ? ", " : ",\n");
    }

    boolean hasLines() {
        return format.indexOf('\n') >= 0;
    }

    /** With a type that stands before all others. */
    Code with(TypeName first) {
        List<TypeName> all = new ArrayList<>(types);
        all.add(0, first);
        return new Code(format, all, weight);
    }

    /** On lines of its own if it has several. */
    Code asArgumentOf(String method) {
        return hasLines()
                ? indented().indented().between(method + "(" + LEVEL + LEVEL.substring(1), ")")
                : between(method + "(", ")");
    }

    /** Between two texts, which weigh as much as one call. */
    Code between(String before, String after) {
        return new Code(before + format + after, types, weight + 1);
    }

    /** One level deeper: no text of the user has a line break of its own. */
    Code indented() {
        return new Code(format.replace("\n", LEVEL), types, weight);
    }

    CodeBlock block() {
        return CodeBlock.of(format, types.toArray());
    }
}
