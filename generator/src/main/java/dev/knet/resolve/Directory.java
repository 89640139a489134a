package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Namespace;
import dev.knet.model.Service;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import dev.knet.syntax.Name;
import dev.knet.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has which name, and the rules by which a name is looked up. */
final class Directory {
    private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
    private final Map<Namespace, Members> members = new LinkedHashMap<>();
    private final Namespace outside;
    private final Problems problems;

    Directory(Namespace outside, Problems problems) {
        this.outside = outside;
        this.problems = problems;
        members.put(outside, new Members());
    }

    /** The workloads and services of one namespace; each may have a name that the other has too. */
    private record Members(Map<String, Workload> workloads, Map<String, Service> services) {
        Members() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        Optional<Named> named(String name) {
            Workload workload = workloads.get(name);
            Service service = services.get(name);
            return workload == null && service == null
                    ? Optional.empty()
                    : Optional.of(new Named(Optional.ofNullable(workload), Optional.ofNullable(service)));
        }
    }

    /** What a name may stand for; at least one of the two. */
    record Named(Optional<Workload> workload, Optional<Service> service) {}

    boolean add(Namespace namespace) {
        Namespace earlier = namespaces.putIfAbsent(namespace.name(), namespace);
        if (earlier == null) {
            members.put(namespace, new Members());
        } else {
            duplicate("namespace", namespace.name(), namespace.span(), earlier.span());
        }
        return earlier == null;
    }

    boolean add(Workload workload) {
        Workload earlier = in(workload.namespace()).workloads.putIfAbsent(workload.name(), workload);
        if (earlier != null) {
            duplicate("workload", workload.qualifiedName(), workload.span(), earlier.span());
        }
        return earlier == null;
    }

    boolean add(Service service) {
        Service earlier = in(service.namespace()).services.putIfAbsent(service.name(), service);
        if (earlier != null) {
            duplicate("service", service.qualifiedName(), service.span(), earlier.span());
        }
        return earlier == null;
    }

    private void duplicate(String what, String name, Span span, Span earlier) {
        problems.add(Diagnostic.of(Rule.DUPLICATE_NAME, span, "there is a " + what + " `" + name + "` already")
                .withLabel(earlier, "declared here")
                .withHelp("give one of them another name"));
    }

    private Members in(Namespace namespace) {
        return members.computeIfAbsent(namespace, n -> new Members());
    }

    Namespace outside() {
        return outside;
    }

    Optional<Namespace> namespace(Name name) {
        Namespace found = namespaces.get(name.text());
        if (found == null) {
            String help = NearMisses.help(name.text(), namespaces.keySet())
                    .orElse("if it is in the cluster already, declare it: `existing namespace " + name.text() + "`");
            problems.add(Rule.UNKNOWN_NAME, name.span(), "there is no namespace `" + name.text() + "`", help);
        }
        return Optional.ofNullable(found);
    }

    /** A workload, and where none has the name, a service. */
    Optional<Named> peer(QualifiedName name, Namespace from) {
        return look(
                name,
                from,
                "workload or service",
                members -> members.named(name.name().text()));
    }

    Optional<Workload> workload(QualifiedName name, Namespace from) {
        return look(
                name,
                from,
                "workload",
                m -> Optional.ofNullable(m.workloads.get(name.name().text())));
    }

    Optional<Service> service(QualifiedName name, Namespace from) {
        return look(
                name,
                from,
                "service",
                m -> Optional.ofNullable(m.services.get(name.name().text())));
    }

    private <T> Optional<T> look(QualifiedName name, Namespace from, String what, Function<Members, Optional<T>> find) {
        if (name.namespace() != null) {
            Optional<Namespace> namespace = namespace(name.namespace());
            return namespace.flatMap(n -> orUnknown(find.apply(in(n)), name, n, what));
        }
        Optional<T> near = name.outside() ? Optional.empty() : find.apply(in(from));
        Optional<T> nearest = near.isPresent() ? near : find.apply(in(outside));
        return nearest.isPresent() || name.outside()
                ? orUnknown(nearest, name, outside, what)
                : elsewhere(name, from, what, find);
    }

    private <T> Optional<T> elsewhere(
            QualifiedName name, Namespace from, String what, Function<Members, Optional<T>> find) {
        List<T> found = new ArrayList<>();
        List<String> where = new ArrayList<>();
        members.forEach((namespace, its) -> find.apply(its).ifPresent(thing -> {
            found.add(thing);
            where.add("`" + namespace.qualify(name.name().text()) + "`");
        }));
        if (found.size() > 1) {
            problems.add(
                    Rule.AMBIGUOUS_NAME,
                    name.span(),
                    "`" + name.name().text() + "` is in several namespaces",
                    "say which: " + where.stream().sorted().collect(Collectors.joining(" or ")));
            return Optional.empty();
        }
        return orUnknown(found.stream().findFirst(), name, from, what);
    }

    private <T> Optional<T> orUnknown(Optional<T> found, QualifiedName name, Namespace where, String what) {
        if (found.isEmpty()) {
            String place = name.namespace() == null ? "" : " in namespace `" + where.name() + "`";
            Diagnostic diagnostic = Diagnostic.of(
                    Rule.UNKNOWN_NAME,
                    name.span(),
                    "there is no " + what + " `" + name.name().text() + "`" + place);
            problems.add(NearMisses.help(name.name().text(), candidates(name, where))
                    .map(diagnostic::withHelp)
                    .orElse(diagnostic.withHelp(
                            "declare it, or declare it as `existing` if it is in the cluster already")));
        }
        return found;
    }

    private Collection<String> candidates(QualifiedName name, Namespace where) {
        TreeSet<String> names = new TreeSet<>();
        members.forEach((namespace, its) -> {
            if (name.namespace() == null && !name.outside() || namespace.equals(where)) {
                names.addAll(its.workloads.keySet());
                names.addAll(its.services.keySet());
            }
        });
        return names;
    }
}
