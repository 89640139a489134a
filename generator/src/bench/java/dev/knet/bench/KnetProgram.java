package dev.knet.bench;

import dev.knet.compile.ArtifactWriter;
import dev.knet.compile.CompileRequest;
import dev.knet.compile.CompileResult;
import dev.knet.compile.Compiler;
import dev.knet.compile.Destination;
import dev.knet.compile.OutputException;
import dev.knet.emit.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the goal does without Maven: a .knet file in, its YAML written. Arguments: the file, the output folder. */
public final class KnetProgram {
    private KnetProgram() {}

    public static void main(String[] arguments) throws IOException, OutputException {
        Path file = Path.of(arguments[0]);
        CompileRequest.Source source =
                new CompileRequest.Source(file.toString(), file.getFileName().toString(), Files.readAllBytes(file));
        CompileResult result = Compiler.compile(new CompileRequest(
                List.of(source), "knet", CompileRequest.Settings.on(LocalDate.EPOCH), Set.of(Artifact.Kind.MANIFEST)));
        if (result.hasErrors()) {
            throw new IllegalStateException(result.diagnostics().toString());
        }
        ArtifactWriter.write(
                new Destination(
                        file.toAbsolutePath().getParent(), Map.of(Artifact.Kind.MANIFEST, Path.of(arguments[1]))),
                result.artifacts());
    }
}
