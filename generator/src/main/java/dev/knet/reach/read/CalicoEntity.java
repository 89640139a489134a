package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.Who;
import dev.knet.reach.space.AddressRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One end of a rule of Calico, as far as it says who that is: all that it says must hold. Selectors are about pods and about
 * sets of addresses; without one, it is about whatever there is.
 */
final class CalicoEntity {
    static final Set<String> FIELDS = Set.of(
            "nets",
            "notNets",
            "selector",
            "notSelector",
            "namespaceSelector",
            "ports",
            "notPorts",
            "serviceAccounts",
            "services");

    private static final Set<String> ACCOUNTS = Set.of("names", "selector");
    private static final int MOST_NETS = 256;

    private final Field field;
    private final String namespace;
    private final Optional<SelectorTerm> namespaces;
    private final Optional<SelectorTerm> pods;
    private final Optional<SelectorTerm> others;
    private final Optional<Who> accounts;
    private final List<Who> nets = new ArrayList<>();
    private final List<AddressRange> without = new ArrayList<>();

    /** The namespace is empty for one of the whole cluster. */
    CalicoEntity(Field field, String namespace, LabelValues values) {
        this.field = field;
        this.namespace = namespace;
        field.expect(FIELDS);
        this.namespaces = selector(field.get("namespaceSelector"), true, values);
        this.pods = selector(field.get("selector"), false, values);
        this.others = selector(field.get("notSelector"), false, values);
        this.accounts = accounts(field.get("serviceAccounts"));
        Field in = field.get("nets");
        List<AddressRange> ranges = ranges(in, MOST_NETS);
        if (!ranges.isEmpty()) {
            nets.add(Networks.of(in, ranges));
        }
        Field out = field.get("notNets");
        without.addAll(ranges(out, MOST_NETS));
        if (!without.isEmpty()) {
            nets.add(new Who.Not(Networks.of(out, without)));
        }
    }

    /** Empty if there is none, and after an error. */
    static Optional<SelectorTerm> selector(Field field, boolean canBeGlobal, LabelValues values) {
        String text = field.text("");
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            SelectorTerm term = SelectorText.parse(text);
            if (!canBeGlobal && text.contains("global()")) {
                field.error("has `global()`, which stands in the `namespaceSelector` of a rule only");
            }
            if (!values.add(term)) {
                field.error("asks for more parts of values of one label than can be looked at");
            }
            return Optional.of(term);
        } catch (SelectorText.Wrong e) {
            field.error(e.why());
            return Optional.empty();
        }
    }

    static List<AddressRange> ranges(Field field, int most) {
        List<Field> items = field.items();
        AdminPeers.most(field, items, most);
        List<AddressRange> ranges = new ArrayList<>();
        for (Field item : items) {
            String text = item.requiredText();
            boolean isOne = text.indexOf('/') < 0;
            String cidr = isOne ? text + (text.indexOf(':') < 0 ? "/32" : "/128") : text;
            Optional<AddressRange> range = AddressRange.ofCidr(cidr);
            if (range.isEmpty()) {
                item.error("is no CIDR: " + Quoted.of(text));
            }
            range.ifPresent(ranges::add);
        }
        return ranges;
    }

    private static Optional<Who> accounts(Field field) {
        if (!field.isPresent()) {
            return Optional.empty();
        }
        field.expect(ACCOUNTS);
        List<String> names = new ArrayList<>();
        field.get("names").items().forEach(item -> names.add(item.text("")));
        Field selector = field.get("selector");
        Who named = names.isEmpty()
                ? Who.EVERY_POD
                : new Who.Pods(LabelQuery.EVERYTHING, LabelQuery.oneOf(PodsObject.CALICO_ACCOUNT, names));
        if (selector.text("").isBlank()) {
            return Optional.of(named);
        }
        selector.warning("is about labels of service accounts, which are not known here: any may have them");
        return Optional.of(new Who.Perhaps(named));
    }

    boolean saysWho() {
        return namespaces.isPresent()
                || pods.isPresent()
                || others.isPresent()
                || accounts.isPresent()
                || !nets.isEmpty();
    }

    /** Everybody that it is about, but for services. */
    Who who(Surroundings surroundings) {
        List<Who> all = new ArrayList<>(nets);
        boolean isInNamespace = namespaces.isPresent()
                || !namespace.isEmpty() && (pods.isPresent() || others.isPresent() || accounts.isPresent());
        if (isInNamespace || pods.isPresent() || accounts.isPresent()) {
            all.add(selected(surroundings, pods.orElse(new SelectorTerm.All())));
        }
        others.ifPresent(it -> all.add(
                new Who.Not(new Who.AnyOf(List.of(pods(surroundings, it), addresses(surroundings, it, set -> true))))));
        return all.size() == 1 ? all.get(0) : new Who.AllOf(all);
    }

    /** Where it means them to be, and with these accounts; addresses have none. */
    private Who selected(Surroundings surroundings, SelectorTerm term) {
        List<Who> pod = new ArrayList<>(List.of(pods(surroundings, term)));
        place(surroundings).ifPresent(pod::add);
        accounts.ifPresent(pod::add);
        Who selected = new Who.AllOf(pod);
        return accounts.isPresent()
                ? selected
                : new Who.AnyOf(List.of(selected, addresses(surroundings, term, set -> isMeant(set, surroundings))));
    }

    /** Pods with these labels, wherever they are. */
    private static Who pods(Surroundings surroundings, SelectorTerm term) {
        return new Who.AllOf(List.of(Who.EVERY_POD, term.who(SelectorTerm.Domain.PODS, surroundings.values())));
    }

    /** Those of the sets that have these labels. */
    private Who addresses(Surroundings surroundings, SelectorTerm term, Predicate<AddressSet> isMeant) {
        List<AddressRange> ranges = new ArrayList<>();
        surroundings.sets().stream()
                .filter(it -> isMeant.test(it) && term.matches(labels(it)))
                .forEach(it -> ranges.addAll(it.ranges()));
        return ranges.isEmpty() ? Who.NOBODY : Networks.of(field, ranges);
    }

    private static Map<String, String> labels(AddressSet set) {
        Map<String, String> labels = new HashMap<>(set.labels());
        if (!set.namespace().isEmpty()) {
            labels.put(SelectorTerm.CalicoLabels.NAMESPACE_OF_POD, set.namespace());
        }
        return labels;
    }

    /** In which namespaces; a policy in one speaks of its own unless it says otherwise. */
    private Optional<Who> place(Surroundings surroundings) {
        return namespaces
                .map(it -> it.who(SelectorTerm.Domain.NAMESPACES, surroundings.values()))
                .or(() -> namespace.isEmpty() ? Optional.empty() : Optional.of(in(namespace)));
    }

    static Who in(String namespace) {
        return new Who.Pods(LabelQuery.of(Map.of(NamespaceObject.NAME_LABEL, namespace)), LabelQuery.EVERYTHING);
    }

    private boolean isMeant(AddressSet set, Surroundings surroundings) {
        if (namespaces.isEmpty()) {
            return namespace.isEmpty() || set.namespace().equals(namespace);
        }
        return set.namespace().isEmpty()
                ? namespaces.get().isOfNothing()
                : namespaces.get().matches(surroundings.labelsOf(set.namespace()));
    }
}
