package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressRange;
import dev.knet.model.AddressText;
import dev.knet.model.Dns;
import dev.knet.model.Namespace;
import dev.knet.model.Namespaces;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Protocol;
import dev.knet.model.Requirement;
import dev.knet.model.Selector;
import dev.knet.source.Span;
import dev.knet.syntax.ClusterDns;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who answers the cluster's names: one of the well-known arrangements, or peers that the file names. */
final class DnsResolver {
    private static final int PORT = 53;
    private static final int OPENSHIFT_PORT = 5353;

    private final PeerResolver peers;
    private final PortResolver ports;
    private final Namespace outside;
    private final Problems problems;

    DnsResolver(PeerResolver peers, PortResolver ports, Namespace outside, Problems problems) {
        this.peers = peers;
        this.outside = outside;
        this.ports = ports;
        this.problems = problems;
    }

    /** Of the statement; without one, kube-dns. */
    Optional<Dns> dns(@Nullable ClusterDns statement, Span file) {
        if (statement == null) {
            return Optional.of(dns(PORT, List.of(kubeDns()), file));
        }
        String word = statement.word();
        return word == null ? Optional.of(own(statement)) : known(word, statement.span());
    }

    private static Optional<Dns> known(String word, Span span) {
        return switch (word) {
            case "off" -> Optional.empty();
            case "openshift" -> {
                Peer daemons = pods("openshift-dns", "dns.operator.openshift.io/daemonset-dns", "default");
                yield Optional.of(dns(OPENSHIFT_PORT, List.of(daemons), span));
            }
            case "node-local" ->
                Optional.of(dns(PORT, List.of(kubeDns(), new Peer.Addresses(nodeLocal(), List.of())), span));
            default -> Optional.of(dns(PORT, List.of(kubeDns()), span));
        };
    }

    private static Dns dns(int port, List<Peer> peers, Span span) {
        Ports ports = Ports.of(List.of(Port.Range.one(Protocol.UDP, port), Port.Range.one(Protocol.TCP, port)));
        return new Dns(List.of(new Permission.Opening(peers, ports)), span);
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

    private Dns own(ClusterDns statement) {
        List<Target> targets = new ArrayList<>();
        for (dev.knet.syntax.Peer written : statement.peers()) {
            if (written instanceof dev.knet.syntax.Peer.Dns) {
                problems.add(
                        Rule.NOT_A_PEER,
                        written.span(),
                        "`dns` cannot stand for itself",
                        "name its pods; a workload of this name is `./dns`");
            } else {
                targets.addAll(written.accept(peers));
            }
        }
        Optional<List<Permission.Opening>> openings = ports.openings(targets, statement.ports(), outside);
        return new Dns(openings.orElse(List.of()), statement.span());
    }
}
