package dev.knet.patch;

import dev.knet.diagnostic.Diagnostic;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** What became of an object: merged with its patch, or unchanged, and all that is wrong with the patch. */
public record Patched(HasMetadata object, List<Diagnostic> diagnostics) {
    public Patched {
        diagnostics = List.copyOf(diagnostics);
    }
}
