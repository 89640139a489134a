package dev.knet.emit.java;

import com.palantir.javapoet.CodeBlock;
import java.util.Collection;
import java.util.List;

/** A Javadoc comment being written: paragraphs and lists. */
final class Doc {
    private static final int MOST_ITEMS = 50;

    private final CodeBlock.Builder out = CodeBlock.builder();

    /** Begins with what stands in the file above the thing. */
    static Doc of(String written) {
        Doc doc = new Doc();
        return written.isBlank() ? doc : doc.paragraph("$L", DocText.lines(written));
    }

    Doc paragraph(String format, Object... arguments) {
        out.add(out.isEmpty() ? "" : "\n\n<p>").add(format, arguments);
        return this;
    }

    Doc paragraph(CodeBlock text) {
        return paragraph("$L", text);
    }

    /** Below a paragraph; what is too long is cut. */
    Doc list(Collection<CodeBlock> items) {
        out.add("\n<ul>");
        items.stream().limit(MOST_ITEMS).forEach(item -> out.add("\n  <li>$L", item));
        if (items.size() > MOST_ITEMS) {
            out.add("\n  <li>and $L more", items.size() - MOST_ITEMS);
        }
        out.add("\n</ul>");
        return this;
    }

    CodeBlock block() {
        return out.build();
    }

    /** Sentences as they stand in the file. */
    static List<CodeBlock> sentences(Collection<String> sentences) {
        return sentences.stream()
                .map(sentence -> CodeBlock.of("$L", DocText.code(sentence)))
                .toList();
    }
}
