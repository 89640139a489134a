package dev.knet.resolve;

import dev.knet.model.Dns;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
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

    void setApiserver(Optional<Permission.Opening> apiserver) {
        this.apiserver = apiserver;
    }
}
