package dev.knet.docs;

import dev.knet.emit.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Statements from a page, compiled (and run, if need be) in a class around them and with what is generated. */
final class JavaSnippet {
    private static final List<String> IMPORTS = List.of(
            "java.net.URI",
            "java.util.*",
            "io.fabric8.kubernetes.api.model.*",
            "io.fabric8.kubernetes.api.model.apps.*",
            "io.fabric8.kubernetes.api.model.networking.v1.*");

    private final List<Artifact> generated;

    JavaSnippet(List<Artifact> artifacts) {
        generated = artifacts.stream()
                .filter(artifact -> artifact.kind() == Artifact.Kind.JAVA)
                .toList();
    }

    /** What javac finds wrong in it. */
    List<String> problems(String text, Path classes) {
        List<JavaFileObject> files = new ArrayList<>();
        generated.forEach(artifact -> files.add(new Source(artifact.path(), artifact.text())));
        files.add(new Source("Snippet.java", wrap(text)));
        return compile(files, classes);
    }

    /** What is said when the statements that were compiled last are run. */
    static String thrown(Path classes) {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            loader.loadClass("Snippet").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            throw new AssertionError("nothing is thrown");
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause().getMessage());
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String wrap(String statements) {
        Set<String> imports = new TreeSet<>(IMPORTS);
        generated.forEach(artifact ->
                imports.add(artifact.path().replaceFirst("/[^/]*$", "").replace('/', '.') + ".*"));
        StringBuilder out = new StringBuilder();
        imports.forEach(name -> out.append("import ").append(name).append(";\n"));
        List<String> lines = statements.lines().toList();
        lines.stream()
                .filter(JavaSnippet::isImport)
                .forEach(line -> out.append(line).append('\n'));
        out.append("public final class Snippet { public static void main(String[] args) throws Exception {\n");
        lines.stream()
                .filter(line -> !isImport(line))
                .forEach(line -> out.append(line).append('\n'));
        return out.append("} }\n").toString();
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static List<String> compile(List<JavaFileObject> files, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            boolean done = compiler.getTask(null, manager, found, List.of("-proc:none", "--release", "17"), null, files)
                    .call();
            List<String> problems = new ArrayList<>();
            found.getDiagnostics().forEach(problem -> problems.add(problem.toString()));
            return done ? List.of() : problems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
