package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.objects.NativePolicy.Rule;
import dev.knet.reach.objects.Who;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One element of a list of rules of Cilium. */
final class CiliumRule {
    private static final String DISABLED = "disabled";

    private final String path;
    private final Action action;
    private final CiliumPeers peers;
    private final List<CiliumPorts> ports = new ArrayList<>();
    private final boolean isCertain;

    /** The namespace is empty for one of the whole cluster. */
    CiliumRule(Field field, String path, Action action, boolean isEgress, String namespace) {
        this.path = path;
        this.action = action;
        Set<String> known = new HashSet<>(CiliumPeers.fields(isEgress));
        known.addAll(Set.of("toPorts", "icmps"));
        if (action == Action.ALLOW) {
            known.add("authentication");
        }
        field.expect(known);
        Field lists = field.get("toPorts");
        Field icmps = field.get("icmps");
        if (lists.isPresent() && icmps.isPresent()) {
            icmps.error("cannot stand with `toPorts`; write them as two rules");
        }
        this.peers = new CiliumPeers(field, isEgress, action, namespace, lists.isPresent() || icmps.isPresent());
        lists.items().forEach(item -> ports.add(CiliumPorts.of(item, action, isEgress)));
        icmps.items().forEach(item -> ports.add(CiliumPorts.ofIcmp(item)));
        if (ports.isEmpty() && !lists.isPresent() && !icmps.isPresent()) {
            ports.add(CiliumPorts.ALL);
        }
        this.isCertain = isCertain(field.get("authentication"));
    }

    private static boolean isCertain(Field authentication) {
        String mode = authentication.get("mode").text(DISABLED);
        if (!mode.equals(DISABLED)) {
            authentication.warning("lets through whoever authenticates, which is not known here");
        }
        return mode.equals(DISABLED);
    }

    /** One for each list of ports, since each may be open in part. */
    List<Rule> finish(Surroundings surroundings) {
        List<Rule> rules = new ArrayList<>();
        Who who = peers.who(surroundings);
        for (CiliumPorts some : ports) {
            rules.add(new Rule(path, action, Who.EVERYBODY, who, some.list(), isCertain && some.isCertain()));
        }
        return rules;
    }
}
