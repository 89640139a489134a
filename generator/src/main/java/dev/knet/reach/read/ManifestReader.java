package dev.knet.reach.read;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads manifests: YAML and JSON, of knet or of anybody else. */
public final class ManifestReader {
    private ManifestReader() {}

    /** A file, by the name that messages call it. */
    public static final class Source {
        private final String name;
        private final byte[] content;

        public Source(String name, byte[] content) {
            this.name = name;
            this.content = content.clone();
        }

        public String name() {
            return name;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /** Everything in them; objects that name no namespace are in the given one. */
    public static ClusterObjects read(List<Source> sources, String defaultNamespace) {
        Findings findings = new Findings();
        ObjectReader reader = new ObjectReader(defaultNamespace, findings);
        for (Source source : sources) {
            if (!findings.areEnough()) {
                read(source, reader, findings);
            }
        }
        return reader.objects();
    }

    private static void read(Source source, ObjectReader reader, Findings findings) {
        if (source.content.length > Limits.FILE) {
            findings.error(
                    new Origin(source.name, 1),
                    "the file is too large: more than " + (Limits.FILE >> 20) + " MiB are not read");
            return;
        }
        FileSink sink = new FileSink(source.name, reader, findings);
        try {
            ManifestText text = ManifestText.of(source.content);
            if (!JsonDocuments.mayBe(text) || !json(source, text, sink)) {
                YamlDocuments.read(text, sink);
            }
        } catch (TooMuch e) {
            sink.error(e.line(), e.why());
        }
    }

    /** Whether that is all there is to it: what is not JSON may be YAML, unless its name says otherwise. */
    private static boolean json(Source source, ManifestText text, FileSink sink) {
        List<Node> documents = new ArrayList<>();
        try {
            JsonDocuments.read(text, documents);
        } catch (TooMuch e) {
            if (!source.name.endsWith(".json")) {
                return false;
            }
            sink.error(e.line(), e.why() + text.advice());
        }
        documents.forEach(sink::document);
        return true;
    }

    private record FileSink(String file, ObjectReader reader, Findings findings) implements DocumentSink {
        @Override
        public void document(Node root) {
            reader.document(file, root);
        }

        @Override
        public void error(int line, String message) {
            findings.error(new Origin(file, line), message);
        }

        @Override
        public boolean hasEnough() {
            return findings.areEnough();
        }
    }

    /**
     * Every {@code *.yaml}, {@code *.yml} and {@code *.json} in a folder and below, by their paths; or the one file. What
     * is hidden is left out, and links that lead out of the folder.
     */
    public static List<Source> folder(Path folder) throws IOException {
        return ManifestFolder.sources(folder);
    }

    /** Whether a file of such a name is one that {@link #folder} would take. */
    public static boolean isManifest(String name) {
        return ManifestFolder.isManifest(name);
    }
}
