package dev.knet.query;

import dev.knet.compile.CompileResult;
import dev.knet.diagnostic.Printable;
import dev.knet.emit.report.Sentences;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Finding;
import dev.knet.reach.read.ManifestReader;
import java.util.List;
import java.util.Optional;

/** What is asked about: the objects of a cluster, and the sentences behind its policies if some are known. */
public final class Subject {
    private final ClusterObjects objects;
    private final Sentences sentences;

    private Subject(ClusterObjects objects, Sentences sentences) {
        this.objects = objects;
        this.sentences = sentences;
    }

    /** Something to be said about manifests; after an error there is no answer. */
    public record Remark(boolean isError, String text) {}

    /** What sources become in an environment, or as they are; none if there are errors in them. */
    public static Optional<Subject> of(CompileResult result, Optional<String> environment) {
        return result.clusters().stream()
                .filter(cluster -> cluster.environment().equals(environment))
                .findFirst()
                .map(cluster -> new Subject(
                        cluster.built().cluster(),
                        new SourceSentences(cluster.built().sentences())));
    }

    /** Manifests of anybody; what names no namespace is taken to be in `default`. */
    public static Subject of(List<Manifest> manifests) {
        List<ManifestReader.Source> sources =
                manifests.stream().map(Manifest::source).toList();
        ClusterObjects objects = ManifestReader.read(sources, ClusterObjects.DEFAULT_NAMESPACE);
        return new Subject(objects.hasErrors() ? objects : Oversights.toldOf(objects), Sentences.NONE);
    }

    /** Of what was read, in order. */
    public List<Remark> remarks() {
        return objects.findings().stream().map(Subject::remark).toList();
    }

    private static Remark remark(Finding finding) {
        String place = finding.origin().toString();
        return new Remark(
                finding.isError(), Printable.of(place.isEmpty() ? "" : place + ": ") + Printable.of(finding.message()));
    }

    ClusterObjects objects() {
        return objects;
    }

    Sentences sentences() {
        return sentences;
    }
}
