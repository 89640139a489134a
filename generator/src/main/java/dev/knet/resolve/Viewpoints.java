package dev.knet.resolve;

import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.model.Dns;
import dev.knet.model.Internet;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.ServicePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who looks up peers from which namespace, and what is the same for all of them: the groups, and what the cluster is like. */
final class Viewpoints {
    private final Directory directory;
    private final LabelReader labels;
    private final AddressReader addresses;
    private final Problems problems;
    private final Groups groups;
    private final Map<Namespace, PeerResolver> resolvers = new HashMap<>();
    private Optional<Cni> cni = Optional.empty();
    private Optional<Dns> dns = Optional.empty();
    private List<Peer> nodes = List.of();
    private Optional<Permission.Opening> apiserver = Optional.empty();

    Viewpoints(Directory directory, LabelReader labels, AddressReader addresses, Problems problems) {
        this.directory = directory;
        this.labels = labels;
        this.addresses = addresses;
        this.problems = problems;
        this.groups = new Groups(problems);
    }

    PeerResolver from(Namespace namespace) {
        PeerResolver known = resolvers.get(namespace);
        if (known == null) {
            known = new PeerResolver(directory, labels, addresses, problems, namespace, this);
            resolvers.put(namespace, known);
        }
        return known;
    }

    Groups groups() {
        return groups;
    }

    void setCni(Optional<Cni> cni) {
        this.cni = cni;
    }

    /** The port of the pods behind a port of a service: by its number where the plugin does not know its name. */
    Port target(ServicePort port) {
        boolean hasName = cni.isEmpty() || cni.get().enforces(CniFeature.namesOf(port.protocol()));
        return hasName ? port.target() : Port.Range.one(port.protocol(), port.targetNumber());
    }

    /** The public addresses of the versions that are there. */
    List<Peer> internet() {
        if (cni.isEmpty()) {
            return List.copyOf(Internet.RANGES);
        }
        List<Peer> there = new ArrayList<>();
        for (Peer.Addresses range : Internet.RANGES) {
            if (cni.get().enforces(CniFeature.ofVersion(range.range().version()))) {
                there.add(range);
            }
        }
        return there;
    }

    Optional<Dns> dns() {
        return dns;
    }

    void setDns(Optional<Dns> dns) {
        this.dns = dns;
    }

    /** Where the nodes are; nothing if that is not said. */
    List<Peer> nodes() {
        return nodes;
    }

    void setNodes(List<Peer> nodes) {
        this.nodes = nodes;
    }

    Optional<Permission.Opening> apiserver() {
        return apiserver;
    }

    /** Where the API server is; nothing if that is not said. */
    List<Peer> apiserverAddresses() {
        return apiserver.map(Permission.Opening::targets).orElse(List.of());
    }

    void setApiserver(Optional<Permission.Opening> apiserver) {
        this.apiserver = apiserver;
    }
}
