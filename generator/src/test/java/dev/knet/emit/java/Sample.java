package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.check.Checks;
import dev.knet.diagnostic.Diagnostic;
import dev.knet.emit.Artifact;
import dev.knet.emit.yaml.ManifestYaml;
import dev.knet.lower.Latent;
import dev.knet.lower.Lowering;
import dev.knet.lower.Manifest;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import dev.knet.parse.Parsed;
import dev.knet.parse.Parser;
import dev.knet.resolve.Resolved;
import dev.knet.testing.Resolving;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A topology of a text, its objects and its Java. */
record Sample(Topology topology, Manifests manifests) {

    static Sample of(String text) {
        return of("shop.knet", text.getBytes(StandardCharsets.UTF_8));
    }

    static Sample of(Path file) {
        try {
            return of(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample of(String file, byte[] bytes) {
        Parsed parsed = Parser.parse(file, bytes);
        List<Diagnostic> found = new ArrayList<>(parsed.diagnostics());
        assertThat(found).isEmpty();
        Resolved resolved = Resolving.of(parsed);
        found.addAll(resolved.diagnostics());
        Checks.check(Resolving.topology(resolved)).forEach(found::add);
        assertThat(found.stream().filter(Diagnostic::isError)).isEmpty();
        return new Sample(Resolving.topology(resolved), Lowering.lower(Resolving.topology(resolved)));
    }

    List<Artifact> java() {
        return JavaEmitter.emit(topology, manifests, latent(topology), "shop.knet");
    }

    /** Without what is the same for every topology. */
    List<Artifact> ownJava() {
        return ownJava("shop.knet");
    }

    List<Artifact> ownJava(String source) {
        List<Artifact> shared = RuntimeFiles.of(topology);
        return JavaEmitter.emit(topology, manifests, latent(topology), source).stream()
                .filter(file -> !shared.contains(file))
                .toList();
    }

    static Latent latent(Topology topology) {
        return Latent.of(topology, it -> Checks.check(it).noneMatch(Diagnostic::isError));
    }

    String text(String file) {
        return java().stream()
                .filter(artifact -> artifact.path().endsWith("/" + file))
                .map(Artifact::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is none of "
                        + java().stream().map(Artifact::path).toList()));
    }

    List<HasMetadata> objects() {
        return manifests.all().stream().map(Manifest::object).toList();
    }

    String yaml() {
        return ManifestYaml.write(List.of(), manifests.all());
    }

    String facade() {
        return JavaNames.of(topology).facade().canonicalName();
    }

    /** Compiles it and makes sure that it makes the very objects that are written as YAML. */
    Compiled compiled() {
        Compiled compiled = Compiled.of(java());
        assertThat(compiled.manifests(facade()).getItems()).isEqualTo(objects());
        return compiled;
    }
}
