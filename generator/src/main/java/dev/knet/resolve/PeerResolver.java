package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Dns;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
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
    private final Viewpoints viewpoints;

    PeerResolver(
            Directory directory,
            LabelReader labels,
            AddressReader addresses,
            Problems problems,
            Namespace from,
            Viewpoints viewpoints) {
        this.directory = directory;
        this.labels = labels;
        this.addresses = addresses;
        this.problems = problems;
        this.from = from;
        this.viewpoints = viewpoints;
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Named peer) {
        return directory
                .peer(peer.name(), from)
                .map(named -> targets(named, peer.span()))
                .orElse(List.of());
    }

    private List<Target> targets(Directory.Named named, Span span) {
        if (named.workload().isPresent()) {
            return List.of(Target.of(named.workload().get(), span));
        }
        return named.group().isPresent()
                ? viewpoints.groups().members(named.group().get(), span, viewpoints)
                : ofService(named.service().orElseThrow(), span);
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.OfService peer) {
        return directory
                .service(peer.name(), from)
                .map(service -> ofService(service, peer.span()))
                .orElse(List.of());
    }

    private List<Target> ofService(Service service, Span span) {
        return service.fold(pods -> List.of(Target.of(pods, viewpoints, span)), host -> {
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
        Optional<Dns> dns = viewpoints.dns();
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
        return List.of(Target.of(viewpoints.internet(), peer.span()));
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Nodes peer) {
        List<Peer> nodes = viewpoints.nodes();
        if (nodes.isEmpty()) {
            unsaid(peer, "the nodes of the cluster are", "nodes 10.0.0.0/16");
            return List.of();
        }
        return List.of(Target.of(nodes, peer.span()));
    }

    @Override
    public List<Target> visit(dev.knet.syntax.Peer.Apiserver peer) {
        Optional<Permission.Opening> apiserver = viewpoints.apiserver();
        if (apiserver.isEmpty()) {
            unsaid(peer, "the API server of the cluster is", "apiserver 10.0.0.5/32 on tcp/6443");
            return List.of();
        }
        return List.of(Target.of("apiserver", apiserver.get(), peer.span()));
    }

    private void unsaid(dev.knet.syntax.Peer peer, String what, String example) {
        problems.add(Diagnostic.of(Rule.NOT_SAID, peer.span(), "this file does not say where " + what)
                .withNote("a NetworkPolicy knows addresses only")
                .withHelp("say it, as in `cluster { " + example + " }`"));
    }

    /** Whether a peer is addresses, as every member of a network must be; what is wrong is reported. */
    boolean isOfAddresses(dev.knet.syntax.Peer peer, String what) {
        if (peer instanceof dev.knet.syntax.Peer.Addresses || peer instanceof dev.knet.syntax.Peer.Internet) {
            return true;
        }
        Optional<Directory.Named> named = peer instanceof dev.knet.syntax.Peer.Named written
                ? directory.peer(written.name(), from)
                : Optional.empty();
        boolean isUnknown = peer instanceof dev.knet.syntax.Peer.Named && named.isEmpty();
        boolean isNetwork = named.flatMap(Directory.Named::group)
                .map(group -> group.statement().network())
                .orElse(false);
        if (!isNetwork && !isUnknown) {
            problems.add(
                    Rule.NOT_ADDRESSES,
                    peer.span(),
                    "`" + peer.span().oneLine() + "` is not addresses",
                    what.equals("network")
                            ? "a network is made of addresses, other networks and `internet`; a `group` takes every peer"
                            : "write addresses, as in `10.0.0.0/16`, or the name of a `network`");
        }
        return isNetwork;
    }
}
