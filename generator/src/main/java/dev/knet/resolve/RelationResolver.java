package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressRange;
import dev.knet.model.AddressText;
import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.Isolation;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Protocol;
import dev.knet.model.Requirement;
import dev.knet.model.Selector;
import dev.knet.syntax.ClusterDns;
import dev.knet.syntax.Member;
import dev.knet.syntax.PolicyBlock;
import dev.knet.syntax.Relation;
import dev.knet.syntax.Sentence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sentences: who may talk to whom, and who is isolated. */
final class RelationResolver {
    private static final int DNS_PORT = 53;
    private static final int OPENSHIFT_DNS_PORT = 5353;

    private final Directory directory;
    private final LabelReader labels;
    private final AddressReader addresses;
    private final Problems problems;
    private final PortResolver ports;
    private final List<Permission> permissions = new ArrayList<>();
    private final List<Isolation> isolations = new ArrayList<>();

    RelationResolver(Directory directory, LabelReader labels, ThingResolver things, Problems problems) {
        this.directory = directory;
        this.labels = labels;
        this.addresses = things.addresses();
        this.problems = problems;
        this.ports = new PortResolver(problems, things.workloads(), things.services());
    }

    List<Permission> permissions() {
        return permissions;
    }

    List<Isolation> isolations() {
        return isolations;
    }

    /** Of the statement, or kube-dns without one. */
    Optional<Dns> dns(@Nullable ClusterDns statement, Namespace from) {
        String word = statement == null ? "kube-dns" : statement.word();
        if (statement != null && word == null) {
            return Optional.of(ownDns(statement, from));
        }
        return switch (String.valueOf(word)) {
            case "off" -> Optional.empty();
            case "openshift" ->
                Optional.of(dns(
                        OPENSHIFT_DNS_PORT,
                        List.of(pods("openshift-dns", "dns.operator.openshift.io/daemonset-dns", "default"))));
            case "node-local" ->
                Optional.of(dns(DNS_PORT, List.of(kubeDns(), new Peer.Addresses(nodeLocal(), List.of()))));
            default -> Optional.of(dns(DNS_PORT, List.of(kubeDns())));
        };
    }

    private static Dns dns(int port, List<Peer> peers) {
        return new Dns(
                peers, Ports.of(List.of(Port.Range.one(Protocol.UDP, port), Port.Range.one(Protocol.TCP, port))));
    }

    private static Peer kubeDns() {
        return pods("kube-system", "k8s-app", "kube-dns");
    }

    private static Peer pods(String namespace, String key, String value) {
        Selector named = new Selector(List.of(Requirement.equal(Namespace.NAME_LABEL, namespace)));
        return Peer.Pods.of(new Namespaces.Matching(named), new Selector(List.of(Requirement.equal(key, value))));
    }

    /** Where NodeLocal DNSCache listens on every node. */
    private static AddressRange nodeLocal() {
        BigInteger address = AddressText.readV4("169.254.20.10").orElseThrow();
        return new AddressRange(4, address, 32);
    }

    private Dns ownDns(ClusterDns statement, Namespace from) {
        PeerResolver resolver = new PeerResolver(directory, labels, addresses, problems, from, Optional.empty());
        List<Peer> peers = new ArrayList<>();
        List<Port> open = new ArrayList<>();
        for (dev.knet.syntax.Peer written : statement.peers()) {
            Optional<Target> target = written.accept(resolver);
            target.ifPresent(found -> peers.addAll(found.peers()));
            target.flatMap(found -> ports.ports(found, statement.ports()))
                    .ifPresent(found -> open.addAll(found.list()));
        }
        return new Dns(peers, open.isEmpty() ? Ports.ANY : Ports.of(open));
    }

    void read(List<Member> members, Namespace namespace, Optional<Dns> dns) {
        PeerResolver resolver = new PeerResolver(directory, labels, addresses, problems, namespace, dns);
        for (Member member : members) {
            if (member instanceof Relation relation) {
                relation.accept(new Reader(resolver, namespace, Optional.empty()));
            } else if (member instanceof PolicyBlock policy) {
                Reader reader = new Reader(
                        resolver, namespace, Optional.of(policy.name().text()));
                policy.relations().forEach(relation -> relation.accept(reader));
            }
        }
    }

    /** Reads the statements of one namespace, or of one policy block in it. */
    private final class Reader implements Relation.Visitor<Boolean> {
        private final PeerResolver resolver;
        private final Namespace namespace;
        private final Optional<String> policyName;

        Reader(PeerResolver resolver, Namespace namespace, Optional<String> policyName) {
            this.resolver = resolver;
            this.namespace = namespace;
            this.policyName = policyName;
        }

        @Override
        public Boolean visit(Sentence sentence) {
            boolean allows = sentence.verb() == Sentence.Verb.ALLOWS;
            Optional<List<Target>> subjects = subjects(sentence.subjects());
            Optional<List<Target>> objects = targets(sentence.objects());
            if (subjects.isEmpty() || objects.isEmpty()) {
                return false;
            }
            List<Target> sources = allows ? objects.get() : subjects.get();
            List<Target> targets = allows ? subjects.get() : objects.get();
            return openings(targets, sentence.ports())
                    .map(openings -> permissions.add(new Permission(
                            allows ? Direction.INGRESS : Direction.EGRESS,
                            sources.stream()
                                    .flatMap(source -> source.peers().stream())
                                    .toList(),
                            openings,
                            policyName,
                            sentence.span().oneLine(),
                            sentence.span())))
                    .orElse(false);
        }

        @Override
        public Boolean visit(dev.knet.syntax.Isolation isolation) {
            Optional<List<Target>> subjects = isolation.subjects().isEmpty()
                    ? Optional.of(List.of(Target.of(Peer.Pods.all(namespace), isolation.span())))
                    : subjects(isolation.subjects());
            return subjects.map(targets -> isolations.add(new Isolation(
                            directions(isolation.side()),
                            pods(targets),
                            policyName,
                            isolation.span().oneLine(),
                            isolation.span())))
                    .orElse(false);
        }

        private List<Direction> directions(dev.knet.syntax.Isolation.Side side) {
            return switch (side) {
                case INGRESS -> List.of(Direction.INGRESS);
                case EGRESS -> List.of(Direction.EGRESS);
                case ALL -> List.of(Direction.INGRESS, Direction.EGRESS);
            };
        }

        private List<Peer.Pods> pods(List<Target> targets) {
            List<Peer.Pods> pods = new ArrayList<>();
            for (Target target : targets) {
                target.peers().forEach(peer -> peer.fold(pods::add, addresses -> false, anyone -> false));
            }
            return pods;
        }

        /** Targets with the same ports stand together, in the order of the first of them. */
        private Optional<List<Permission.Opening>> openings(List<Target> targets, List<dev.knet.syntax.Port> written) {
            Map<Ports, List<Peer>> byPorts = new LinkedHashMap<>();
            boolean fine = true;
            for (Target target : targets) {
                Optional<Ports> open = ports.ports(target, written);
                fine &= open.isPresent();
                open.ifPresent(found ->
                        byPorts.computeIfAbsent(found, p -> new ArrayList<>()).addAll(target.peers()));
            }
            List<Permission.Opening> openings = new ArrayList<>();
            byPorts.forEach((open, peers) -> openings.add(new Permission.Opening(peers, open)));
            return fine ? Optional.of(openings) : Optional.empty();
        }

        private Optional<List<Target>> targets(List<dev.knet.syntax.Peer> peers) {
            List<Target> targets = new ArrayList<>();
            for (dev.knet.syntax.Peer peer : peers) {
                peer.accept(resolver).ifPresent(targets::add);
            }
            return targets.size() == peers.size() ? Optional.of(targets) : Optional.empty();
        }

        /** Whom a statement isolates: a policy can be written only for pods of a namespace that is known. */
        private Optional<List<Target>> subjects(List<dev.knet.syntax.Peer> peers) {
            Optional<List<Target>> targets = targets(peers);
            boolean fine = true;
            for (Target target : targets.orElse(List.of())) {
                fine &= isSubject(target);
            }
            return fine ? targets : Optional.empty();
        }

        private boolean isSubject(Target target) {
            boolean fits = target.peers().stream()
                    .allMatch(peer ->
                            peer.fold(pods -> pods.namespace().isPresent(), addresses -> false, anyone -> false));
            if (!fits) {
                problems.add(
                        Rule.NOT_A_SUBJECT,
                        target.span(),
                        "no policy can be written for `" + target.name() + "`",
                        "a policy is for pods of one namespace: name workloads, `pods(…)`, or each namespace");
            }
            return fits;
        }
    }
}
