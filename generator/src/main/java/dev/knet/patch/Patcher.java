package dev.knet.patch;

import dev.knet.model.Patch;
import dev.knet.patch.YamlNode.Mapping;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** Merges a patch into an object: by Kubernetes' rules, but only what Kubernetes knows and no policy depends on. */
public final class Patcher {
    private Patcher() {}

    /**
     * The object, merged. It is not changed itself; parts that the patch does not speak of may be shared.
     *
     * @param object a Namespace, a Service or a workload
     */
    public static Patched patch(HasMetadata object, Patch patch) {
        Problems problems = new Problems(patch.text());
        Optional<Mapping> root = YamlReader.read(patch.text().text(), problems);
        HasMetadata merged = root.isEmpty() ? object : merge(object, root.get(), patch, problems);
        return new Patched(problems.isEmpty() ? merged : object, problems.inOrder());
    }

    private static HasMetadata merge(HasMetadata object, Mapping root, Patch patch, Problems problems) {
        Problems unheard = new Problems(patch.text());
        Substitution quiet = new Substitution(patch.parameters(), unheard);
        ScalarReader scalars = new ScalarReader(new Substitution(patch.parameters(), problems), problems);
        Merge merge = new Merge(problems, scalars, new ScalarReader(quiet, unheard));
        HasMetadata merged = (HasMetadata) merge.object(object.getClass(), object, root, FieldPath.ROOT);
        new Protection(root, problems, quiet).check(object, merged);
        return merged;
    }
}
