package dev.knet.reach.read;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads documents: lists of objects, and objects by their kinds. */
final class ObjectReader {
    private static final String POLICY_VERSION = "networking.k8s.io/v1";

    private final String defaultNamespace;
    private final Findings findings;
    private final Gathered gathered;
    private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();
    /** By file, the documents that are of something else. */
    private final Map<String, LeftOut> others = new LinkedHashMap<>();

    private Optional<LeftOut> finished = Optional.empty();

    /** Objects that are not read: how many, and the first of them. */
    private static final class LeftOut {
        private final String kind;
        private final String apiVersion;
        private final Origin first;
        private int count;

        LeftOut(String kind, String apiVersion, Origin first) {
            this.kind = kind;
            this.apiVersion = apiVersion;
            this.first = first;
        }

        LeftOut(Origin first) {
            this("", "", first);
        }

        String counted() {
            return count == 1 ? "" : " (" + count + " of them, the first here)";
        }
    }

    ObjectReader(String defaultNamespace, Findings findings) {
        this.defaultNamespace = defaultNamespace;
        this.findings = findings;
        this.gathered = new Gathered(findings);
    }

    void document(String file, Node root) {
        Subject.Visits visits = new Subject.Visits();
        Subject subject = new Subject(findings, file, visits);
        try {
            if (!Node.isNull(root)) {
                object(file, root, visits, "", "", 1);
            }
        } catch (TooMuch e) {
            findings.error(subject.at(e.line()), e.why());
        }
    }

    /** The kind and the version are those that it has as an item of a typed list, where they may be left out. */
    private void object(
            String file, Node root, Subject.Visits visits, String listedKind, String listedVersion, int depth) {
        Subject subject = new Subject(findings, file, visits);
        subject.visit(1, root.line());
        if (depth > Limits.DEPTH) {
            throw Limits.deep(root.line());
        }
        if (!(root instanceof Node.Mapping)) {
            String what = root instanceof Node.Broken broken
                    ? "the document " + broken.why()
                    : "a Kubernetes object is a mapping, and this is "
                            + (root instanceof Node.Sequence ? "a list" : "a word");
            findings.error(subject.at(root.line()), what);
            return;
        }
        if (Field.isTemplate(root)) {
            findings.error(subject.at(root.line()), "this is no Kubernetes object; " + ManifestText.TEMPLATE);
            return;
        }
        Field object = Field.of(subject, root);
        if (depth == 1 && isOfSomethingElse(file, object)) {
            return;
        }
        String kind = typeField(object.get("kind"), listedKind);
        String apiVersion = typeField(object.get("apiVersion"), listedVersion);
        if (kind.isEmpty() || apiVersion.isEmpty()) {
            return;
        }
        subject.call("the " + Quoted.of(kind));
        if (kind.endsWith("List") && (kind.equals("List") || object.get("items").isPresent())) {
            list(file, object, root, visits, kind, apiVersion, depth);
        } else {
            ofKind(object, kind, apiVersion, subject.at(root.line()));
        }
    }

    /** Whether it is no Kubernetes object at all, such as the values of a chart; one of the two alone is a mistake. */
    private boolean isOfSomethingElse(String file, Field object) {
        boolean hasKind = object.get("kind").isPresent();
        boolean hasVersion = object.get("apiVersion").isPresent();
        boolean isOfKustomize = Kinds.isFileOfKustomize(file);
        if (!isOfKustomize && !hasKind && !hasVersion) {
            Origin first = object.subject().at(object.line());
            others.computeIfAbsent(file, key -> new LeftOut(first)).count++;
        }
        return isOfKustomize ? !hasKind || !hasVersion : !hasKind && !hasVersion;
    }

    private static String typeField(Field field, String listed) {
        return field.isPresent() || listed.isEmpty() ? field.requiredText() : listed;
    }

    private void list(
            String file, Field object, Node root, Subject.Visits visits, String kind, String apiVersion, int depth) {
        boolean isTyped = !kind.equals("List");
        String itemKind = isTyped ? kind.substring(0, kind.length() - "List".length()) : "";
        object.get("items").items();
        for (Node.Entry entry : ((Node.Mapping) root).entries()) {
            if (entry.key().equals("items") && entry.value() instanceof Node.Sequence items) {
                for (Node item : items.items()) {
                    object(file, item, visits, itemKind, isTyped ? apiVersion : "", depth + 1);
                }
            }
        }
    }

    private void ofKind(Field object, String kind, String apiVersion, Origin origin) {
        String group = Kinds.group(apiVersion);
        Optional<NativeKind> other = NativeKind.of(kind, group);
        if (other.isPresent()) {
            if (isOfVersion(object, apiVersion, other.get().apiVersion())) {
                ofNativeKind(object, other.get(), kind, origin);
            }
        } else if (Kinds.isNetworkPolicy(kind, group)) {
            if (isOfVersion(object, apiVersion, POLICY_VERSION)) {
                known(object, kind, origin);
            }
        } else if (Kinds.makesPods(kind, group) || isOfCore(kind, apiVersion)) {
            known(object, kind, origin);
        } else if (!Kinds.isOfNoInterest(kind, group)) {
            leftOut.computeIfAbsent(apiVersion + " " + kind, key -> new LeftOut(kind, apiVersion, origin)).count++;
        }
    }

    private static boolean isOfVersion(Field object, String apiVersion, String wanted) {
        if (!apiVersion.equals(wanted)) {
            object.get("apiVersion").error("is " + Quoted.of(apiVersion) + ", and only `" + wanted + "` is read");
        }
        return apiVersion.equals(wanted);
    }

    private void ofNativeKind(Field object, NativeKind kind, String word, Origin origin) {
        Field metadata = object.get("metadata");
        int errors = findings.errors();
        String name = name(metadata);
        checkName(metadata.get("name"));
        checkName(metadata.get("namespace"));
        if (errors != findings.errors()) {
            return;
        }
        String said = metadata.get("namespace").text("");
        String namespace = !kind.isNamespaced() ? "" : said.isEmpty() ? defaultNamespace : said;
        object.subject().call(Gathered.title(word, namespace, name));
        kind.read(object, new NativeKind.Heading(word, namespace, name, origin, findings, errors), gathered);
    }

    private static boolean isOfCore(String kind, String apiVersion) {
        return apiVersion.equals("v1") && (kind.equals("Namespace") || kind.equals("Pod") || kind.equals("Service"));
    }

    private void known(Field object, String kind, Origin origin) {
        Field metadata = object.get("metadata");
        int errors = findings.errors();
        String name = name(metadata);
        checkName(metadata.get("name"));
        checkName(metadata.get("namespace"));
        if (errors != findings.errors()) {
            return;
        }
        if (kind.equals("Namespace")) {
            object.subject().call(Gathered.title(kind, "", name));
            Map<String, String> labels =
                    new LinkedHashMap<>(metadata.get("labels").words());
            labels.put(NamespaceObject.NAME_LABEL, name);
            if (errors == findings.errors()) {
                gathered.add(new NamespaceObject(name, labels, origin));
            }
            return;
        }
        String said = metadata.get("namespace").text("");
        String namespace = said.isEmpty() ? defaultNamespace : said;
        object.subject().call(Gathered.title(kind, namespace, name));
        switch (kind) {
            case "NetworkPolicy" -> {
                var policy = PolicyReader.read(object, namespace, name, origin);
                if (errors == findings.errors()) {
                    gathered.add(policy);
                }
            }
            case "Service" -> {
                var service = ServiceReader.read(object, namespace, name, origin);
                if (errors == findings.errors()) {
                    gathered.add(service);
                }
            }
            default -> pods(object, kind, namespace, name, origin, errors);
        }
    }

    /** A name that the API server takes can be shown as it is. */
    private static void checkName(Field name) {
        String text = name.text("");
        boolean isName =
                text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.');
        if (!isName) {
            name.error("is " + Quoted.of(text) + ", and a name has small letters, digits, `-` and `.` only");
        }
    }

    private void pods(Field object, String kind, String namespace, String name, Origin origin, int errors) {
        boolean isPod = kind.equals("Pod");
        if (isPod && PodsReader.isFinished(object)) {
            if (finished.isEmpty()) {
                finished = Optional.of(new LeftOut(origin));
            }
            finished.get().count++;
            return;
        }
        var pods = isPod
                ? PodsReader.pod(object, namespace, name, origin)
                : PodsReader.controller(object, namespace, kind, name, origin);
        Owner owner = Owner.of(object.get("metadata"));
        if (errors == findings.errors()) {
            gathered.add(pods, owner, !isFormer(object, kind, owner));
        }
    }

    /** Whether it is the ReplicaSet of a state that its Deployment was in. */
    private static boolean isFormer(Field object, String kind, Owner owner) {
        Field replicas = object.get("spec").get("replicas");
        return kind.equals("ReplicaSet")
                && !owner.isNone()
                && replicas.isPresent()
                && replicas.number(0, Integer.MAX_VALUE) == 0;
    }

    /** That of an object whose name the API server completes is as far as it goes. */
    private static String name(Field metadata) {
        String beginning = metadata.get("generateName").text("");
        Field name = metadata.get("name");
        return name.isPresent() || beginning.isEmpty() ? name.requiredText() : beginning;
    }

    ClusterObjects objects() {
        for (LeftOut kind : leftOut.values()) {
            String title = Quoted.of(kind.kind) + " of " + Quoted.of(kind.apiVersion);
            String why = Kinds.isPolicy(kind.kind, Kinds.group(kind.apiVersion))
                    ? " is not understood: the answers leave out what it allows and denies"
                    : " is not read: if it makes pods or says who may talk to whom, the answers do not know of that";
            findings.warning(kind.first, title + kind.counted() + why);
        }
        for (LeftOut other : others.values()) {
            findings.warning(
                    other.first,
                    "what has neither `kind` nor `apiVersion`" + other.counted()
                            + " is no Kubernetes object and is passed over");
        }
        finished.ifPresent(pods -> findings.warning(
                pods.first, "a pod that has come to an end" + pods.counted() + " is left out: nobody talks to it"));
        return gathered.objects();
    }
}
