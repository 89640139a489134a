package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressText;
import dev.knet.model.Namespace;
import dev.knet.model.Service;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import dev.knet.syntax.Name;
import dev.knet.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has which name, and the rules by which a name is looked up. */
final class Directory {
    private static final int MOST_NEAR_MISSES = 100;

    /** What people write in front of a workload's name, as `kubectl` does. */
    private static final Set<String> KINDS =
            Set.of("pod", "deployment", "statefulset", "daemonset", "job", "cronjob", "workload");

    /** What people write for everyone. */
    private static final Set<String> EVERYONE = Set.of("all", "any", "everyone", "everybody", "everything");

    /** What people write for nobody. */
    private static final Set<String> NOBODY = Set.of("nobody", "noone", "none", "nothing");

    private static final String RENAME = "give one of them another name";

    private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
    private final Map<Namespace, Members> members = new LinkedHashMap<>();
    private final List<Directory> used = new ArrayList<>();
    private final Namespace outside;
    private final Problems problems;
    private int nearMisses;
    private int lists;

    Directory(Namespace outside, Problems problems) {
        this.outside = outside;
        this.problems = problems;
        members.put(outside, new Members());
    }

    /** What one namespace has. Workloads and groups share their names; a service may have one of theirs. */
    private record Members(
            Map<String, Workload> workloads,
            Map<String, Group> groups,
            Map<String, Service> services,
            Map<String, PortList> ports,
            Set<String> broken) {
        Members() {
            this(
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    new HashSet<>());
        }

        Optional<Named> named(String name) {
            Workload workload = workloads.get(name);
            Group group = groups.get(name);
            Service service = services.get(name);
            return workload == null && group == null && service == null
                    ? Optional.empty()
                    : Optional.of(new Named(
                            Optional.ofNullable(workload), Optional.ofNullable(group), Optional.ofNullable(service)));
        }
    }

    /** What a name may stand for; at least one of them. */
    record Named(Optional<Workload> workload, Optional<Group> group, Optional<Service> service) {}

    /** What the other has can be named, too; what has the name here goes first. */
    void use(Directory other) {
        used.add(other);
    }

    boolean add(Namespace namespace) {
        Namespace earlier = namespaces.putIfAbsent(namespace.name(), namespace);
        if (earlier == null) {
            members.put(namespace, new Members());
        } else {
            duplicate("namespace", namespace.name(), namespace.span(), earlier.span(), "put both into one block");
        }
        return earlier == null;
    }

    boolean add(Workload workload) {
        Workload earlier = in(workload.namespace()).workloads.putIfAbsent(workload.name(), workload);
        if (earlier != null) {
            duplicate("workload", workload.qualifiedName(), workload.span(), earlier.span(), RENAME);
        }
        return earlier == null;
    }

    boolean add(Group group) {
        Workload workload = in(group.namespace()).workloads.get(group.name());
        if (workload != null) {
            duplicate("workload", workload.qualifiedName(), group.span(), workload.span(), RENAME);
            return false;
        }
        Group earlier = in(group.namespace()).groups.putIfAbsent(group.name(), group);
        if (earlier != null) {
            duplicate(earlier.kind(), earlier.qualifiedName(), group.span(), earlier.span(), RENAME);
        }
        return earlier == null;
    }

    boolean add(PortList ports) {
        lists++;
        PortList earlier = in(ports.namespace()).ports.putIfAbsent(ports.name(), ports);
        if (earlier != null) {
            duplicate("list of ports", earlier.qualifiedName(), ports.span(), earlier.span(), RENAME);
        }
        return earlier == null;
    }

    boolean add(Service service) {
        Service earlier = in(service.namespace()).services.putIfAbsent(service.name(), service);
        if (earlier != null) {
            duplicate("service", service.qualifiedName(), service.span(), earlier.span(), RENAME);
        }
        return earlier == null;
    }

    /** A service that is wrong: what is wrong has been said, and a sentence about it has no other fault. */
    void addBroken(Namespace namespace, String name) {
        in(namespace).broken.add(name);
    }

    private void duplicate(String what, String name, Span span, Span earlier, String help) {
        problems.add(Diagnostic.of(Rule.DUPLICATE_NAME, span, "there is a " + what + " `" + name + "` already")
                .withLabel(earlier, "declared here")
                .withHelp(help));
    }

    private Members in(Namespace namespace) {
        return members.computeIfAbsent(namespace, n -> new Members());
    }

    Namespace outside() {
        return outside;
    }

    Optional<Namespace> namespace(Name name) {
        Namespace found = namespaces.get(name.text());
        Set<String> known = new TreeSet<>(namespaces.keySet());
        for (Directory other : found == null ? used : List.<Directory>of()) {
            found = found == null ? other.namespaces.get(name.text()) : found;
            known.addAll(other.namespaces.keySet());
        }
        if (found == null) {
            String help = KINDS.contains(name.text())
                    ? "leave `" + name.text() + "/` out: a workload is called by its name"
                    : NearMisses.help(name.text(), known)
                            .orElse("if it is in the cluster already, declare it: `existing namespace " + name.text()
                                    + "`");
            problems.add(Rule.UNKNOWN_NAME, name.span(), "there is no namespace `" + name.text() + "`", help);
        }
        return Optional.ofNullable(found);
    }

    /** The list of ports of this name, if there is one: a name among ports is mostly that of a port. */
    Optional<PortList> ports(Name name, Namespace from) {
        if (!haveLists()) {
            return Optional.empty();
        }
        Function<Members, Optional<PortList>> find = its -> Optional.ofNullable(its.ports.get(name.text()));
        Optional<PortList> near = find(from, find);
        Optional<PortList> nearest = near.isPresent() ? near : find(outside, find);
        return nearest.isPresent() ? nearest : portsElsewhere(name);
    }

    /** Most files have none. */
    private boolean haveLists() {
        boolean have = lists > 0;
        for (Directory other : used) {
            have |= other.lists > 0;
        }
        return have;
    }

    private Optional<PortList> portsElsewhere(Name name) {
        Map<Namespace, PortList> found = portLists(name.text());
        for (int i = 0; i < used.size() && found.isEmpty(); i++) {
            found.putAll(used.get(i).portLists(name.text()));
        }
        if (found.size() > 1) {
            problems.add(
                    Rule.AMBIGUOUS_NAME,
                    name.span(),
                    "lists of ports `" + name.text() + "` are in several namespaces",
                    "give them names of their own: " + places(found.keySet(), name.text()));
        }
        return found.values().stream().findFirst();
    }

    private Map<Namespace, PortList> portLists(String name) {
        Map<Namespace, PortList> found = new LinkedHashMap<>();
        for (Map.Entry<Namespace, Members> entry : members.entrySet()) {
            PortList ports = entry.getValue().ports.get(name);
            if (ports != null) {
                found.put(entry.getKey(), ports);
            }
        }
        return found;
    }

    /** The names of all lists of ports. */
    Set<String> portLists() {
        Set<String> names = new TreeSet<>();
        members.values().forEach(its -> names.addAll(its.ports.keySet()));
        used.forEach(other -> other.members.values().forEach(its -> names.addAll(its.ports.keySet())));
        return names;
    }

    /** A workload or a group, and where neither has the name, a service. */
    Optional<Named> peer(QualifiedName name, Namespace from) {
        return look(
                name, from, Sought.EITHER, members -> members.named(name.name().text()));
    }

    Optional<Workload> workload(QualifiedName name, Namespace from) {
        return look(
                name,
                from,
                Sought.WORKLOAD,
                m -> Optional.ofNullable(m.workloads.get(name.name().text())));
    }

    Optional<Service> service(QualifiedName name, Namespace from) {
        return look(
                name,
                from,
                Sought.SERVICE,
                m -> Optional.ofNullable(m.services.get(name.name().text())));
    }

    /** What a name should be the name of. */
    private enum Sought {
        WORKLOAD("workload"),
        SERVICE("service"),
        EITHER("workload or service");

        private final String words;

        Sought(String words) {
            this.words = words;
        }

        Set<String> namesIn(Members members) {
            Set<String> names = new TreeSet<>();
            names.addAll(this == SERVICE ? Set.of() : members.workloads.keySet());
            names.addAll(this == EITHER ? members.groups.keySet() : Set.of());
            names.addAll(this == WORKLOAD ? Set.of() : members.services.keySet());
            return names;
        }
    }

    private <T> Optional<T> look(
            QualifiedName name, Namespace from, Sought sought, Function<Members, Optional<T>> find) {
        if (name.namespace() != null) {
            Optional<Namespace> namespace = namespace(name.namespace());
            return namespace.flatMap(n -> orUnknown(find(n, find), name, sought));
        }
        Optional<T> near = name.outside() ? Optional.empty() : find(from, find);
        Optional<T> nearest = near.isPresent() ? near : find(outside, find);
        return nearest.isPresent() || name.outside() ? orUnknown(nearest, name, sought) : elsewhere(name, sought, find);
    }

    /** In one namespace, as this topology knows it, and else as one that it uses does. */
    private <T> Optional<T> find(Namespace namespace, Function<Members, Optional<T>> find) {
        Optional<T> found = find.apply(in(namespace));
        for (int i = 0; i < used.size() && found.isEmpty(); i++) {
            Members its = used.get(i).members.get(namespace);
            found = its == null ? found : find.apply(its);
        }
        return found;
    }

    /** In whichever namespace of this topology, and else of those that it uses. */
    private <T> Optional<T> elsewhere(QualifiedName name, Sought sought, Function<Members, Optional<T>> find) {
        List<T> found = new ArrayList<>();
        Set<String> where = new TreeSet<>();
        collect(name, find, found, where);
        if (found.isEmpty()) {
            used.forEach(other -> other.collect(name, find, found, where));
        }
        if (found.size() > 1) {
            problems.add(
                    Rule.AMBIGUOUS_NAME,
                    name.span(),
                    "`" + name.name().text() + "` is in several namespaces",
                    where.size() > 1
                            ? "say which: " + where.stream().sorted().collect(Collectors.joining(" or "))
                            : "use one of the files that have it");
            return Optional.empty();
        }
        return orUnknown(found.stream().findFirst(), name, sought);
    }

    private static String places(Set<Namespace> namespaces, String name) {
        return namespaces.stream()
                .map(namespace -> "`" + namespace.qualify(name) + "`")
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private <T> void collect(
            QualifiedName name, Function<Members, Optional<T>> find, List<T> found, Set<String> where) {
        members.forEach((namespace, its) -> find.apply(its).ifPresent(thing -> {
            found.add(thing);
            where.add("`" + written(namespace, name.name().text()) + "`");
        }));
    }

    private <T> Optional<T> orUnknown(Optional<T> found, QualifiedName name, Sought sought) {
        String text = name.name().text();
        if (found.isEmpty() && members.values().stream().noneMatch(its -> its.broken.contains(text))) {
            problems.add(
                    Rule.UNKNOWN_NAME,
                    name.span(),
                    "there is no " + sought.words + " `" + text + "`" + place(name),
                    other(text, sought)
                            .or(() -> elsewhere(name, sought))
                            .or(() -> nearMiss(name, sought))
                            .orElse("declare it, or declare it as `existing` if it is in the cluster already"));
        }
        return found;
    }

    /** Each costs a look at every name: of a file that has hundreds wrong, something else is wrong. */
    private Optional<String> nearMiss(QualifiedName name, Sought sought) {
        nearMisses++;
        return nearMisses > MOST_NEAR_MISSES
                ? Optional.empty()
                : NearMisses.help(written(name), candidates(name, sought));
    }

    private static String place(QualifiedName name) {
        return name.namespace() != null
                ? " in namespace `" + name.namespace().text() + "`"
                : name.outside() ? " outside all namespaces" : "";
    }

    /** The name may be one of the other kind. */
    private Optional<String> other(String text, Sought sought) {
        if (sought == Sought.EITHER && namespaces.containsKey(text)) {
            return Optional.of("for the pods of that namespace write `namespace " + text + "`");
        }
        if (sought == Sought.EITHER && (text.equals("internet") || text.equals("world"))) {
            return Optional.of("for all public addresses write `internet`");
        }
        if (sought == Sought.EITHER && !portLists(text).isEmpty()) {
            return Optional.of("`" + text + "` is a list of ports, which stands behind `on`");
        }
        if (sought == Sought.EITHER && EVERYONE.contains(text)) {
            return Optional.of("for every end, inside and outside, write `anyone`; for all pods `any namespace`");
        }
        if (sought == Sought.EITHER && NOBODY.contains(text)) {
            return Optional.of("to shut everyone out write `deny ingress to web`, to check that nobody enters"
                    + " `expect anyone cannot reach web`");
        }
        if (sought == Sought.EITHER && (text.equals("expect") || text.equals("only"))) {
            return Optional.of("an expectation is `expect web reaches db`, `expect web cannot reach db` or"
                    + " `expect only api reaches db`");
        }
        if (text.indexOf('.') >= 0) {
            return Optional.of(dotted(text));
        }
        boolean isWorkload = members.values().stream().anyMatch(its -> its.workloads.containsKey(text));
        boolean isService = members.values().stream().anyMatch(its -> its.services.containsKey(text));
        if (sought == Sought.SERVICE && isWorkload) {
            return Optional.of("`" + text + "` is a workload: leave the word `service` out");
        }
        if (sought == Sought.WORKLOAD && isService) {
            return Optional.of("`" + text + "` is a service: name the workload behind it");
        }
        boolean isGroup = members.values().stream().anyMatch(its -> its.groups.containsKey(text));
        return sought != Sought.EITHER && isGroup
                ? Optional.of("`" + text + "` is a group: name one of its members")
                : Optional.empty();
    }

    /** No name has dots: it is one of a namespace in another notation, or that of a host. */
    private String dotted(String text) {
        if (AddressText.readV4(text.split("/", 2)[0]).isPresent()) {
            return "addresses stand without quotes: `" + text + "`";
        }
        String[] parts = text.split("\\.", 3);
        return inNamespace(parts[1], parts[0])
                .or(() -> inNamespace(parts[0], parts[1]))
                .orElse("a policy knows no names of hosts; write their addresses, such as `203.0.113.0/24`");
    }

    private Optional<String> inNamespace(String namespace, String name) {
        return Optional.ofNullable(namespaces.get(namespace))
                .filter(its -> in(its).named(name).isPresent())
                .map(its -> "a name in a namespace is written `" + its.qualify(name) + "`");
    }

    /** The name may be one of another namespace. */
    private Optional<String> elsewhere(QualifiedName name, Sought sought) {
        List<String> places = new ArrayList<>();
        members.forEach((namespace, its) -> {
            if (sought.namesIn(its).contains(name.name().text())) {
                places.add("`" + written(namespace, name.name().text()) + "`");
            }
        });
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of("did you mean " + places.stream().sorted().collect(Collectors.joining(" or ")) + "?");
    }

    private static String written(Namespace namespace, String name) {
        return namespace.isOutside() ? "./" + name : namespace.qualify(name);
    }

    private static String written(QualifiedName name) {
        String text = name.name().text();
        return name.namespace() != null ? name.namespace().text() + "/" + text : name.outside() ? "./" + text : text;
    }

    /** Names as they could be written in the place of this one. */
    private Collection<String> candidates(QualifiedName name, Sought sought) {
        boolean isPlain = name.namespace() == null && !name.outside();
        Set<String> names = new TreeSet<>();
        members.forEach((namespace, its) -> {
            for (String candidate : sought.namesIn(its)) {
                names.add(isPlain ? candidate : written(namespace, candidate));
            }
        });
        return names;
    }
}
