package dev.knet.patch;

import dev.knet.diagnostic.Rule;
import dev.knet.patch.ProtectedFields.Protected;
import dev.knet.patch.YamlNode.Entry;
import dev.knet.patch.YamlNode.Mapping;
import dev.knet.patch.YamlNode.Scalar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what a patch changed that it may not change. */
final class Protection {
    private final Mapping patch;
    private final Problems problems;
    private final Substitution quiet;

    Protection(Mapping patch, Problems problems, Substitution quiet) {
        this.patch = patch;
        this.problems = problems;
        this.quiet = quiet;
    }

    void check(HasMetadata before, HasMetadata after) {
        Map<FieldPath, Protected> old = ProtectedFields.of(before);
        Map<FieldPath, Protected> merged = ProtectedFields.of(after);
        old.forEach((path, was) -> {
            Protected is = merged.get(path);
            if (is == null) {
                report(path, "take away", was);
            } else if (!Objects.equals(was.value(), is.value())) {
                report(path, "change", was);
            }
        });
        merged.forEach((path, is) -> {
            if (!is.mayBeNew() && !old.containsKey(path)) {
                report(path, "set", is);
            }
        });
    }

    private void report(FieldPath path, String how, Protected field) {
        problems.add(Rule.PROTECTED_FIELD, place(path), "`yaml` may not " + how + " `" + path + "`", field.help());
    }

    /** Where the patch speaks of the field, or of what it is in. */
    private YamlNode place(FieldPath path) {
        YamlNode place = patch;
        YamlNode at = patch;
        for (FieldPath.Step step : path.steps()) {
            Entry entry = at instanceof Mapping mapping ? entry(mapping, step.name()) : null;
            YamlNode item = at.fold(scalar -> null, list -> item(list.items(), step.name()), mapping -> null);
            if (entry != null) {
                place = entry.place();
                at = entry.value();
            } else if (item != null) {
                place = item;
                at = item;
            } else {
                return place;
            }
        }
        return place;
    }

    private @Nullable Entry entry(Mapping mapping, String name) {
        for (Entry entry : mapping.entries()) {
            if (name.equals(quiet.of(entry.key()))) {
                return entry;
            }
        }
        return null;
    }

    /** The one of this name among containers. */
    private @Nullable YamlNode item(List<YamlNode> items, String name) {
        for (YamlNode item : items) {
            boolean isIt = item instanceof Mapping mapping
                    && mapping.get("name") instanceof Scalar scalar
                    && name.equals(quiet.of(scalar));
            if (isIt) {
                return item;
            }
        }
        return null;
    }
}
