package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Dns;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Selector;
import dev.knet.model.Service;
import dev.knet.source.Span;
import dev.knet.syntax.Scope;
import java.util.List;
import java.util.Optional;

/** Finds what a peer stands for, seen from one namespace: nothing if that is wrong, which is reported. */
final class PeerResolver implements dev.knet.syntax.Peer.Visitor<List<Target>> {
    private final Directory directory;
    private final LabelReader labels;
    private final AddressReader addresses;
    private final Problems problems;
    private final Namespace from;
    private final Optional<Dns> dns;

    PeerResolver(
            Directory directory,
            LabelReader labels,
            AddressReader addresses,
            Problems problems,
            Namespace from,
            Optional<Dns> dns) {
        this.directory = directory;
        this.labels = labels;
        this.addresses = addresses;
        this.problems = problems;
        this.from = from;
        this.dns = dns;
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Named peer) {
        return directory
                .peer(peer.name(), from)
                .map(named -> named.workload().isPresent()
                        ? List.of(Target.of(named.workload().get(), peer.span()))
                        : ofService(named.service().orElseThrow(), peer.span()))
                .orElse(List.of());
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.OfService peer) {
        return directory
                .service(peer.name(), from)
                .map(service -> ofService(service, peer.span()))
                .orElse(List.of());
    }

    private List<Target> ofService(Service service, Span span) {
        return service.fold(pods -> List.of(Target.of(pods, span)), host -> {
            problems.add(Diagnostic.of(Rule.NOT_A_PEER, span, "service `" + host.name() + "` has no pods behind it")
                    .withNote("it is another name for `" + host.host() + "`")
                    .withHelp("name the addresses of that host instead, as in `203.0.113.7/32`"));
            return List.of();
        });
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Pods peer) {
        Selector selector = labels.selector(peer.selector());
        Optional<Namespaces> namespaces =
                peer.scope() == null ? Optional.of(new Namespaces.One(from)) : namespaces(peer.scope());
        return listOf(namespaces.map(in -> Target.of(Peer.Pods.of(in, selector), peer.span())));
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.OfNamespaces peer) {
        return listOf(namespaces(peer.scope())
                .map(in -> Target.of(Peer.Pods.of(in, Selector.EVERYTHING), peer.span())));
    }

    private Optional<Namespaces> namespaces(Scope scope) {
        return scope.fold(
                named -> directory.namespace(named.name()).map(Namespaces.One::new),
                matching -> Optional.of(new Namespaces.Matching(labels.selector(matching.selector()))));
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Anyone peer) {
        return List.of(Target.of(new Peer.Anyone(), peer.span()));
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Dns peer) {
        if (dns.isEmpty()) {
            problems.add(
                    Rule.DNS_OFF,
                    peer.span(),
                    "the cluster of this topology has no DNS",
                    "delete `dns off` from the `cluster` block, or this peer");
        }
        return dns.map(its -> Target.of(its, peer.span())).orElse(List.of());
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Addresses peer) {
        return listOf(addresses.peer(peer).map(range -> Target.of(range, peer.span())));
    }

    private static List<Target> listOf(Optional<Target> target) {
        return target.map(List::of).orElse(List.of());
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Internet peer) {
        problems.notYet(peer);
        return List.of();
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Nodes peer) {
        problems.notYet(peer);
        return List.of();
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Apiserver peer) {
        problems.notYet(peer);
        return List.of();
    }
}
