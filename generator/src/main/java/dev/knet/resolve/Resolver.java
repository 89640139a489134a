package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Additions;
import dev.knet.model.Cluster;
import dev.knet.model.Cni;
import dev.knet.model.Dns;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.model.OwnLabels;
import dev.knet.model.Topology;
import dev.knet.source.Span;
import dev.knet.syntax.Annotations;
import dev.knet.syntax.ClusterBlock;
import dev.knet.syntax.ClusterDns;
import dev.knet.syntax.EnvironmentBlock;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Member;
import dev.knet.syntax.NamespaceBlock;
import dev.knet.syntax.NamespaceItem;
import dev.knet.syntax.PackageStatement;
import dev.knet.syntax.ParamStatement;
import dev.knet.syntax.Statement;
import dev.knet.syntax.TopologyStatement;
import dev.knet.syntax.UseStatement;
import dev.knet.syntax.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** Makes one topology: first the things, by name, then the sentences that name them. */
final class Resolver {
    private final String name;
    private final TopologyFiles files;
    private final ResolveOptions options;
    private final Problems problems = new Problems();
    private final Sections sections = new Sections();
    private final Parameters parameters;
    private final Namespace outside;
    private final Directory directory;
    private final LabelReader labels;
    private final AddressReader addresses;
    private final WorkloadResolver workloads;
    private final Viewpoints viewpoints;
    private final PortLists portLists;
    private final ListResolver lists;
    private final ServiceResolver services;
    private final Map<Namespace, List<Member>> places = new LinkedHashMap<>();
    private final SortedSet<String> used = new TreeSet<>();
    private boolean incomplete;
    private boolean shared;

    Resolver(String name, TopologyFiles files, ResolveOptions options) {
        this.name = name;
        this.files = files;
        this.options = options;
        this.parameters = new Parameters(options.parameters(), problems);
        this.labels = new LabelReader(parameters, problems);
        this.outside = new Namespace("", false, new TreeMap<>(), Additions.NONE, "", start());
        this.directory = new Directory(outside, problems);
        this.addresses = new AddressReader(problems);
        this.workloads = new WorkloadResolver(directory, labels, parameters, problems, name);
        this.viewpoints = new Viewpoints(directory, labels, addresses, problems);
        this.portLists = new PortLists(directory, problems);
        this.lists = new ListResolver(directory, viewpoints, portLists, problems);
        this.services = new ServiceResolver(directory, labels, addresses, parameters, problems);
    }

    String name() {
        return name;
    }

    List<String> paths() {
        return files.paths();
    }

    List<Diagnostic> diagnostics() {
        return problems.all();
    }

    Map<UseStatement, String> uses() {
        return files.uses();
    }

    /** Namespaces and workloads, by their names. */
    void declare() {
        for (Statement statement : files.statements(options.environment(), problems)) {
            statement.accept(sections);
        }
        files.names().forEach(statements -> problems.onlyOne(statements, "topology"));
        parameters.declare(sections.params);
        checkName();
        findPlaces();
        places.forEach(workloads::read);
        places.forEach(lists::read);
    }

    /** What the other declares can be named from here on. */
    void use(Resolver other) {
        if (other != this && used.add(other.name)) {
            directory.use(other.directory);
            other.shared = true;
        }
    }

    boolean usesAnyOf(Set<String> names) {
        return used.stream().anyMatch(names::contains);
    }

    void usesUnreadable() {
        incomplete = true;
    }

    /** Whether some of what it is made of, or names, could not be read. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Services: once the workloads of all topologies are known. */
    void serve() {
        places.forEach(services::read);
    }

    /** Sentences: once everything that they may name is known. */
    Topology relate() {
        Optional<Cni> cni = ClusterResolver.cni(sections.clusters, problems);
        viewpoints.setCni(cni);
        PortResolver ports = new PortResolver(portLists, workloads.all(), services.all(), cni, problems);
        Motives motives = new Motives(parameters, options.today(), problems);
        RelationResolver relations = new RelationResolver(viewpoints, ports, motives, problems);
        ExpectationResolver expectations = new ExpectationResolver(viewpoints, ports, motives, problems);
        ClusterDns dnsStatement = new ClusterResolver(viewpoints, ports, problems, outside).read(sections.clusters);
        Optional<Dns> dns =
                new DnsResolver(viewpoints.from(outside), ports, outside, problems).dns(dnsStatement, start());
        viewpoints.setDns(dns);
        places.forEach(relations::read);
        places.forEach(expectations::read);
        lists.finish(shared);
        parameters.reportUnused();
        return new Topology(
                name,
                javaPackage(),
                used,
                new Cluster(cni, viewpoints.nodes(), viewpoints.apiserverAddresses()),
                dns,
                new ArrayList<>(places.keySet()),
                workloads.all(),
                services.all(),
                viewpoints.groups().all(),
                relations.permissions(),
                relations.denials(),
                relations.isolations(),
                expectations.all(),
                files.nameSpan());
    }

    /** The members of each namespace in source order; those outside all namespaces last. */
    private void findPlaces() {
        for (NamespaceBlock block : sections.namespaces) {
            if (block.name().text().isEmpty()) {
                // Without a name it would be the outside of all namespaces, of which there is one.
                problems.add(
                        Rule.INVALID_NAME,
                        block.name().span(),
                        "a namespace has a name",
                        "name it, or take its statements out of the block");
                continue;
            }
            ItemsOf items = new ItemsOf(block);
            Namespace namespace = new Namespace(
                    block.name().text(),
                    block.existing(),
                    namespaceLabels(block, items.labels),
                    new AdditionsReader(parameters, problems).read(items.annotations, items.patches),
                    block.doc(),
                    block.name().span());
            if (directory.add(namespace)) {
                places.put(namespace, items.members);
            }
        }
        if (!sections.members.isEmpty()) {
            places.put(outside, sections.members);
        }
    }

    /** All that it will have, but for its name. */
    private SortedMap<String, String> namespaceLabels(NamespaceBlock block, List<Labels> written) {
        SortedMap<String, String> all = labels.namespaceLabels(written, block.existing());
        return block.existing() ? all : OwnLabels.with(all, name);
    }

    private void checkName() {
        if (!KubernetesNames.isDnsLabel(name)) {
            problems.add(
                    Rule.INVALID_NAME,
                    files.nameSpan(),
                    "`" + name + "` is no name for a topology",
                    "write `topology " + KubernetesNames.near(name)
                            + "`: a name is lower-case letters, digits and `-`, at most 63");
        }
    }

    private String javaPackage() {
        PackageStatement statement = problems.onlyOne(distinct(sections.packages), "package");
        if (statement == null) {
            return options.javaPackage();
        }
        String name = statement.name();
        if (!SourceVersion.isName(name, SourceVersion.RELEASE_17) || name.startsWith("java.")) {
            problems.add(
                    Rule.INVALID_PACKAGE,
                    statement.span(),
                    "`" + name + "` is no Java package",
                    "write names with dots between them, none of them a word of Java: `package com.example.shop`");
        }
        return name;
    }

    /** Each file of a topology may say the same. */
    private static List<PackageStatement> distinct(List<PackageStatement> packages) {
        List<PackageStatement> distinct = new ArrayList<>();
        for (PackageStatement statement : packages) {
            boolean isSaidElsewhere = distinct.stream()
                    .anyMatch(other -> other.name().equals(statement.name())
                            && other.span().file() != statement.span().file());
            if (!isSaidElsewhere) {
                distinct.add(statement);
            }
        }
        return distinct;
    }

    private Span start() {
        return new Span(files.first(), 0, 0);
    }

    /** The statements of a file by what they are. */
    private static final class Sections implements Statement.Visitor<Boolean> {
        private final List<PackageStatement> packages = new ArrayList<>();
        private final List<ClusterBlock> clusters = new ArrayList<>();
        private final List<NamespaceBlock> namespaces = new ArrayList<>();
        private final List<ParamStatement> params = new ArrayList<>();
        private final List<Member> members = new ArrayList<>();

        @Override
        public Boolean visit(ParamStatement statement) {
            return params.add(statement);
        }

        /** Links are made before the statements are read, and so are the names of topologies. */
        @Override
        public Boolean visit(UseStatement statement) {
            return true;
        }

        /** Laid over the other statements already. */
        @Override
        public Boolean visit(EnvironmentBlock block) {
            return true;
        }

        @Override
        public Boolean visit(PackageStatement statement) {
            return packages.add(statement);
        }

        @Override
        public Boolean visit(TopologyStatement statement) {
            return true;
        }

        @Override
        public Boolean visit(ClusterBlock block) {
            return clusters.add(block);
        }

        @Override
        public Boolean visit(NamespaceBlock block) {
            return namespaces.add(block);
        }

        @Override
        public Boolean visit(Member member) {
            return members.add(member);
        }
    }

    /** The items of a namespace block by what they are. */
    private static final class ItemsOf {
        private final List<Labels> labels = new ArrayList<>();
        private final List<Annotations> annotations = new ArrayList<>();
        private final List<Yaml> patches = new ArrayList<>();
        private final List<Member> members = new ArrayList<>();

        ItemsOf(NamespaceBlock block) {
            for (NamespaceItem item : block.items()) {
                item.fold(labels::add, annotations::add, patches::add, members::add);
            }
        }
    }
}
