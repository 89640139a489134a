package dev.knet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.model.AddressRange;
import dev.knet.model.Namespace;
import dev.knet.model.Protocol;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.parse.Parser;
import dev.knet.resolve.ParsedFile;
import dev.knet.resolve.Resolution;
import dev.knet.resolve.ResolveOptions;
import dev.knet.resolve.Resolved;
import dev.knet.source.SourceFile;
import dev.knet.testing.Resolving;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files, one pod of each of their workloads, and whoever else is there: asked by names. */
final class Asked {
    private final List<Topology> topologies;
    private final Map<String, End> ends = new LinkedHashMap<>();

    private Asked(List<Topology> topologies) {
        this.topologies = topologies;
        for (Topology topology : topologies) {
            for (Workload workload : topology.workloads()) {
                ends.put(workload.qualifiedName(), pod(workload.namespace(), workload.labels(), Optional.of(workload)));
            }
        }
    }

    static Asked of(String text) {
        return of(Map.of("shop.knet", text));
    }

    static Asked of(Map<String, String> texts) {
        List<ParsedFile> files = new ArrayList<>();
        new TreeMap<>(texts)
                .forEach((path, text) -> files.add(new ParsedFile(path, Parser.parse(SourceFile.of(path, text)))));
        Resolved resolved =
                Resolution.of(files, new ResolveOptions("knet", Map.of(), Optional.empty(), Resolving.TODAY));
        assertThat(resolved.diagnostics()).isEmpty();
        return new Asked(resolved.units().stream().map(Resolved.Unit::topology).toList());
    }

    /** A pod that is no workload's. */
    Asked pod(String name, String namespace, Map<String, String> labels) {
        Namespace known = topologies.stream()
                .flatMap(topology -> topology.namespaces().stream())
                .filter(it -> it.name().equals(namespace))
                .findFirst()
                .orElse(new Namespace(
                        namespace,
                        true,
                        new TreeMap<>(),
                        topologies.get(0).namespaces().get(0).additions(),
                        "",
                        topologies.get(0).span()));
        ends.put(name, pod(known, labels, Optional.empty()));
        return this;
    }

    Asked address(String address) {
        ends.put(address, new End.Address(AddressRange.of(address + (address.contains(":") ? "/128" : "/32"))));
        return this;
    }

    private static End pod(Namespace namespace, Map<String, String> labels, Optional<Workload> workload) {
        List<End.NamedPort> ports = new ArrayList<>();
        workload.ifPresent(it -> it.ports().forEach(port -> {
            if (port.name() != null) {
                ports.add(new End.NamedPort(port.name(), port.protocol(), port.number()));
            }
        }));
        return new End.Pod(namespace.name(), namespace.clusterLabels(), labels, ports, workload);
    }

    /** Who can connect to the target; itself is left out. The contact is `tcp/80` or `icmp`. */
    List<String> who(String target, String contact) {
        return names(into(target).sources(contact(contact)), target);
    }

    /** The same, and those of which it cannot be told. */
    List<String> atMost(String target, String contact) {
        return names(into(target).atMost(contact(contact)), target);
    }

    List<String> ranges(String target) {
        return into(target).ranges().stream().map(range -> range.text()).toList();
    }

    private Meaning.Target into(String target) {
        assertThat(ends).containsKey(target);
        return Meaning.of(topologies, List.copyOf(ends.values()))
                .into(List.copyOf(ends.keySet()).indexOf(target));
    }

    private List<String> names(BitSet sources, String target) {
        List<String> names = List.copyOf(ends.keySet());
        return sources.stream()
                .mapToObj(names::get)
                .filter(name -> !name.equals(target))
                .toList();
    }

    private static Contact contact(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Contact(Optional.empty(), 0)
                : new Contact(
                        Optional.of(Protocol.of(text.substring(0, slash))),
                        Integer.parseInt(text.substring(slash + 1)));
    }
}
