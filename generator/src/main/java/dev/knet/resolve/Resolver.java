package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.Dns;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.model.OwnLabels;
import dev.knet.model.Topology;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.Annotations;
import dev.knet.syntax.ClusterBlock;
import dev.knet.syntax.EnvironmentBlock;
import dev.knet.syntax.GroupStatement;
import dev.knet.syntax.Isolation;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Member;
import dev.knet.syntax.NamespaceBlock;
import dev.knet.syntax.NamespaceItem;
import dev.knet.syntax.PackageStatement;
import dev.knet.syntax.ParamStatement;
import dev.knet.syntax.PolicyBlock;
import dev.knet.syntax.PortsStatement;
import dev.knet.syntax.Sentence;
import dev.knet.syntax.ServiceStatement;
import dev.knet.syntax.Statement;
import dev.knet.syntax.SyntaxTree;
import dev.knet.syntax.TopologyStatement;
import dev.knet.syntax.UseStatement;
import dev.knet.syntax.WorkloadBlock;
import dev.knet.syntax.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;

/** Makes a topology of a syntax tree: first the things, by name, then the sentences that name them. */
public final class Resolver {
    private final SyntaxTree tree;
    private final String defaultPackage;
    private final Problems problems = new Problems();
    private final Sections sections = new Sections();
    private final Parameters parameters;
    private final Namespace outside;
    private final Directory directory;
    private final LabelReader labels;

    private Resolver(SyntaxTree tree, String defaultPackage, Map<String, String> given) {
        this.tree = tree;
        this.parameters = new Parameters(given, problems);
        this.labels = new LabelReader(parameters, problems);
        this.defaultPackage = defaultPackage;
        this.outside = new Namespace("", false, new TreeMap<>(), "", start(tree.file()));
        this.directory = new Directory(outside, problems);
    }

    /** The default package is that of a file without a `package` statement. */
    public static Resolved resolve(SyntaxTree tree, String defaultPackage, Map<String, String> given) {
        return new Resolver(tree, defaultPackage, given).resolve();
    }

    private Resolved resolve() {
        tree.statements().forEach(statement -> statement.accept(sections));
        parameters.declare(sections.params);
        String name = name();
        Map<Namespace, List<Member>> places = places(name);
        AddressReader addresses = new AddressReader(problems);
        WorkloadResolver workloads = new WorkloadResolver(directory, labels, parameters, problems, name);
        ServiceResolver services = new ServiceResolver(directory, addresses, parameters, problems);
        places.forEach(workloads::read);
        places.forEach(services::read);
        PortResolver ports = new PortResolver(problems, workloads.all(), services.all());
        PeerResolver seenFromOutside =
                new PeerResolver(directory, labels, addresses, problems, outside, Optional.empty());
        Optional<Dns> dns = new DnsResolver(seenFromOutside, ports, problems)
                .dns(problems.onlyOne(dnsStatements(), "dns"), start(tree.file()));
        RelationResolver relations = new RelationResolver(directory, labels, addresses, ports, problems);
        places.forEach((namespace, members) -> relations.read(members, namespace, dns));
        parameters.reportUnused();
        return new Resolved(
                new Topology(
                        name,
                        javaPackage(),
                        dns,
                        new ArrayList<>(places.keySet()),
                        workloads.all(),
                        services.all(),
                        relations.permissions(),
                        relations.isolations(),
                        nameSpan()),
                problems.all());
    }

    /** The members of each namespace in source order; those outside all namespaces last. */
    private Map<Namespace, List<Member>> places(String topology) {
        Map<Namespace, List<Member>> places = new LinkedHashMap<>();
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
                    namespaceLabels(block, items.labels, topology),
                    block.doc(),
                    block.name().span());
            if (directory.add(namespace)) {
                places.put(namespace, items.members);
            }
        }
        if (!sections.members.isEmpty()) {
            places.put(outside, sections.members);
        }
        return places;
    }

    /** All that it will have, but for its name. */
    private SortedMap<String, String> namespaceLabels(NamespaceBlock block, List<Labels> written, String topology) {
        SortedMap<String, String> all = labels.namespaceLabels(written, block.existing());
        return block.existing() ? all : OwnLabels.with(all, topology);
    }

    private List<dev.knet.syntax.ClusterDns> dnsStatements() {
        return sections.clusters.stream().flatMap(block -> block.dns().stream()).toList();
    }

    private String name() {
        TopologyStatement statement = problems.onlyOne(sections.topologies, "topology");
        String name = statement == null ? tree.file().stem() : statement.name().text();
        if (!KubernetesNames.isDnsLabel(name)) {
            problems.add(
                    Rule.INVALID_NAME,
                    nameSpan(),
                    "`" + name + "` is no name for a topology",
                    "write `topology " + KubernetesNames.near(name)
                            + "`: a name is lower-case letters, digits and `-`, at most 63");
        }
        return name;
    }

    private Span nameSpan() {
        return sections.topologies.isEmpty()
                ? start(tree.file())
                : sections.topologies.get(0).name().span();
    }

    private String javaPackage() {
        PackageStatement statement = problems.onlyOne(sections.packages, "package");
        if (statement == null) {
            return defaultPackage;
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

    private static Span start(SourceFile file) {
        return new Span(file, 0, 0);
    }

    /** The statements of a file by what they are. */
    private final class Sections implements Statement.Visitor<Boolean> {
        private final List<PackageStatement> packages = new ArrayList<>();
        private final List<TopologyStatement> topologies = new ArrayList<>();
        private final List<ClusterBlock> clusters = new ArrayList<>();
        private final List<NamespaceBlock> namespaces = new ArrayList<>();
        private final List<ParamStatement> params = new ArrayList<>();
        private final List<Member> members = new ArrayList<>();

        @Override
        public Boolean visit(ParamStatement statement) {
            return params.add(statement);
        }

        @Override
        public Boolean visit(UseStatement statement) {
            return problems.notYet(statement);
        }

        @Override
        public Boolean visit(EnvironmentBlock block) {
            return problems.notYet(block);
        }

        @Override
        public Boolean visit(PackageStatement statement) {
            return packages.add(statement);
        }

        @Override
        public Boolean visit(TopologyStatement statement) {
            return topologies.add(statement);
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
        public Boolean visit(WorkloadBlock block) {
            return members.add(block);
        }

        @Override
        public Boolean visit(ServiceStatement statement) {
            return members.add(statement);
        }

        @Override
        public Boolean visit(GroupStatement statement) {
            return members.add(statement);
        }

        @Override
        public Boolean visit(PortsStatement statement) {
            return members.add(statement);
        }

        @Override
        public Boolean visit(PolicyBlock block) {
            return members.add(block);
        }

        @Override
        public Boolean visit(Sentence sentence) {
            return members.add(sentence);
        }

        @Override
        public Boolean visit(Isolation isolation) {
            return members.add(isolation);
        }
    }

    /** The items of a namespace block by what they are. */
    private final class ItemsOf implements NamespaceItem.Visitor<Boolean> {
        private final List<Labels> labels = new ArrayList<>();
        private final List<Member> members = new ArrayList<>();

        ItemsOf(NamespaceBlock block) {
            for (NamespaceItem item : block.items()) {
                item.accept((NamespaceItem.Visitor<Boolean>) this);
            }
        }

        @Override
        public Boolean visit(Labels statement) {
            return labels.add(statement);
        }

        @Override
        public Boolean visit(Annotations statement) {
            return problems.notYet(statement);
        }

        @Override
        public Boolean visit(Yaml yaml) {
            return problems.notYet(yaml);
        }

        @Override
        public Boolean visit(WorkloadBlock block) {
            return members.add(block);
        }

        @Override
        public Boolean visit(ServiceStatement statement) {
            return members.add(statement);
        }

        @Override
        public Boolean visit(GroupStatement statement) {
            return members.add(statement);
        }

        @Override
        public Boolean visit(PortsStatement statement) {
            return members.add(statement);
        }

        @Override
        public Boolean visit(PolicyBlock block) {
            return members.add(block);
        }

        @Override
        public Boolean visit(Sentence sentence) {
            return members.add(sentence);
        }

        @Override
        public Boolean visit(Isolation isolation) {
            return members.add(isolation);
        }
    }
}
