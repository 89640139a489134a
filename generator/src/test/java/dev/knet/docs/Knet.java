package dev.knet.docs;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.emit.Artifact;
import dev.knet.testing.Resolving;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code knet} blocks of a page as files, and the samples, compiled. */
final class Knet {
    private static final String FOLDER = "src/main/knet/";
    private static final String DEFAULT_NAME = "shop";

    private final Page page;

    Knet(Page page) {
        this.page = page;
    }

    /** What the compiler makes of a block, and of those that it stands with. */
    CompileResult compile(Block block) {
        List<CompileRequest.Source> sources = new ArrayList<>();
        block.mark("with").ifPresent(name -> sources.add(source(before(block, name))));
        sources.add(source(block));
        if (block.marks().contains("locked")) {
            sources.add(lock(block));
        }
        return compile(sources, block.values("environments"));
    }

    /** What the compiler makes of what a block says that it is {@code of}: a block before it, or a sample. */
    CompileResult compileWhatItIsOf(Block block) {
        String name = block.mark("of").orElseThrow(() -> new AssertionError("of what? " + block));
        return isSample(name) ? compile(sample(name), List.of()) : compile(before(block, name));
    }

    /** The last lock before it. */
    private CompileRequest.Source lock(Block block) {
        Block lock = page.blocks().subList(0, page.blocks().indexOf(block)).stream()
                .filter(other -> other.is("lock"))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("there is no `lock` block before " + block));
        String file = name(block) + ".knet.lock";
        return new CompileRequest.Source(FOLDER + file, file, lock.text().getBytes(StandardCharsets.UTF_8));
    }

    static String name(Block block) {
        return block.mark("name").orElse(DEFAULT_NAME);
    }

    private Block before(Block block, String name) {
        return page.blocks().subList(0, page.blocks().indexOf(block)).stream()
                .filter(other -> other.is("knet")
                        && name(other).equals(name)
                        && other.values("error").isEmpty())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("there is no `knet` block " + name + " before " + block));
    }

    private static CompileRequest.Source source(Block block) {
        int times = block.mark("times").map(Integer::parseInt).orElse(1);
        Charset charset = Charset.forName(block.mark("charset").orElse("UTF-8"));
        String file = name(block) + ".knet";
        return new CompileRequest.Source(
                FOLDER + file, file, block.text().repeat(times).getBytes(charset));
    }

    private static boolean isSample(String name) {
        return Files.isDirectory(Page.ROOT.resolve("samples").resolve(name));
    }

    private static List<CompileRequest.Source> sample(String name) {
        String folder = "samples/" + name + "/" + FOLDER;
        List<CompileRequest.Source> sources = new ArrayList<>();
        for (Path file : Page.files(folder, ".knet")) {
            String path = Path.of(folder).relativize(file).toString().replace('\\', '/');
            byte[] bytes = Page.read(Page.ROOT.resolve(file)).getBytes(StandardCharsets.UTF_8);
            sources.add(new CompileRequest.Source(FOLDER + path, path, bytes));
        }
        return sources;
    }

    private static CompileResult compile(List<CompileRequest.Source> sources, List<String> environments) {
        return Compiler.compile(new CompileRequest(
                sources,
                CompileRequest.DEFAULT_PACKAGE,
                new CompileRequest.Settings(Map.of(), environments, Resolving.TODAY),
                Set.of(Artifact.Kind.MANIFEST, Artifact.Kind.JAVA)));
    }
}
