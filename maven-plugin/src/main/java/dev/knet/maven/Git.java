package dev.knet.maven;

import dev.knet.diagnostic.Printable;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Reads files out of a repository by the {@code git} command. It reads objects only: nothing is checked out, no filter of
 * the repository is run, and nothing of what users say can be taken for an option.
 */
final class Git {
    private static final List<String> COMMAND = List.of("git", "--no-pager", "--literal-pathspecs");
    /** What a hook of git's own leaves behind, which would make it look at another repository than the folder's. */
    private static final List<String> OF_HOOKS =
            List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY");

    private static final int MOST_READ = 64 * 1024 * 1024;

    private final Path folder;

    private Git(Path folder) {
        this.folder = folder;
    }

    /** In the repository that a folder is in; the folder itself need not be there any more. */
    static Git at(Path folder) {
        Path existing = folder.toAbsolutePath().normalize();
        while (!Files.isDirectory(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return new Git(existing);
    }

    /** A file of a commit. */
    record Entry(String path, String object) {}

    /** A file of a commit, with what is in it. */
    static final class Blob {
        private final String path;
        private final byte[] content;

        private Blob(String path, byte[] content) {
            this.path = path;
            this.content = content;
        }

        String path() {
            return path;
        }

        byte[] content() {
            return content.clone();
        }
    }

    /** The commit that a user means. */
    String commit(String revision) throws MojoExecutionException, MojoFailureException {
        prefix();
        Finished found = revision.isBlank() || revision.startsWith("-") || revision.indexOf('\0') >= 0
                ? Finished.NONE
                : run("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        String commit = found.lastLine();
        if (found.exit != 0 || !isObject(commit)) {
            throw new MojoFailureException("git knows no commit `" + Printable.of(revision)
                    + "` here. If it is elsewhere, fetch it first: a shallow clone, as build servers make, lacks most");
        }
        return commit;
    }

    /** The files of a commit in a folder and below, called by their paths in it, without links and other repositories. */
    List<Entry> files(String commit, Path wanted) throws MojoExecutionException, MojoFailureException {
        String path = PathNames.withSlashes(
                Path.of(prefix()).resolve(folder.relativize(wanted)).normalize());
        List<String> arguments = new ArrayList<>(List.of("ls-tree", "-r", "-z", "--full-tree", commit));
        if (!path.isEmpty()) {
            arguments.addAll(List.of("--", path));
        }
        Finished listed = run(arguments.toArray(String[]::new));
        if (listed.exit != 0) {
            throw new MojoExecutionException("git cannot list " + path + ": " + listed.complaint());
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : new String(listed.out, StandardCharsets.UTF_8).split("\0")) {
            // MODE TYPE OBJECT<tab>PATH; a mode that begins with 100 is a file's.
            int tab = line.indexOf('\t');
            String[] words = tab < 0 ? new String[0] : line.substring(0, tab).split(" ");
            if (words.length == 3 && words[0].startsWith("100") && words[1].equals("blob") && isObject(words[2])) {
                entries.add(new Entry(below(path, line.substring(tab + 1)), words[2]));
            }
        }
        return entries;
    }

    /** What was asked for may be a file itself. */
    private static String below(String path, String name) {
        if (path.isEmpty()) {
            return name;
        }
        return name.equals(path) ? name.substring(name.lastIndexOf('/') + 1) : name.substring(path.length() + 1);
    }

    /** Where the folder is in its repository: empty, or a path that ends with a slash. */
    private String prefix() throws MojoExecutionException, MojoFailureException {
        Finished shown = run("rev-parse", "--show-prefix");
        if (shown.exit != 0) {
            throw new MojoFailureException("git finds no repository at " + folder + ": " + shown.complaint());
        }
        return shown.lastLine();
    }

    List<Blob> read(List<Entry> entries) throws MojoExecutionException {
        List<Blob> blobs = new ArrayList<>();
        if (entries.isEmpty()) {
            return blobs;
        }
        Process process = start(ProcessBuilder.Redirect.DISCARD, "cat-file", "--batch");
        try (OutputStream questions = process.getOutputStream();
                DataInputStream answers = new DataInputStream(process.getInputStream())) {
            for (Entry entry : entries) {
                questions.write((entry.object + "\n").getBytes(StandardCharsets.US_ASCII));
                questions.flush();
                blobs.add(new Blob(entry.path, answer(answers)));
            }
        } catch (IOException e) {
            throw new MojoExecutionException("git cannot read the files of the commit: " + e.getMessage(), e);
        } finally {
            process.destroy();
        }
        return blobs;
    }

    /** {@code OBJECT blob SIZE}, a new line, the content, a new line. */
    private static byte[] answer(DataInputStream answers) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        for (int next = answers.read(); next >= 0 && next != '\n'; next = answers.read()) {
            header.write(next);
        }
        String[] words = header.toString(StandardCharsets.UTF_8).split(" ");
        if (words.length != 3 || !words[1].equals("blob")) {
            throw new IOException("an object is missing");
        }
        long size = Long.parseLong(words[2]);
        byte[] content = answers.readNBytes((int) Math.min(size, MOST_READ));
        answers.skipNBytes(size - content.length + 1);
        return content;
    }

    private static boolean isObject(String text) {
        return text.length() >= 40 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    }

    private Finished run(String... arguments) throws MojoExecutionException {
        Process process = start(ProcessBuilder.Redirect.PIPE, arguments);
        try (InputStream out = process.getInputStream();
                InputStream complaints = process.getErrorStream()) {
            process.getOutputStream().close();
            byte[] said = out.readAllBytes();
            byte[] complained = complaints.readAllBytes();
            return new Finished(process.waitFor(), said, complained);
        } catch (IOException e) {
            throw new MojoExecutionException("git cannot be asked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("git was interrupted", e);
        } finally {
            process.destroy();
        }
    }

    private Process start(ProcessBuilder.Redirect complaints, String... arguments) throws MojoExecutionException {
        List<String> command = new ArrayList<>(COMMAND);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(complaints);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(OF_HOOKS);
        environment.putAll(Map.of("LC_ALL", "C", "GIT_TERMINAL_PROMPT", "0", "GIT_OPTIONAL_LOCKS", "0"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "git cannot be run, and only it can read a revision: install it, or compare two folders with"
                            + " knet.before and knet.after (" + e.getMessage() + ")",
                    e);
        }
    }

    /** What a command left. */
    private static final class Finished {
        static final Finished NONE = new Finished(1, new byte[0], new byte[0]);

        private final int exit;
        private final byte[] out;
        private final byte[] complaints;

        Finished(int exit, byte[] out, byte[] complaints) {
            this.exit = exit;
            this.out = out;
            this.complaints = complaints;
        }

        /** The only one, but for versions of git that repeat an option before it. */
        String lastLine() {
            List<String> lines = new String(out, StandardCharsets.UTF_8).lines().toList();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }

        String complaint() {
            return Printable.of(new String(complaints, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("it does not say why"));
        }
    }
}
