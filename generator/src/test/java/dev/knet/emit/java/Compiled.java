package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.Artifact;
import io.fabric8.kubernetes.api.model.KubernetesList;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Generated sources, compiled in memory with every warning an error, and loaded. */
public final class Compiled extends ClassLoader {
    private static final List<String> OPTIONS = List.of(
            "-Xlint:all",
            "-Xdoclint:html/private,syntax/private,reference/private,accessibility/private,missing/protected",
            "-Werror",
            "-proc:none",
            "--release",
            "17",
            "-classpath",
            modelOnly());

    private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();

    /** Without knet and what it is made with: generated code needs neither. */
    static String modelOnly() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("knet") && !entry.contains("javapoet"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Compiled() {
        super(Compiled.class.getClassLoader());
    }

    static Compiled of(List<Artifact> artifacts) {
        return of(sources(artifacts));
    }

    /** By their paths, to add others. */
    static Map<String, String> sources(List<Artifact> artifacts) {
        Map<String, String> sources = new LinkedHashMap<>();
        artifacts.forEach(artifact -> sources.put(artifact.path(), artifact.text()));
        return sources;
    }

    /** Of paths and texts. */
    public static Compiled of(Map<String, String> sources) {
        Compiled compiled = new Compiled();
        assertThat(compiled.compile(sources)).isEmpty();
        return compiled;
    }

    /** What javac says against sources, of which all are compiled whatever is wrong with the others. */
    static List<Diagnostic<? extends JavaFileObject>> problems(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        new Compiled().compile(sources, problems);
        return problems.getDiagnostics();
    }

    private List<String> compile(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        boolean done = compile(sources, problems);
        List<String> found = new ArrayList<>();
        problems.getDiagnostics().forEach(problem -> found.add(problem.toString()));
        return done || !found.isEmpty() ? found : List.of("javac failed without a word");
    }

    private boolean compile(Map<String, String> sources, DiagnosticCollector<JavaFileObject> problems) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(new Source(path, text)));
        Output output = new Output(compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8));
        return compiler.getTask(null, output, problems, OPTIONS, null, files).call();
    }

    Class<?> type(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The class file of a class. */
    byte[] bytes(String name) {
        return Objects.requireNonNull(classes.get(name)).toByteArray();
    }

    public List<String> types() {
        return List.copyOf(classes.keySet());
    }

    public KubernetesList manifests(String facade) {
        return (KubernetesList) call(type(facade), null, "manifests");
    }

    /** Calls one after the other, each on what the one before returned. */
    Object call(String facade, String... methods) {
        Object value = call(type(facade), null, methods[0]);
        for (int i = 1; i < methods.length; i++) {
            value = call(value.getClass(), value, methods[i]);
        }
        return value;
    }

    static Object get(Object target, String method) {
        return call(target.getClass(), target, method);
    }

    private static Object call(Class<?> type, Object target, String method) {
        try {
            return type.getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + "." + method, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
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

    private final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        Output(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
            return new SimpleJavaFileObject(URI.create("bytes:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
