package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A selector of Calico, taken apart. */
sealed interface SelectorTerm {

    /** Whether labels, of whatever has some, satisfy it. */
    boolean matches(Map<String, String> labels);

    /** Whether what is in no namespace satisfies it, if it is asked of namespaces. */
    boolean isOfNothing();

    /** The pods among others that satisfy it; those of everything are to be taken out by whoever asks. */
    Who who(Domain domain, LabelValues values);

    /** Of what the labels are. */
    enum Domain {
        PODS,
        NAMESPACES
    }

    /** How a value is compared with a text; an absent label satisfies none of them. */
    enum Pattern {
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH;

        boolean matches(String value, String text) {
            return switch (this) {
                case CONTAINS -> value.contains(text);
                case STARTS_WITH -> value.startsWith(text);
                case ENDS_WITH -> value.endsWith(text);
            };
        }
    }

    /** {@code all()}. */
    record All() implements SelectorTerm {
        @Override
        public boolean matches(Map<String, String> labels) {
            return true;
        }

        @Override
        public boolean isOfNothing() {
            return false;
        }

        @Override
        public Who who(Domain domain, LabelValues values) {
            return Who.EVERYBODY;
        }
    }

    /** {@code global()}: what is in no namespace. */
    record Global() implements SelectorTerm {
        @Override
        public boolean matches(Map<String, String> labels) {
            return false;
        }

        @Override
        public boolean isOfNothing() {
            return true;
        }

        @Override
        public Who who(Domain domain, LabelValues values) {
            return Who.NOBODY;
        }
    }

    /** What holds of one label. */
    record Label(Requirement requirement) implements SelectorTerm {
        @Override
        public boolean matches(Map<String, String> labels) {
            return requirement.matches(labels);
        }

        @Override
        public boolean isOfNothing() {
            return requirement.matches(Map.of());
        }

        @Override
        public Who who(Domain domain, LabelValues values) {
            return CalicoLabels.who(requirement, domain);
        }
    }

    /** A label whose value is compared with a text. */
    record Text(String key, Pattern pattern, String text) implements SelectorTerm {
        @Override
        public boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            return value != null && pattern.matches(value, text);
        }

        /** As one of all values that could matter. */
        @Override
        public boolean isOfNothing() {
            return false;
        }

        @Override
        public Who who(Domain domain, LabelValues values) {
            Predicate<String> isMeant = value -> pattern.matches(value, text);
            return CalicoLabels.who(
                    new Requirement(
                            key, Operator.IN, values.of(key).filter(isMeant).toList()),
                    domain);
        }
    }

    /** {@code &&}. */
    record And(List<SelectorTerm> parts) implements SelectorTerm {
        @Override
        public boolean matches(Map<String, String> labels) {
            return parts.stream().allMatch(it -> it.matches(labels));
        }

        @Override
        public boolean isOfNothing() {
            return parts.stream().allMatch(SelectorTerm::isOfNothing);
        }

        @Override
        public Who who(Domain domain, LabelValues values) {
            return new Who.AllOf(all(parts, domain, values));
        }
    }

    /** {@code ||}. */
    record Or(List<SelectorTerm> parts) implements SelectorTerm {
        @Override
        public boolean matches(Map<String, String> labels) {
            return parts.stream().anyMatch(it -> it.matches(labels));
        }

        @Override
        public boolean isOfNothing() {
            return parts.stream().anyMatch(SelectorTerm::isOfNothing);
        }

        @Override
        public Who who(Domain domain, LabelValues values) {
            return new Who.AnyOf(all(parts, domain, values));
        }
    }

    /** {@code !}. */
    record Not(SelectorTerm part) implements SelectorTerm {
        @Override
        public boolean matches(Map<String, String> labels) {
            return !part.matches(labels);
        }

        @Override
        public boolean isOfNothing() {
            return !part.isOfNothing();
        }

        @Override
        public Who who(Domain domain, LabelValues values) {
            return new Who.Not(part.who(domain, values));
        }
    }

    private static List<Who> all(List<SelectorTerm> parts, Domain domain, LabelValues values) {
        List<Who> all = new ArrayList<>();
        parts.forEach(it -> all.add(it.who(domain, values)));
        return all;
    }

    /** The labels that Calico itself gives to pods and namespaces, as what they are here. */
    final class CalicoLabels {
        static final String NAMESPACE_NAME = "projectcalico.org/name";
        static final String NAMESPACE_OF_POD = "projectcalico.org/namespace";
        static final String ORCHESTRATOR = "projectcalico.org/orchestrator";
        static final String OF_NAMESPACE = "pcns.";
        static final String OF_ACCOUNT = "pcsa.";

        private CalicoLabels() {}

        private static Who who(Requirement requirement, Domain domain) {
            String key = requirement.key();
            if (domain == Domain.NAMESPACES) {
                return ofNamespaces(requirement, key.equals(NAMESPACE_NAME) ? NamespaceObject.NAME_LABEL : key);
            }
            if (key.equals(NAMESPACE_OF_POD)) {
                return ofNamespaces(requirement, NamespaceObject.NAME_LABEL);
            }
            if (key.equals(ORCHESTRATOR)) {
                return requirement.matches(Map.of(ORCHESTRATOR, "k8s")) ? Who.EVERYBODY : Who.NOBODY;
            }
            if (key.startsWith(OF_NAMESPACE)) {
                String own = key.substring(OF_NAMESPACE.length());
                return ofNamespaces(requirement, own.equals(NAMESPACE_NAME) ? NamespaceObject.NAME_LABEL : own);
            }
            Who said = new Who.Pods(LabelQuery.EVERYTHING, new LabelQuery(List.of(requirement)));
            return key.startsWith(OF_ACCOUNT) ? new Who.Perhaps(Who.EVERY_POD) : said;
        }

        private static Who ofNamespaces(Requirement requirement, String key) {
            Requirement renamed = new Requirement(key, requirement.operator(), requirement.values());
            return new Who.Pods(new LabelQuery(List.of(renamed)), LabelQuery.EVERYTHING);
        }
    }
}
