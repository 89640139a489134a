package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code validateEnvVarValueFrom} and {@code ValidateEnvFrom}. */
final class EnvRules {
    private static final Set<String> FIELDS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    private static final Pattern SUBSCRIPT = Pattern.compile("metadata\\.(labels|annotations)\\['(.*)'\\]");

    private EnvRules() {}

    static void check(EnvVar variable, Violations violations) {
        EnvVarSource source = variable.getValueFrom();
        if (source == null) {
            return;
        }
        violations.require(variable.getValue() == null, "value beside valueFrom", variable);
        if (source.getSecretKeyRef() != null) {
            key(source.getSecretKeyRef().getName(), source.getSecretKeyRef().getKey(), violations);
        } else if (source.getConfigMapKeyRef() != null) {
            key(
                    source.getConfigMapKeyRef().getName(),
                    source.getConfigMapKeyRef().getKey(),
                    violations);
        } else {
            String path = source.getFieldRef().getFieldPath();
            violations.require(isField(path), "fieldPath", path);
        }
    }

    private static void key(String name, String key, Violations violations) {
        violations.require(Formats.isDns1123Subdomain(name), "name of source", name);
        violations.require(Formats.isConfigKey(key), "key of source", key);
    }

    private static boolean isField(String path) {
        Matcher subscript = SUBSCRIPT.matcher(path);
        boolean isSubscript = subscript.matches()
                && (subscript.group(1).equals("labels")
                        ? Formats.isLabelKey(subscript.group(2))
                        : Formats.isAnnotationKey(subscript.group(2)));
        return isSubscript || FIELDS.contains(path);
    }

    static void check(EnvFromSource source, Violations violations) {
        String name = source.getSecretRef() == null
                ? source.getConfigMapRef().getName()
                : source.getSecretRef().getName();
        violations.require(Formats.isDns1123Subdomain(name), "name of source", name);
    }
}
