package dev.knet.reach.read;

import dev.knet.reach.read.ManifestReader.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the manifests in a folder. */
final class ManifestFolder {
    private ManifestFolder() {}

    static List<Source> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path name = folder.getFileName();
            return List.of(source(name == null ? folder.toString() : name.toString(), folder));
        }
        Path root = folder.toRealPath();
        Map<String, Path> found = new TreeMap<>();
        Files.walkFileTree(root, new Finder(root, found));
        Set<Path> read = new HashSet<>();
        List<Source> sources = new ArrayList<>();
        for (boolean links : new boolean[] {false, true}) {
            for (Path path : found.values()) {
                if (Files.isSymbolicLink(path) == links && isWanted(path, root) && read.add(path.toRealPath())) {
                    sources.add(source(nameOf(root, path), path));
                }
            }
        }
        sources.sort((one, other) -> one.name().compareTo(other.name()));
        return sources;
    }

    /** A file that is in the folder, whatever the way to it. */
    private static boolean isWanted(Path path, Path root) throws IOException {
        return Files.isRegularFile(path) && path.toRealPath().startsWith(root);
    }

    private static String nameOf(Path folder, Path path) {
        List<String> names = new ArrayList<>();
        folder.relativize(path).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /** No more of it than it takes to see that it is too large. */
    private static Source source(String name, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new Source(name, in.readNBytes(Limits.FILE + 1));
        }
    }

    static boolean isManifest(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".yaml") || small.endsWith(".yml") || small.endsWith(".json");
    }

    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Map<String, Path> found;

        Finder(Path folder, Map<String, Path> found) {
            this.folder = folder;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return !path.equals(folder) && isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!isHidden(path) && isManifest(String.valueOf(path.getFileName()))) {
                found.put(nameOf(folder, path), path);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}
