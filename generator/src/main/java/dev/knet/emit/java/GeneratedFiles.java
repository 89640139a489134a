package dev.knet.emit.java;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.knet.emit.Artifact;
import java.util.Locale;

/** Makes files of classes. */
final class GeneratedFiles {
    private final String javaPackage;
    private final String headline;

    GeneratedFiles(String javaPackage, String source) {
        this.javaPackage = javaPackage;
        this.headline = ascii(Artifact.headline(source));
    }

    /** A file's name may hold anything: neither a line break nor what javac takes for one leaves the comment. */
    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\\' || c == '\u007f') {
                out.append('?');
            } else {
                out.append(c < '\u007f' ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return out.toString();
    }

    Artifact of(TypeSpec type) {
        JavaFile file = JavaFile.builder(javaPackage, type)
                .addFileComment("$L", headline)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        return new Artifact(
                Artifact.Kind.JAVA, javaPackage.replace('.', '/') + "/" + type.name() + ".java", file.toString());
    }
}
