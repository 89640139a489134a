package dev.knet.maven;

import dev.knet.compile.CompileRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Finds and reads the sources: every {@code .knet} file below a folder but the hidden ones. Links are followed, because
 * some build tools lay out sources as links; a link to a folder above it leads to nothing new and is left out.
 */
final class SourceFolder {
    private static final String ENDING = ".knet";
    /** Far more than the compiler takes, so that it is the one to complain; less than would fill the memory. */
    private static final int MOST_READ = 64 * 1024 * 1024;

    private final Path folder;
    private final PathNames names;
    private final String setting;
    private final List<String> endings;

    private SourceFolder(Path folder, PathNames names, String setting, List<String> endings) {
        this.folder = folder;
        this.names = names;
        this.setting = setting;
        this.endings = endings;
    }

    SourceFolder(Path folder, PathNames names) {
        this(folder, names, "knet.sourceDirectory", List.of(ENDING));
    }

    /** The same folder, and what is written down of it is read, too. */
    SourceFolder withLocks() {
        return new SourceFolder(folder, names, setting, List.of(ENDING, CompileRequest.LOCK_ENDING));
    }

    /** The same folder, as somebody named it by another setting. */
    SourceFolder namedBy(String other) {
        return new SourceFolder(folder, names, other, endings);
    }

    static boolean isSource(String name) {
        return name.endsWith(ENDING);
    }

    /**
     * In an order that is the same on every system. None is no error: a build may share its settings with modules that
     * have none.
     *
     * @param asked whether the user of this very build named the folder, so that it must exist
     * @param nothing is told why there is none
     */
    List<CompileRequest.Source> read(boolean asked, Consumer<String> nothing)
            throws MojoExecutionException, MojoFailureException {
        String name = names.of(folder);
        if (!Files.exists(folder)) {
            if (asked) {
                throw new MojoFailureException(setting + " does not exist: " + name);
            }
            nothing.accept("there is no folder " + name);
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new MojoFailureException(
                    setting + " is no folder: " + name + ". Name the folder that the .knet files are in");
        }
        List<Path> files = files();
        if (files.stream().noneMatch(file -> isSource(file.toString()))) {
            nothing.accept("there is no .knet file in " + name);
            return List.of();
        }
        return read(files);
    }

    private List<CompileRequest.Source> read(List<Path> files) throws MojoExecutionException {
        List<CompileRequest.Source> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(new CompileRequest.Source(names.of(file), path(file), bytes(file)));
        }
        return sources;
    }

    private List<Path> files() throws MojoExecutionException {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(files));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        files.sort(Comparator.comparing(this::path));
        return files;
    }

    /** How what is generated calls the file: the same on every machine. */
    private String path(Path file) {
        return PathNames.withSlashes(folder.relativize(file));
    }

    private byte[] bytes(Path file) throws MojoExecutionException {
        if (!Files.isRegularFile(file)) {
            throw new MojoExecutionException("cannot read " + names.of(file) + ": it is no file, or a link to none");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_READ);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What the system names is what it could not read, such as a folder below. */
    private MojoExecutionException unreadable(Path asked, IOException e) {
        Path path =
                e instanceof FileSystemException failed && failed.getFile() != null ? Path.of(failed.getFile()) : asked;
        String reason = e instanceof AccessDeniedException ? "permission denied" : e.toString();
        return new MojoExecutionException("cannot read " + names.of(path) + ": " + reason, e);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final List<Path> files;

        Visitor(List<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
            return isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
            if (endings.stream().anyMatch(path.toString()::endsWith) && !isHidden(path)) {
                files.add(path);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException || isHidden(path)) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        /** The folder itself may be called as its owner likes. */
        private boolean isHidden(Path path) throws IOException {
            return !path.equals(folder) && (String.valueOf(path.getFileName()).startsWith(".") || Files.isHidden(path));
        }
    }
}
