package dev.knet.emit.report;

import dev.knet.emit.report.Sentences.Sentence;
import dev.knet.reach.End;
import dev.knet.reach.Reachability;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.NamespaceObject;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PodsObject.ContainerPort;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Block;
import dev.knet.reach.objects.PolicyObject.Named;
import dev.knet.reach.objects.PolicyObject.Numbers;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.objects.ServiceObject;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A web server, its database and a monitor, all isolated; the sample of the reference. */
final class Shop {
    static final End WEB = new End.Workload("shop", "web", "Deployment");
    static final End DB = new End.Workload("shop", "db", "StatefulSet");
    static final End MONITOR = new End.Workload("monitoring", "prometheus", "Deployment");
    static final AddressRange OFFICE = AddressRange.ofCidr("203.0.113.0/24").orElseThrow();

    private static final Optional<List<Rule>> NONE = Optional.empty();

    static final ClusterObjects OBJECTS = new ClusterObjects(
            List.of(namespace("shop"), namespace("monitoring")),
            List.of(
                    pods("shop", "Deployment", "web", new ContainerPort("http", Protocol.TCP, 8080)),
                    pods("shop", "StatefulSet", "db", new ContainerPort("sql", Protocol.TCP, 5432)),
                    pods("monitoring", "Deployment", "prometheus")),
            List.of(
                    service(
                            "web",
                            ServiceObject.Type.LOAD_BALANCER,
                            new ServiceObject.Port("", Protocol.TCP, 80, 0, "http", OptionalInt.of(30080)),
                            List.of(OFFICE)),
                    service(
                            "db",
                            ServiceObject.Type.CLUSTER_IP,
                            new ServiceObject.Port("", Protocol.TCP, 15432, 5432, "", OptionalInt.empty()),
                            List.of())),
            List.of(
                    policy(
                            "deny-all",
                            LabelQuery.EVERYTHING,
                            Optional.of(List.of()),
                            Optional.of(List.of()),
                            "shop.yaml:10"),
                    policy(
                            "allow-web",
                            app("web"),
                            Optional.of(List.of(
                                    rule(new Block(OFFICE, List.of()), new Named(Protocol.TCP, "http")),
                                    rule(
                                            new Pods(
                                                    Optional.of(LabelQuery.of(
                                                            Map.of(NamespaceObject.NAME_LABEL, "monitoring"))),
                                                    LabelQuery.EVERYTHING),
                                            numbers(Protocol.TCP, 9090)))),
                            Optional.of(List.of(rule(pods("db"), numbers(Protocol.TCP, 5432)))),
                            "shop.yaml:24"),
                    policy(
                            "allow-db",
                            app("db"),
                            Optional.of(List.of(rule(pods("web"), numbers(Protocol.TCP, 5432)))),
                            NONE,
                            "shop.yaml:48")),
            List.of());

    static final Sentences SENTENCES = new Sentences() {
        @Override
        public List<Sentence> behind(PolicyObject policy, Direction direction, int rule) {
            return switch (policy.name() + " " + direction + " " + rule) {
                case "allow-web INGRESS 0" -> List.of(new Sentence("web allows 203.0.113.0/24", "shop.knet:5:3"));
                case "allow-web INGRESS 1" ->
                    List.of(new Sentence("web allows namespace monitoring on tcp/9090", "shop.knet:6:3"));
                case "allow-web EGRESS 0", "allow-db INGRESS 0" ->
                    List.of(new Sentence("db allows web", "shop.knet:7:3"));
                default -> List.of();
            };
        }

        @Override
        public List<Sentence> isolating(PolicyObject policy, Direction direction) {
            return policy.name().equals("deny-all") ? List.of(new Sentence("deny all", "shop.knet:4:3")) : List.of();
        }
    };

    private Shop() {}

    static Reachability reachability() {
        return Reachability.of(OBJECTS, new Reachability.Options(false, false, List.of()));
    }

    static NamespaceObject namespace(String name) {
        return new NamespaceObject(name, Map.of(NamespaceObject.NAME_LABEL, name), Origin.CODE);
    }

    static PodsObject pods(String namespace, String kind, String name, ContainerPort... ports) {
        return new PodsObject(namespace, kind, name, Map.of("app", name), List.of(ports), false, Origin.CODE);
    }

    private static ServiceObject service(
            String name, ServiceObject.Type type, ServiceObject.Port port, List<AddressRange> ranges) {
        return new ServiceObject("shop", name, type, Map.of("app", name), List.of(port), ranges, false, Origin.CODE);
    }

    static PolicyObject policy(
            String name,
            LabelQuery subjects,
            Optional<List<Rule>> ingress,
            Optional<List<Rule>> egress,
            String origin) {
        int colon = origin.indexOf(':');
        return new PolicyObject(
                "shop",
                name,
                subjects,
                ingress,
                egress,
                new Origin(origin.substring(0, colon), Integer.parseInt(origin.substring(colon + 1))));
    }

    static LabelQuery app(String name) {
        return LabelQuery.of(Map.of("app", name));
    }

    static Pods pods(String app) {
        return new Pods(Optional.empty(), app(app));
    }

    static Rule rule(Peer peer, Port port) {
        return new Rule(List.of(peer), List.of(port));
    }

    static Numbers numbers(Protocol protocol, int port) {
        return new Numbers(PortSet.of(protocol, port));
    }
}
