package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What a goal is about: the folder of the sources, and the settings for them.
 *
 * @param asked whether the user of this very build named the folder, so that it must exist
 */
record Sources(PathNames names, Path folder, boolean asked, CompileRequest.Settings settings) {

    Sources {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The files, and the locks beside them. */
    List<CompileRequest.Source> readWithLocks(Consumer<String> nothing)
            throws MojoExecutionException, MojoFailureException {
        return new SourceFolder(folder, names).withLocks().read(asked, nothing);
    }

    List<CompileRequest.Source> read(Consumer<String> nothing) throws MojoExecutionException, MojoFailureException {
        return new SourceFolder(folder, names).read(asked, nothing);
    }

    String name() {
        return names.of(folder);
    }

    static CompileResult compile(CompileRequest request) throws MojoExecutionException {
        return compile(request, Compiler::compile);
    }

    /** With locks made anew. */
    static CompileResult renewLocks(CompileRequest request) throws MojoExecutionException {
        return compile(request, Compiler::renewLocks);
    }

    private static CompileResult compile(CompileRequest request, Function<CompileRequest, CompileResult> compiler)
            throws MojoExecutionException {
        try {
            return compiler.apply(request);
        } catch (RuntimeException | StackOverflowError e) {
            throw Messages.bug(e);
        }
    }

    static void checkPackage(String name) throws MojoFailureException {
        if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
            throw new MojoFailureException(
                    "knet.javaPackage is no Java package: `" + name + "`. Give one such as com.example.shop");
        }
    }
}
