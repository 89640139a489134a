package dev.knet.patch;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.patch.ProtectedFields.Protected;
import dev.knet.patch.Refusals.Fault;
import dev.knet.patch.YamlNode.Entry;
import dev.knet.patch.YamlNode.Mapping;
import dev.knet.patch.YamlNode.Scalar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what a patch changed that it may not change. */
final class Protection {
    private final Mapping patch;
    private final Problems problems;
    private final Substitution quiet;
    private final Set<FieldPath> reported = new HashSet<>();

    Protection(Mapping patch, Problems problems, Substitution quiet) {
        this.patch = patch;
        this.problems = problems;
        this.quiet = quiet;
    }

    void check(HasMetadata before, HasMetadata after) {
        ProtectedFields old = ProtectedFields.of(before);
        ProtectedFields merged = ProtectedFields.of(after);
        check(old.byPath(), merged.byPath());
        for (FieldPath container : merged.containersWithoutImage()) {
            if (!old.byPath().containsKey(container)) {
                reportMisspelt(container, old.byPath().keySet());
            } else if (!old.containersWithoutImage().contains(container)) {
                reportImageless(container);
            }
        }
        for (Fault fault : Refusals.of(after).since(Refusals.of(before))) {
            if (!reported.contains(fault.place())) {
                problems.add(fault.rule(), place(fault.place()), fault.message(), fault.help());
            }
        }
    }

    private void check(Map<FieldPath, Protected> before, Map<FieldPath, Protected> after) {
        before.forEach((path, was) -> {
            Protected is = after.get(path);
            if (is == null) {
                report(path, "take away", was);
            } else if (!Objects.equals(was.value(), is.value())) {
                report(path, "change", was);
            }
        });
        after.forEach((path, is) -> {
            if (!is.mayBeNew() && !before.containsKey(path)) {
                report(path, "set", is);
            }
        });
    }

    /** What was meant for another container would become one that does not start. */
    private void reportMisspelt(FieldPath container, Set<FieldPath> known) {
        Set<String> names = new TreeSet<>();
        for (FieldPath path : known) {
            if (path.parent().equals(container.parent())) {
                names.add(path.name());
            }
        }
        problems.add(
                Rule.NO_IMAGE,
                place(container.field("name")),
                "there is no container " + Problems.quoted(container.name()) + ", and a new one needs an image",
                NearMisses.help(container.name(), names)
                        .orElse("write its `image`"
                                + (names.isEmpty() ? "" : ", or name one of " + String.join(", ", names))));
    }

    private void reportImageless(FieldPath container) {
        problems.add(
                Rule.NO_IMAGE,
                place(container.field("image")),
                "`yaml` may not take away `" + container.field("image") + "`",
                "write another one, or leave it out: no container starts without");
    }

    private void report(FieldPath path, String how, Protected field) {
        reported.add(path);
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
