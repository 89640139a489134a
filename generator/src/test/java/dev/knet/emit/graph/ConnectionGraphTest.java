package dev.knet.emit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConnectionGraphTest {
    private static final PortSet HTTP = PortSet.of(Protocol.TCP, 80);

    @Test
    void framesNamespaces() {
        End web = new End.Workload("shop", "web", "Deployment");
        End outside = new End.External(AddressRange.ALL_V4);
        End known = new End.Stranger("shop", Map.of(), Map.of("app", "x"));
        End anyone = new End.Stranger("", Map.of(), Map.of());

        assertThat(ConnectionGraph.dot(List.of(
                        new Connection(outside, web, PortSet.ALL),
                        new Connection(known, web, HTTP),
                        new Connection(anyone, web, HTTP))))
                .isEqualTo("""
                        digraph {
                        \t"*/*[Pod]" [label="*/*[Pod]" shape=box style=dashed]
                        \t"0.0.0.0-255.255.255.255[External]" [label="0.0.0.0-255.255.255.255[External]"]
                        \tsubgraph "cluster_shop" {
                        \t\t"shop/web[Deployment]" [label="web[Deployment]" shape=box]
                        \t\t"shop/{app=x}[Pod]" [label="{app=x}[Pod]" shape=box style=dashed]
                        \t\tlabel="shop"
                        \t}
                        \t"*/*[Pod]" -> "shop/web[Deployment]" [label="TCP 80"]
                        \t"0.0.0.0-255.255.255.255[External]" -> "shop/web[Deployment]" [label="All Connections"]
                        \t"shop/{app=x}[Pod]" -> "shop/web[Deployment]" [label="TCP 80"]
                        }
                        """);
    }

    @Test
    void namesCannotLeaveTheirQuotes() {
        End hostile = new End.Workload("", "a\" [URL=\"x\\", "&lt;\n\\N");
        assertThat(ConnectionGraph.dot(List.of(new Connection(hostile, hostile, HTTP))))
                .contains(
                        "\t\"a\\\" [URL=\\\"x\\\\[&lt;\\\\n\\\\N]\" [label=\"a\\\" [URL=\\\"x\\\\[&amp;lt;\\\\n\\\\N]\" shape=box]\n");
    }
}
