package dev.knet.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file, read as far as the tests need it.
 *
 * @param file its path from the root of the repository
 * @param blocks its fenced blocks
 * @param prose all its other lines
 */
record Page(Path file, List<Block> blocks, List<String> prose) {
    static final Path ROOT = Path.of("..");

    private static final String FENCE = "```";
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /** Every page that is tested. */
    static List<Page> all() {
        List<Page> pages = new ArrayList<>();
        pages.add(of(Path.of("README.md")));
        under("docs").forEach(pages::add);
        for (Path sample : samples()) {
            Path readme = ROOT.relativize(sample).resolve("README.md");
            if (Files.exists(ROOT.resolve(readme))) {
                pages.add(of(readme));
            }
        }
        return pages;
    }

    /** The pages in a folder and below, in order. */
    static List<Page> under(String folder) {
        return files(folder, ".md").stream().map(Page::of).toList();
    }

    /** The files with this ending in a folder and below, by their paths from the root, in order. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(ROOT::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> samples() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("samples"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(Path file) {
        return of(file, read(ROOT.resolve(file)).lines().toList());
    }

    static Page of(Path file, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        List<String> prose = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(FENCE)) {
                int end = end(file, lines, at);
                blocks.add(block(file + ":" + (at + 1), lines.subList(at, end)));
                at = end;
            } else {
                prose.add(lines.get(at));
            }
        }
        return new Page(file, List.copyOf(blocks), List.copyOf(prose));
    }

    private static int end(Path file, List<String> lines, int start) {
        for (int end = start + 1; end < lines.size(); end++) {
            if (lines.get(end).equals(FENCE)) {
                return end;
            }
        }
        throw new AssertionError("no end of the block at " + file + ":" + (start + 1));
    }

    private static Block block(String place, List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.subList(1, lines.size()).forEach(line -> text.append(line).append('\n'));
        List<String> words =
                List.of(lines.get(0).substring(FENCE.length()).strip().split("\\s+"));
        return new Block(place, words.get(0), words.subList(1, words.size()), text.toString());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes another text into the block behind this one. */
    void replaceNext(Block block, String text) {
        String between = block.text() + FENCE + "\n\n" + FENCE + "text\n";
        String old = blocks.get(blocks.indexOf(block) + 1).text();
        try {
            Files.writeString(ROOT.resolve(file), read(ROOT.resolve(file)).replace(between + old, between + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its links lead to. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        for (String line : prose) {
            LINK.matcher(INLINE_CODE.matcher(line).replaceAll("")).results().forEach(link -> links.add(link.group(1)));
        }
        return links;
    }

    /** The names by which its headings can be linked to, made as GitHub makes them. */
    List<String> anchors() {
        return headings().stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    List<String> headings() {
        return prose.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ +", ""))
                .toList();
    }

    /** The lines below a heading, up to the next. */
    List<String> section(String heading) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : prose) {
            inside = line.startsWith("#") ? line.replaceFirst("^#+ +", "").equals(heading) : inside;
            lines.addAll(inside ? List.of(line) : List.of());
        }
        return lines;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
