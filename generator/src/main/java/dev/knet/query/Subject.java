package dev.knet.query;

import dev.knet.compile.CompileResult;
import dev.knet.diagnostic.Printable;
import dev.knet.emit.report.Sentences;
import dev.knet.prove.Built;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Finding;
import dev.knet.reach.read.ManifestReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked about: the objects of a cluster, and the sentences behind its policies if some are known. */
public final class Subject {
    static final Subject NOTHING = new Subject(ClusterObjects.NONE, Sentences.NONE, Optional.of(Set.of()), List.of());

    private final ClusterObjects objects;
    private final Sentences sentences;
    private final Optional<Set<String>> watched;
    private final List<String> environments;

    private Subject(
            ClusterObjects objects, Sentences sentences, Optional<Set<String>> watched, List<String> environments) {
        this.objects = objects;
        this.sentences = sentences;
        this.watched = watched;
        this.environments = environments;
    }

    /** Something to be said about manifests; after an error there is no answer. */
    public record Remark(boolean isError, String text) {}

    /** What sources become in an environment, or as they are; none if there are errors in them. */
    public static Optional<Subject> of(CompileResult result, Optional<String> environment) {
        return result.clusters().stream()
                .filter(cluster -> cluster.environment().equals(environment))
                .findFirst()
                .map(cluster -> of(cluster, environment.isPresent() ? List.of() : environments(result)));
    }

    static Subject of(CompileResult.Cluster cluster) {
        return of(cluster, List.of());
    }

    private static Subject of(CompileResult.Cluster cluster, List<String> environments) {
        Built built = cluster.built();
        return new Subject(
                built.cluster(), new SourceSentences(built.sentences()), Optional.of(built.watched()), environments);
    }

    private static List<String> environments(CompileResult result) {
        return result.clusters().stream()
                .flatMap(cluster -> cluster.environment().stream())
                .sorted()
                .toList();
    }

    /** Manifests of anybody; what names no namespace is taken to be in `default`. */
    public static Subject of(List<Manifest> manifests) {
        List<ManifestReader.Source> sources =
                manifests.stream().map(Manifest::source).toList();
        ClusterObjects objects = ManifestReader.read(sources, ClusterObjects.DEFAULT_NAMESPACE);
        return new Subject(
                objects.hasErrors() ? objects : Oversights.toldOf(objects),
                Sentences.NONE,
                Optional.empty(),
                List.of());
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

    /** What to know about each answer. */
    List<String> hints() {
        return environments.isEmpty()
                ? List.of()
                : List.of("this is about the files as they are outside of all environments; -Dknet.environment="
                        + environments.get(0) + " asks about one of " + String.join(", ", environments));
    }

    boolean hasWorkloads() {
        return !objects.pods().isEmpty();
    }

    /** The namespaces that the files are about; empty if nobody says, so that all are of interest. */
    Optional<Set<String>> watched() {
        return watched;
    }

    ClusterObjects objects() {
        return objects;
    }

    Sentences sentences() {
        return sentences;
    }
}
