package dev.knet.emit.java;

import dev.knet.emit.Artifact;
import dev.knet.lower.Latent;
import dev.knet.lower.Manifests;
import dev.knet.model.Account;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Namespace;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Writes the Java API of a topology: a facade, and a class for each thing. */
public final class JavaEmitter {
    private final Topology topology;
    private final Belongings belongings;
    private final Sentences sentences;
    private final JavaNames names;
    private final EndCode ends;
    private final ThingWriter writer;
    private final GeneratedFiles files;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Artifact> artifacts = new ArrayList<>();

    private JavaEmitter(Topology topology, Manifests manifests, Latent latent, String source) {
        this.topology = topology;
        this.belongings = Belongings.of(topology, manifests);
        this.sentences = Sentences.of(topology);
        this.names = JavaNames.of(topology);
        IsolatedPods isolated = IsolatedPods.of(topology);
        this.ends = new EndCode(topology, names, isolated);
        this.writer = new ThingWriter(
                names, belongings, new ThingDocs(names, sentences), ends, new Subjects(topology, isolated, latent));
        this.files = new GeneratedFiles(topology.javaPackage(), source);
    }

    /** The part of a package's name that stands for an environment. */
    public static String packageName(String environment) {
        String name = environment.replace('-', '_');
        return SourceVersion.isName(name, SourceVersion.RELEASE_17) ? name : "_" + name;
    }

    /**
     * The source is how the generated files call the file that they come from. The latent policies are for sentences in Java
     * that isolate what the file does not.
     */
    public static List<Artifact> emit(Topology topology, Manifests manifests, Latent latent, String source) {
        return emit(topology, List.of(topology), manifests, latent, source);
    }

    /** The same of one topology of several, whose policies may know its pods too. */
    public static List<Artifact> emit(
            Topology topology, List<Topology> all, Manifests manifests, Latent latent, String source) {
        return new JavaEmitter(topology, manifests, latent, source).emit(manifests, SelectedNames.of(all));
    }

    private List<Artifact> emit(Manifests manifests, SelectedNames selected) {
        topology.workloads().forEach(workload -> add(writer.workload(workload)));
        topology.services().forEach(service -> add(writer.service(service)));
        topology.namespaces().stream().filter(this::hasClass).forEach(namespace -> add(writer.namespace(namespace)));
        Account.madeBy(topology).forEach(account -> add(writer.account(account)));
        topology.groups().forEach(group -> add(writer.group(group)));
        entries.sort(Comparator.comparing(entry -> entry.name().accessor()));
        List<Code> objects = manifests.all().stream().map(writer::object).toList();
        new Facade(names, topology, ends, selected)
                .write(entries, objects)
                .forEach(type -> artifacts.add(files.of(type)));
        artifacts.addAll(RuntimeFiles.of(topology));
        artifacts.sort(Comparator.comparing(Artifact::path));
        return artifacts;
    }

    private void add(ThingWriter.Written written) {
        entries.add(written.entry());
        artifacts.add(files.of(written.type()));
    }

    /** The outside of all namespaces has one only if there is something to say about it. */
    private boolean hasClass(Namespace namespace) {
        return !namespace.isOutside()
                || !belongings.policies(namespace).isEmpty()
                || !sentences.about(namespace).isEmpty();
    }
}
