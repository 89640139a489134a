package dev.knet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** "Across topologies, a statement opens only the end that its own topology generates." */
final class LinkedTopologiesTest {
    private static final String PLATFORM = """
            namespace platform {
              deployment db { image "db:1"; port sql tcp/5432 }
              %s
            }
            """;
    private static final String SHOP = """
            use "platform.knet"
            namespace shop {
              deployment web { image "web:1" }
              deployment batch { image "batch:1" }
              %s
            }
            """;

    private static Asked both(String platform, String shop) {
        return Asked.of(Map.of("platform.knet", PLATFORM.formatted(platform), "shop.knet", SHOP.formatted(shop)));
    }

    @Test
    void whatNobodyIsolatesIsOpen() {
        assertThat(both("", "").who("platform/db", "tcp/5432")).containsExactly("shop/web", "shop/batch");
    }

    @Test
    void theOtherTopologyDoesNotOpenATarget() {
        Asked both = both("deny ingress", "deny egress; web reaches platform/db");
        assertThat(both.who("platform/db", "tcp/5432")).isEmpty();
    }

    @Test
    void theOtherTopologyDoesNotOpenASource() {
        Asked both = both("db allows any namespace", "deny egress from web");
        assertThat(both.who("platform/db", "tcp/5432")).containsExactly("shop/batch");
    }

    @Test
    void eachOpensItsOwnEnd() {
        Asked both = both("db allows any namespace", "deny egress; web reaches platform/db");
        assertThat(both.who("platform/db", "tcp/5432")).containsExactly("shop/web");
        assertThat(both.who("platform/db", "tcp/5433")).isEmpty();
    }

    /** The sentence is about another's target: it lets the own sources out, and shuts nobody else in. */
    @Test
    void aSubjectOfAnotherTopologyIsNotIsolated() {
        Asked both = both("", "deny egress from batch; platform/db allows batch");
        assertThat(both.who("platform/db", "tcp/5432")).containsExactly("shop/web", "shop/batch");
        assertThat(both.who("platform/db", "tcp/5433")).containsExactly("shop/web");
    }

    @Test
    void aDenialHoldsForAll() {
        Asked both = both("db allows any namespace", "platform/db denies batch");
        assertThat(both.who("platform/db", "tcp/5432")).containsExactly("shop/web");
    }

    @Test
    void everybodyUsesTheDnsOfTheOwnTopology() {
        String platform = """
                deny all
                db reaches 10.0.0.0/8 on tcp/443
                }
                cluster { dns openshift }
                namespace ops {
                """;
        Asked both = both(platform, "deny egress from web; platform/db allows web")
                .pod("kube-dns", "kube-system", Map.of("k8s-app", "kube-dns"))
                .pod("openshift", "openshift-dns", Map.of("dns.operator.openshift.io/daemonset-dns", "default"));
        assertThat(both.who("kube-dns", "udp/53")).containsExactly("shop/web", "shop/batch", "openshift");
        assertThat(both.who("openshift", "udp/5353")).containsExactly("platform/db", "shop/batch", "kube-dns");
    }

    /** Policies add up where two topologies isolate the same pods: either opens what it says. */
    @Test
    void bothMayIsolateANamespace() {
        String shop = """
                web reaches platform/db
                }
                existing namespace platform {
                  deny ingress to db
                  db allows shop/web
                """;
        Asked both = both("deny ingress", shop).pod("other", "other", Map.of());
        assertThat(both.who("platform/db", "tcp/5432")).containsExactly("shop/web");
        assertThat(both.who("platform/db", "tcp/5433")).isEmpty();
    }

    /** A topology that has a block for a namespace without isolating a pod there writes no policy for it. */
    @Test
    void whoIsolatesNobodyOpensNobody() {
        String shop = """
                web reaches platform/db
                }
                existing namespace platform {
                  deployment exporter { labels app=exporter; port tcp/9100 }
                """;
        assertThat(both("deny ingress", shop).who("platform/db", "tcp/5432")).isEmpty();
    }

    /** Each team says of the other's pods what it knows of them. */
    @Test
    void anotherTopologysWorkloadIsKnownByItsLabels() {
        String shop = """
                deny egress
                web reaches cache/redis
                }
                existing namespace cache {
                  deployment redis { labels app=redis; port tcp/6379 }
                """;
        String platform = """
                }
                namespace cache {
                  deployment redis { image "redis:1"; labels app=redis, tier=back; port tcp/6379 }
                """;
        Asked both = both(platform, shop);
        assertThat(both.who("cache/redis", "tcp/6379")).contains("shop/web").doesNotContain("shop/batch");
    }

    @Test
    void topologiesMayUseEachOther() {
        Asked circle = Asked.of(
                        Map.of(
                                "a.knet",
                                "use \"b.knet\"\nnamespace one { deployment a { image \"a:1\"; port tcp/80 }; a allows b }",
                                "b.knet",
                                "use \"a.knet\"\nnamespace two { deployment b { image \"b:1\"; port tcp/80 }; b allows one/a }"))
                .pod("other", "other", Map.of());
        assertThat(circle.who("one/a", "tcp/80")).containsExactly("two/b");
        assertThat(circle.who("two/b", "tcp/80")).containsExactly("one/a");
    }
}
