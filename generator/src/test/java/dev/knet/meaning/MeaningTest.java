package dev.knet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The section "Meaning" of the language's description, sentence by sentence. */
final class MeaningTest {
    private static final String THREE = """
            namespace shop {
              deployment web { image "web:1"; port http tcp/8080 }
              deployment api { image "api:1"; port http tcp/8080 }
              deployment db { image "db:1"; port sql tcp/5432 }
              %s
            }
            """;

    private static Asked shop(String sentences) {
        return Asked.of(THREE.formatted(sentences));
    }

    // ---- isolation

    @Test
    void whereNothingIsSaidEverythingIsPossible() {
        Asked shop = shop("").address("10.0.0.1");
        assertThat(shop.who("shop/web", "tcp/1")).containsExactly("shop/api", "shop/db", "10.0.0.1");
        assertThat(shop.who("10.0.0.1", "icmp")).containsExactly("shop/web", "shop/api", "shop/db");
    }

    @Test
    void denyIngressIsolatesTargets() {
        Asked shop = shop("deny ingress to web");
        assertThat(shop.who("shop/web", "tcp/8080")).isEmpty();
        assertThat(shop.who("shop/web", "icmp")).isEmpty();
        assertThat(shop.who("shop/db", "tcp/5432")).containsExactly("shop/web", "shop/api");
    }

    @Test
    void denyEgressIsolatesSources() {
        Asked shop = shop("deny egress from web").address("10.0.0.1");
        assertThat(shop.who("shop/db", "tcp/5432")).containsExactly("shop/api", "10.0.0.1");
        assertThat(shop.who("10.0.0.1", "tcp/443")).containsExactly("shop/api", "shop/db");
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("shop/api", "shop/db", "10.0.0.1");
    }

    @Test
    void denyAllIsBoth() {
        Asked shop = shop("deny all for web");
        assertThat(shop.who("shop/web", "tcp/8080")).isEmpty();
        assertThat(shop.who("shop/db", "tcp/5432")).containsExactly("shop/api");
    }

    @Test
    void theLeftOfAllowsIsIsolated() {
        Asked shop = shop("web allows api");
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("shop/api");
        assertThat(shop.who("shop/web", "tcp/8081")).isEmpty();
        assertThat(shop.who("shop/db", "tcp/5432")).containsExactly("shop/web", "shop/api");
    }

    @Test
    void theLeftOfReachesIsIsolated() {
        Asked shop = shop("web reaches db");
        assertThat(shop.who("shop/db", "tcp/5432")).containsExactly("shop/web", "shop/api");
        assertThat(shop.who("shop/db", "tcp/5433")).containsExactly("shop/api");
        assertThat(shop.who("shop/api", "tcp/8080")).containsExactly("shop/db");
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("shop/api", "shop/db");
    }

    // ---- both ends

    @Test
    void oneStatementOpensBothEnds() {
        Asked shop = shop("deny all; web allows api; api reaches db");
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("shop/api");
        assertThat(shop.who("shop/db", "tcp/5432")).containsExactly("shop/api");
        assertThat(shop.who("shop/api", "tcp/8080")).isEmpty();
    }

    @Test
    void theOtherEndIsOpenedWhereItIsIsolatedAndOnlyThere() {
        Asked shop = shop("deny egress from pods(role=b); web allows pods(tier=a)")
                .pod("both", "shop", Map.of("tier", "a", "role", "b"))
                .pod("free", "shop", Map.of("tier", "a"))
                .pod("shut", "shop", Map.of("role", "b"));
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("both", "free");
        assertThat(shop.who("shop/db", "tcp/5432")).contains("free").doesNotContain("both", "shut");
    }

    @Test
    void podsOfOneWorkloadMeetEachOther() {
        Asked shop = shop("deny all; web allows web").pod("second", "shop", Map.of("app", "web"));
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("second");
    }

    // ---- denials

    @Test
    void noDeniesCoversWhatIsPossible() {
        Asked shop = shop("web allows pods on any port; web denies db on http; db denies web");
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("shop/api");
        assertThat(shop.who("shop/web", "tcp/8081")).containsExactly("shop/api", "shop/db");
        assertThat(shop.who("shop/db", "icmp")).containsExactly("shop/api");
    }

    @Test
    void deniesIsolatesNobody() {
        Asked shop = shop("web denies db").address("10.0.0.1");
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("shop/api", "10.0.0.1");
        assertThat(shop.who("10.0.0.1", "tcp/443")).containsExactly("shop/web", "shop/api", "shop/db");
    }

    // ---- DNS

    private static Asked withDns(Asked asked) {
        return asked.pod("dns", "kube-system", Map.of("k8s-app", "kube-dns"));
    }

    @Test
    void whoMayReachAnythingElseGetsDns() {
        Asked shop = withDns(shop("deny all; web allows api"));
        assertThat(shop.who("dns", "udp/53")).containsExactly("shop/api");
        assertThat(shop.who("dns", "tcp/53")).containsExactly("shop/api");
        assertThat(shop.who("dns", "udp/54")).isEmpty();
    }

    @Test
    void dnsAloneIsNothingElse() {
        Asked shop = withDns(shop("deny all; web reaches dns on udp/53"));
        assertThat(shop.who("dns", "udp/53")).containsExactly("shop/web");
        assertThat(shop.who("dns", "tcp/53")).isEmpty();
    }

    @Test
    void dnsCanBeOff() {
        Asked shop = withDns(Asked.of("cluster { dns off }\n" + THREE.formatted("deny all; web allows api")));
        assertThat(shop.who("dns", "udp/53")).isEmpty();
    }

    @Test
    void dnsOpensAServerThatIsIsolatedHere() {
        String server = "existing namespace kube-system { deny ingress to pods(k8s-app=kube-dns) }\n";
        Asked shop = withDns(Asked.of(server + THREE.formatted("deny egress from api, db; web allows api")));
        assertThat(shop.who("dns", "udp/53")).containsExactly("shop/api");
    }

    @Test
    void dnsIsDeniedLikeAnythingElse() {
        Asked shop = withDns(shop("deny all; web allows api; dns denies api on udp/53"));
        assertThat(shop.who("dns", "udp/53")).isEmpty();
        assertThat(shop.who("dns", "tcp/53")).containsExactly("shop/api");
    }

    @Test
    void whoIsDeniedAllTheRestGetsNoDns() {
        Asked shop = withDns(shop("deny all; web allows api; web denies api on any port"));
        assertThat(shop.who("dns", "udp/53")).isEmpty();
        assertThat(shop.atMost("dns", "udp/53")).isEmpty();
    }

    @Test
    void whoMayReachSomebodyInSpiteOfADenialGetsDns() {
        Asked shop = withDns(shop("deny all; pods allow api on tcp/80-90; pods deny api on tcp/80-85, tcp/87-90"));
        assertThat(shop.who("dns", "udp/53")).containsExactly("shop/api");
    }

    @Test
    void whereSomebodyElseMayBeThereItCannotBeTold() {
        Asked shop = withDns(shop("deny all; pods(tier=a) allow api on tcp/80; pods deny api on tcp/80"));
        assertThat(shop.who("dns", "udp/53")).isEmpty();
        assertThat(shop.atMost("dns", "udp/53")).containsExactly("shop/api");
    }

    /** The only one of its kind may have another beside it in the cluster. */
    @Test
    void itselfIsNobodyElse() {
        String sentences = "deny all; pods(app=api) allow api on tcp/80; pods(app!=api) deny api on tcp/80";
        Asked one = withDns(shop(sentences));
        assertThat(one.who("dns", "udp/53")).isEmpty();
        assertThat(one.atMost("dns", "udp/53")).containsExactly("shop/api");
        Asked two = one.pod("second", "shop", Map.of("app", "api"));
        assertThat(two.who("dns", "udp/53")).containsExactly("shop/api", "second");
    }

    // ---- peers and ports

    @Test
    void addressesArePodsToNobody() {
        Asked shop = shop("web allows 10.0.0.0/8 except 10.1.0.0/16")
                .address("10.0.0.1")
                .address("10.1.0.1")
                .address("2001:db8::1");
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("10.0.0.1");
    }

    @Test
    void anyoneIsInsideAndOutside() {
        Asked shop = shop("deny all; web allows anyone").address("10.0.0.1").pod("far", "far", Map.of());
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("shop/api", "shop/db", "10.0.0.1", "far");
    }

    @Test
    void bothNamespaceAndLabelsMustHold() {
        Asked shop = shop("web allows pods(tier=a) in far, pods(tier=b) in namespace(kubernetes.io/metadata.name=near)"
                        + "\n}\nexisting namespace far {")
                .pod("a-far", "far", Map.of("tier", "a"))
                .pod("b-far", "far", Map.of("tier", "b"))
                .pod("a-near", "near", Map.of("tier", "a"))
                .pod("b-near", "near", Map.of("tier", "b"));
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("a-far", "b-near");
    }

    @Test
    void whatStandsOutsideAllNamespacesIsInOne() {
        Asked shop = Asked.of("pod web { image \"web:1\"; port tcp/80 }\nweb allows pods\n" + THREE.formatted(""))
                .pod("beside", "", Map.of());
        assertThat(shop.who("web", "tcp/80")).containsExactly("beside");
    }

    @Test
    void anExistingWorkloadIsWhateverHasItsLabels() {
        Asked shop = Asked.of("existing namespace far { deployment agent { labels app=agent } }\n"
                        + THREE.formatted("web allows far/agent"))
                .pod("selected", "far", Map.of("app", "agent", "version", "2"))
                .pod("other", "far", Map.of("app", "other"));
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("far/agent", "selected");
    }

    @Test
    void aNameIsThePortOfTheTargetItself() {
        Asked shop = shop("pods allow api on http").pod("third", "shop", Map.of());
        assertThat(shop.who("shop/web", "tcp/8080")).containsExactly("shop/api");
        assertThat(shop.who("shop/web", "udp/8080")).isEmpty();
        assertThat(shop.who("third", "tcp/8080")).isEmpty();
    }

    @Test
    void onlyAnyPortIsMoreThanPorts() {
        Asked shop = shop("web allows api on any port; pods(tier=a) allow api on tcp, udp, sctp")
                .pod("third", "shop", Map.of("tier", "a"));
        assertThat(shop.who("shop/web", "icmp")).containsExactly("shop/api");
        assertThat(shop.who("third", "icmp")).isEmpty();
        assertThat(shop.who("third", "sctp/65535")).containsExactly("shop/api");
    }

    @Test
    void rangesAreThoseOfAllSentencesAboutATarget() {
        Asked shop = shop("web allows api on http; web allows db on any port; api reaches pods on http, tcp/80-90; "
                + "pods deny db on tcp/22; db allows api on tcp/5432");
        assertThat(shop.ranges("shop/web")).containsExactly("tcp/22", "tcp/80-90", "tcp/8080");
        assertThat(shop.ranges("shop/api")).containsExactly("tcp/22", "tcp/80-90", "tcp/8080");
        assertThat(shop.ranges("shop/db")).containsExactly("tcp/22", "tcp/80-90", "tcp/5432");
    }
}
