package dev.knet.resolve;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.model.EnvSource;
import dev.knet.model.EnvValue;
import dev.knet.model.EnvVar;
import dev.knet.model.KubernetesNames;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads environment variables, and judges where they come from. */
final class EnvReader {
    /** The fields of a pod that the API server lets a variable have. */
    private static final List<String> FIELDS = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final String LABELS = "metadata.labels['";
    private static final String ANNOTATIONS = "metadata.annotations['";
    private static final String END = "']";

    private final Parameters parameters;
    private final Problems problems;

    EnvReader(Parameters parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    EnvVar written(ContainerItem.Env variable) {
        String text = parameters.value(variable.value());
        return new EnvVar(variable.name().text(), new EnvValue.Written(text), variable.span());
    }

    Optional<EnvVar> found(ContainerItem.EnvFrom variable) {
        Optional<EnvValue> value = variable.source().fold(this::key, this::field);
        return value.map(it -> new EnvVar(variable.name().text(), it, variable.span()));
    }

    Optional<EnvSource> source(ContainerItem.EnvFromAll item) {
        return isName(item.object(), item.secret())
                ? Optional.of(new EnvSource(item.secret(), item.object().text()))
                : Optional.empty();
    }

    private Optional<EnvValue> key(dev.knet.syntax.EnvSource.Key source) {
        boolean isName = isName(source.object(), source.secret());
        Name key = source.key();
        boolean isKey = KubernetesNames.isDataKey(key.text());
        if (!isKey) {
            problems.add(
                    Rule.INVALID_ENV,
                    key.span(),
                    "`" + key.text() + "` is no key of a " + kind(source.secret()),
                    "a key is at most 253 letters, digits, `-`, `_` and `.`");
        }
        return isName && isKey
                ? Optional.of(new EnvValue.Key(source.secret(), source.object().text(), key.text(), source.optional()))
                : Optional.empty();
    }

    private boolean isName(Name name, boolean secret) {
        boolean fits = KubernetesNames.isSubdomain(name.text());
        if (!fits) {
            problems.add(
                    Rule.INVALID_NAME,
                    name.span(),
                    "`" + name.text() + "` is no name for a " + kind(secret),
                    "a name is lower-case letters, digits, `-` and `.`, at most 253, with a letter or digit at both ends");
        }
        return fits;
    }

    private static String kind(boolean secret) {
        return secret ? "Secret" : "ConfigMap";
    }

    private Optional<EnvValue> field(dev.knet.syntax.EnvSource.Field source) {
        String path = source.path().text();
        if (!FIELDS.contains(path) && !isLabel(path) && !isAnnotation(path)) {
            problems.add(
                    Rule.INVALID_ENV,
                    source.path().span(),
                    "`" + path + "` is no field of a pod that a variable can have",
                    NearMisses.help(path, FIELDS)
                            .orElse("a variable can have `" + String.join("`, `", FIELDS)
                                    + "`, `\"metadata.labels['KEY']\"` and `\"metadata.annotations['KEY']\"`"));
            return Optional.empty();
        }
        return Optional.of(new EnvValue.Field(path));
    }

    private static boolean isLabel(String path) {
        return path.startsWith(LABELS) && path.endsWith(END) && KubernetesNames.isLabelKey(key(path, LABELS));
    }

    private static boolean isAnnotation(String path) {
        return path.startsWith(ANNOTATIONS)
                && path.endsWith(END)
                && KubernetesNames.isLabelKey(key(path, ANNOTATIONS).toLowerCase(Locale.ROOT));
    }

    private static String key(String path, String start) {
        return path.substring(start.length(), Math.max(start.length(), path.length() - END.length()));
    }
}
