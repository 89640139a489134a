package dev.knet.compile;

import dev.knet.emit.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What has to be done in a folder, found by looking only; there is none if it would harm a file of somebody else. */
final class FolderPlan {
    private final OutputFolder folder;
    private final WrittenList earlier;
    private final Map<String, WrittenList> others = new HashMap<>();

    private final SortedSet<String> wanted = new TreeSet<>();
    private final SortedSet<String> stale = new TreeSet<>();
    /** The stale that are wanted in another case. Many file systems take the two for one file. */
    private final SortedSet<String> respelled = new TreeSet<>();

    private final List<Artifact> changed = new ArrayList<>();
    private final List<Path> unchanged = new ArrayList<>();

    private FolderPlan(OutputFolder folder, WrittenList earlier) throws IOException {
        this.folder = folder;
        this.earlier = earlier;
        for (WrittenList other : earlier.others()) {
            other.paths().forEach(path -> others.put(path, other));
        }
    }

    static FolderPlan of(OutputFolder folder, WrittenList earlier, List<Artifact> artifacts) throws IOException {
        FolderPlan plan = new FolderPlan(folder, earlier);
        artifacts.forEach(plan::want);
        plan.findStale();
        plan.findRespelled();
        for (Artifact artifact : artifacts) {
            plan.compare(artifact);
        }
        return plan;
    }

    SortedSet<String> wanted() {
        return wanted;
    }

    /** The files that are missing or have another text. */
    List<Artifact> changed() {
        return changed;
    }

    List<Path> unchanged() {
        return unchanged;
    }

    /** The files of an earlier run that are not wanted any more. */
    SortedSet<String> stale() {
        return stale;
    }

    /** Those of the stale that have to go before anything is written, lest the new be removed with the old. */
    SortedSet<String> respelled() {
        return respelled;
    }

    private void want(Artifact artifact) {
        if (!wanted.add(artifact.path())) {
            throw new IllegalArgumentException("two files for " + artifact.path());
        }
    }

    private void findStale() throws IOException {
        for (String path : earlier.paths()) {
            if (!wanted.contains(path) && !others.containsKey(path) && folder.isGenerated(path)) {
                stale.add(path);
            }
        }
    }

    private void findRespelled() {
        Set<String> spellings = wanted.stream().map(FolderPlan::ignoringCase).collect(Collectors.toSet());
        for (String path : stale) {
            if (spellings.contains(ignoringCase(path))) {
                respelled.add(path);
            }
        }
    }

    private static String ignoringCase(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private void compare(Artifact artifact) throws IOException {
        Path file = folder.place(artifact.path());
        byte[] bytes = artifact.text().getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            changed.add(artifact);
            return;
        }
        byte[] there = read(file, Math.max(bytes.length + 1, Headline.LONGEST));
        checkOurs(artifact.path(), file, Headline.of(there), Headline.of(bytes));
        if (Arrays.equals(there, bytes) && spellings(artifact.path()).isEmpty()) {
            unchanged.add(file);
        } else {
            changed.add(artifact);
        }
    }

    private static byte[] read(Path file, int most) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw OutputException.inTheWay(file, "it is no ordinary file. Move it, or choose another output folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    private void checkOurs(String path, Path file, Headline there, Headline here) throws IOException {
        if (!there.isKnets()) {
            throw OutputException.inTheWay(file, "knet did not write it. Move it, or choose another output folder");
        }
        WrittenList other = others.get(path);
        if (other != null) {
            throw OutputException.inTheWay(file, whose(other));
        }
        if (!earlier.paths().contains(path) && !isRespelled(path, file) && !there.equals(here)) {
            throw OutputException.inTheWay(
                    file,
                    "it was generated from something else (" + there.text() + "). "
                            + "Delete it if it is not needed, or choose another output folder");
        }
    }

    private String whose(WrittenList other) {
        return "it was generated from " + other.sources() + ". "
                + (Files.exists(other.sources())
                        ? "Give each source folder an output folder of its own"
                        : "Nothing is there any more: delete " + folder.root() + " and build again");
    }

    private boolean isRespelled(String path, Path file) throws IOException {
        for (String other : spellings(path)) {
            if (Files.isSameFile(folder.place(other), file)) {
                return true;
            }
        }
        return false;
    }

    /** The respelled that are this path but for case. */
    private List<String> spellings(String path) {
        return respelled.stream()
                .filter(other -> ignoringCase(other).equals(ignoringCase(path)))
                .toList();
    }
}
