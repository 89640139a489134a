package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.ClusterBlock;
import dev.knet.syntax.ClusterCni;
import dev.knet.syntax.ClusterDns;
import dev.knet.syntax.ClusterEnds;
import dev.knet.syntax.ClusterVersion;
import dev.knet.syntax.CniSwitch;
import dev.knet.syntax.Name;
import dev.knet.syntax.Port;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** What is said of the cluster. */
final class ClusterBuilder {
    private final SourceFile file;
    private final Names names;
    private final RelationBuilder relations;

    ClusterBuilder(SourceFile file, Names names, RelationBuilder relations) {
        this.file = file;
        this.names = names;
        this.relations = relations;
    }

    ClusterBlock cluster(KnetParser.ClusterBlockContext context) {
        List<ClusterCni> cni = new ArrayList<>();
        List<ClusterVersion> kubernetes = new ArrayList<>();
        List<ClusterDns> dns = new ArrayList<>();
        List<ClusterEnds> nodes = new ArrayList<>();
        List<ClusterEnds> apiservers = new ArrayList<>();
        for (KnetParser.ClusterItemContext item : context.clusterItem()) {
            if (item.CNI() != null) {
                cni.add(cni(item));
            } else if (item.kubernetesVersion() != null) {
                kubernetes.add(new ClusterVersion(item.kubernetesVersion().getText(), span(item.kubernetesVersion())));
            } else if (item.clusterDns() != null) {
                dns.add(dns(item.clusterDns()));
            } else {
                (item.NODES() == null ? apiservers : nodes).add(ends(item));
            }
        }
        return new ClusterBlock(cni, kubernetes, dns, nodes, apiservers, span(context));
    }

    private ClusterCni cni(KnetParser.ClusterItemContext item) {
        List<CniSwitch> switches = new ArrayList<>();
        if (item.cniBody() != null) {
            for (KnetParser.CniItemContext one : item.cniBody().cniItem()) {
                switches.add(cniSwitch(one.cniSwitch()));
            }
        }
        return new ClusterCni(names.name(item.name()), switches, span(item));
    }

    private CniSwitch cniSwitch(KnetParser.CniSwitchContext context) {
        Name value = context.name(1) == null ? null : names.name(context.name(1));
        return new CniSwitch(names.name(context.name(0)), value, span(context));
    }

    private ClusterDns dns(KnetParser.ClusterDnsContext context) {
        if (context instanceof KnetParser.OwnDnsContext own) {
            return new ClusterDns(null, relations.peers(own.peers()), relations.ports(own.ports()), span(context));
        }
        return new ClusterDns(context.getText(), List.of(), List.of(), span(context));
    }

    private ClusterEnds ends(KnetParser.ClusterItemContext item) {
        List<Port> ports = item.ports() == null ? List.of() : relations.ports(item.ports());
        return new ClusterEnds(relations.peers(item.peers()), ports, span(item));
    }

    private Span span(ParserRuleContext context) {
        return Spans.of(file, context);
    }
}
