package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Block;
import dev.knet.reach.objects.PolicyObject.Named;
import dev.knet.reach.objects.PolicyObject.Numbers;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Pods;
import dev.knet.reach.objects.PolicyObject.Port;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a NetworkPolicy with the defaults that the API server fills in. */
final class PolicyReader {
    private static final String INGRESS = "Ingress";
    private static final String EGRESS = "Egress";
    private static final int MOST_TYPES = 2;

    private static final Set<String> OBJECT = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> SPEC = Set.of("podSelector", "policyTypes", "ingress", "egress");
    private static final Set<String> INGRESS_RULE = Set.of("from", "ports");
    private static final Set<String> EGRESS_RULE = Set.of("to", "ports");
    private static final Set<String> PEER = Set.of("podSelector", "namespaceSelector", "ipBlock");
    private static final Set<String> BLOCK = Set.of("cidr", "except");
    private static final Set<String> PORT = Set.of("protocol", "port", "endPort");

    private PolicyReader() {}

    static PolicyObject read(Field object, String namespace, String name, Origin origin) {
        object.expect(OBJECT);
        Field spec = object.get("spec");
        spec.expect(SPEC);
        LabelQuery subjects = SharedFields.selector(spec.get("podSelector"));
        List<Rule> ingress = rules(spec.get("ingress"), "from", INGRESS_RULE);
        List<Rule> egress = rules(spec.get("egress"), "to", EGRESS_RULE);
        List<String> types = types(spec.get("policyTypes"));
        boolean isIngress = types.isEmpty() || types.contains(INGRESS);
        boolean isEgress = types.isEmpty() ? !egress.isEmpty() : types.contains(EGRESS);
        return new PolicyObject(
                namespace,
                name,
                subjects,
                isIngress ? Optional.of(ingress) : Optional.empty(),
                isEgress ? Optional.of(egress) : Optional.empty(),
                !object.get("metadata").get("namespace").text("").isEmpty(),
                origin);
    }

    private static List<String> types(Field field) {
        List<String> types = new ArrayList<>();
        for (Field item : field.items()) {
            String type = item.text("");
            if (!type.equals(INGRESS) && !type.equals(EGRESS)) {
                item.error("takes `Ingress` or `Egress`, not " + Quoted.of(type));
            }
            types.add(type);
        }
        if (types.size() > MOST_TYPES) {
            field.error("takes at most two");
        }
        return types;
    }

    private static List<Rule> rules(Field field, String peers, Set<String> known) {
        List<Rule> rules = new ArrayList<>();
        for (Field rule : field.items()) {
            rule.expect(known);
            List<Peer> read = peers(rule.get(peers));
            rules.add(new Rule(read, ports(rule.get("ports"), peers.equals("to") && haveBlock(read))));
        }
        return rules;
    }

    private static boolean haveBlock(List<Peer> peers) {
        for (Peer peer : peers) {
            if (peer instanceof Block) {
                return true;
            }
        }
        return false;
    }

    private static List<Peer> peers(Field field) {
        List<Peer> peers = new ArrayList<>();
        for (Field peer : field.items()) {
            peer.expect(PEER);
            peer(peer).ifPresent(peers::add);
        }
        return peers;
    }

    private static Optional<Peer> peer(Field peer) {
        Field pods = peer.get("podSelector");
        Field namespaces = peer.get("namespaceSelector");
        Field block = peer.get("ipBlock");
        if (block.isPresent()) {
            if (pods.isPresent() || namespaces.isPresent()) {
                peer.error("has an `ipBlock` and a selector; write them as two peers");
            }
            return block(block);
        }
        if (!pods.isPresent() && !namespaces.isPresent()) {
            peer.error("says nothing; for all pods of all namespaces write `namespaceSelector: {}`");
            return Optional.empty();
        }
        return Optional.of(new Pods(
                namespaces.isPresent() ? Optional.of(SharedFields.selector(namespaces)) : Optional.empty(),
                SharedFields.selector(pods)));
    }

    private static Optional<Peer> block(Field block) {
        block.expect(BLOCK);
        Field cidr = block.get("cidr");
        Optional<AddressRange> range = SharedFields.cidr(cidr);
        List<AddressRange> except = new ArrayList<>();
        for (Field item : block.get("except").items()) {
            Optional<AddressRange> hole = SharedFields.cidr(item);
            if (hole.isPresent() && range.isPresent()) {
                if (!range.get().contains(hole.get()) || range.get().equals(hole.get())) {
                    item.error("is not inside " + Quoted.of(cidr.text("")) + ", or all of it: "
                            + Quoted.of(item.text("")));
                }
                except.add(hole.get());
            }
        }
        return range.map(it -> new Block(it, except));
    }

    private static List<Port> ports(Field field, boolean areOfAddresses) {
        List<Port> ports = new ArrayList<>();
        for (Field port : field.items()) {
            port.expect(PORT);
            ports.add(port(port, areOfAddresses));
        }
        return ports;
    }

    private static Port port(Field field, boolean isOfAddresses) {
        Protocol protocol = SharedFields.protocol(field.get("protocol"));
        Field port = field.get("port");
        Field last = field.get("endPort");
        if (last.isPresent() && !port.isNumber()) {
            last.error("needs a number in `port`");
        }
        if (!port.isPresent()) {
            return new Numbers(PortSet.allOf(protocol));
        }
        if (!port.isNumber()) {
            String name = port.text("");
            if (!LabelSyntax.isPortName(name)) {
                port.error("is no name of a port: " + Quoted.of(name) + "; a number stands without quotes");
            } else if (isOfAddresses) {
                port.warning(
                        "is a name, and addresses have no names for ports: it opens nothing of the `ipBlock`; write a number");
            }
            return new Named(protocol, name);
        }
        int from = SharedFields.port(port);
        int to = last.isPresent() ? SharedFields.port(last) : from;
        if (to < from) {
            last.error("is below `port`: " + to + " and " + from);
        }
        return new Numbers(PortSet.of(protocol, from, Math.max(from, to)));
    }
}
