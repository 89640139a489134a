package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Kind;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.model.OwnLabels;
import dev.knet.model.Requirement;
import dev.knet.model.Selector;
import dev.knet.syntax.Label;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads labels and selectors, and judges their keys and values. */
final class LabelReader {
    private final Parameters parameters;
    private final Problems problems;

    LabelReader(Parameters parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    /** What is there already may have any label; what knet makes has its own ones besides. */
    SortedMap<String, String> labels(List<Labels> statements, boolean existing) {
        SortedMap<String, String> labels = new TreeMap<>();
        Map<String, Label> first = new HashMap<>();
        for (Labels statement : statements) {
            for (Label label : statement.labels()) {
                Label earlier = first.putIfAbsent(label.key().text(), label);
                if (earlier != null) {
                    problems.add(Diagnostic.of(
                                    Rule.GIVEN_TWICE,
                                    label.span(),
                                    "label `" + label.key().text() + "` is given twice")
                            .withLabel(earlier.span(), "first here")
                            .withHelp("delete one of them"));
                } else {
                    String value = parameters.value(label.value());
                    if (areValid(
                                    label.key(),
                                    List.of(new Name(value, label.value().span())))
                            && (existing || isFree(label))) {
                        labels.put(label.key().text(), value);
                    }
                }
            }
        }
        return labels;
    }

    /** The same, but for those that the controller of the workload puts on its pods. */
    SortedMap<String, String> workloadLabels(List<Labels> statements, Kind kind, boolean existing) {
        for (Labels statement : existing ? List.<Labels>of() : statements) {
            for (Label label : statement.labels()) {
                if (kind.adds(label.key().text())) {
                    problems.add(
                            Rule.RESERVED_LABEL,
                            label.span(),
                            "the label `" + label.key().text() + "` is written by Kubernetes itself",
                            "leave it out; every pod of a " + kind.word() + " has it, with a value of the cluster's");
                }
            }
        }
        return labels(statements, existing);
    }

    /** The same, but for the label by which Kubernetes itself names every namespace. */
    SortedMap<String, String> namespaceLabels(List<Labels> statements, boolean existing) {
        for (Labels statement : statements) {
            for (Label label : statement.labels()) {
                if (label.key().text().equals(Namespace.NAME_LABEL)) {
                    problems.add(
                            Rule.RESERVED_LABEL,
                            label.span(),
                            "the label `" + Namespace.NAME_LABEL + "` is written by Kubernetes itself",
                            "leave it out; every namespace has it, and its value is the namespace's name");
                }
            }
        }
        return labels(statements, existing);
    }

    Selector selector(List<dev.knet.syntax.Requirement> written) {
        List<Requirement> requirements = new ArrayList<>();
        for (dev.knet.syntax.Requirement requirement : written) {
            if (areValid(requirement.key(), requirement.values())) {
                requirements.add(new Requirement(
                        requirement.key().text(),
                        operator(requirement.operator()),
                        requirement.values().stream().map(Name::text).toList()));
            }
        }
        return new Selector(requirements);
    }

    private static Requirement.Operator operator(dev.knet.syntax.Requirement.Operator written) {
        return Requirement.Operator.valueOf(written.name());
    }

    /** Judges all of them, so that every wrong one is reported. */
    private boolean areValid(Name key, List<Name> values) {
        boolean valid = isKey(key);
        for (Name value : values) {
            valid &= isValue(value);
        }
        return valid;
    }

    private boolean isKey(Name key) {
        boolean fits = KubernetesNames.isLabelKey(key.text());
        if (!fits) {
            problems.add(
                    Rule.INVALID_LABEL,
                    key.span(),
                    "`" + key.text() + "` is no label key",
                    "a key is at most 63 letters, digits, `-`, `_` and `.`, with an optional DNS name and `/` in front");
        }
        return fits;
    }

    private boolean isValue(Name value) {
        boolean fits = KubernetesNames.isLabelValue(value.text());
        if (!fits) {
            problems.add(
                    Rule.INVALID_LABEL,
                    value.span(),
                    "`" + value.text() + "` is no label value",
                    "a value is at most 63 letters, digits, `-`, `_` and `.`, and begins and ends with a letter or digit");
        }
        return fits;
    }

    private boolean isFree(Label label) {
        boolean free = !OwnLabels.has(label.key().text());
        if (!free) {
            problems.add(
                    Rule.RESERVED_LABEL,
                    label.span(),
                    "knet itself writes the label `" + label.key().text() + "`",
                    "leave it out; every generated object has it");
        }
        return free;
    }
}
