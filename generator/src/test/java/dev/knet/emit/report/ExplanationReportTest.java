package dev.knet.emit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.emit.report.ExplanationReport.Question;
import dev.knet.reach.End;
import dev.knet.reach.Reachability;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PodsObject.ContainerPort;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Block;
import dev.knet.reach.objects.PolicyObject.Named;
import dev.knet.reach.objects.PolicyObject.Rule;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExplanationReportTest {
    private static final Optional<PortSet> SQL = Optional.of(PortSet.of(Protocol.TCP, 5432));
    private static final End OFFICE = new End.External(Shop.OFFICE);

    private static ExplanationReport explain(End from, End to, Optional<PortSet> on) {
        return explain(Shop.OBJECTS, from, to, on, Shop.SENTENCES);
    }

    private static ExplanationReport explain(
            ClusterObjects objects, End from, End to, Optional<PortSet> on, Sentences sentences) {
        Reachability reachability = Reachability.of(objects, new Reachability.Options(false, false, List.of()));
        return ExplanationReport.of(new Question(from, to, on), reachability.explain(from, to), objects, sentences);
    }

    private static Optional<PortSet> ports(String text) {
        return Optional.of(ConnectionFilter.ports(text));
    }

    @Test
    void tellsWhyAConnectionIsOpen() {
        Kept.check("explain-open.txt", explain(Shop.WEB, Shop.DB, SQL).text());
        Kept.check("explain-open.json", explain(Shop.WEB, Shop.DB, SQL).json());
    }

    @Test
    void tellsWhyAConnectionIsClosed() {
        Kept.check(
                "explain-closed.txt",
                explain(Shop.MONITOR, Shop.WEB, ports("8080")).text());
        Kept.check(
                "explain-closed.json",
                explain(Shop.MONITOR, Shop.WEB, ports("8080")).json());
    }

    @Test
    void tellsOfServicesAndRoutesFromOutside() {
        Kept.check(
                "explain-outside.txt",
                explain(OFFICE, Shop.WEB, Optional.empty()).text());
    }

    @Test
    void tellsOfWhatIsOpenWithoutAPort() {
        assertThat(explain(Shop.WEB, Shop.DB, Optional.empty()).text())
                .startsWith("shop/web[Deployment] can connect to shop/db[StatefulSet] on TCP 5432\n");
        assertThat(explain(Shop.DB, Shop.WEB, Optional.empty()).text())
                .startsWith("shop/db[StatefulSet] cannot connect to shop/web[Deployment]\n")
                .contains("ask about a port to be told which rule is missing")
                .doesNotContain("the sentence for it");
        assertThat(explain(Shop.WEB, Shop.MONITOR, ports("80")).text())
                .contains("no policy isolates it: everything may enter");
    }

    @Test
    void answersForAPartOfThePorts() {
        assertThat(explain(Shop.WEB, Shop.DB, ports("5430-5432")).text())
                .startsWith(
                        "shop/web[Deployment] can connect to shop/db[StatefulSet] on TCP 5432, but not on TCP 5430-5431\n")
                .contains("ingress of shop/db[StatefulSet]: open on TCP 5432, closed on TCP 5430-5431\n");
    }

    @Test
    void tellsAServicesPortFromThePods() {
        String text = explain(Shop.WEB, Shop.DB, ports("15432")).text();
        assertThat(text)
                .startsWith("shop/web[Deployment] cannot connect to shop/db[StatefulSet] on TCP 15432\n")
                .contains(
                        "service shop/db takes TCP 15432 to TCP 5432 of these pods, and policies judge the pods' port:"
                                + " ask about TCP 5432\n")
                .doesNotContain("the sentence for it");
        assertThat(explain(Shop.MONITOR, Shop.WEB, ports("80")).text())
                .contains("service shop/web takes TCP 80 to TCP 8080 of these pods");
        assertThat(explain(Shop.WEB, Shop.DB, SQL).text()).doesNotContain("service");
    }

    @Test
    void saysWhichSentenceOpensBothSides() {
        assertThat(explain(Shop.MONITOR, Shop.DB, ports("5432, udp, tcp/80-90")).text())
                .contains("missing: an ingress rule of shop/db[StatefulSet] for monitoring/prometheus[Deployment] on"
                        + " TCP 80-90,5432,UDP 1-65535\n")
                .doesNotContain("missing: an egress rule")
                .contains("`namespace shop { db allows monitoring/prometheus on tcp/80-90, tcp/5432, udp }`");
        assertThat(explain(Shop.DB, Shop.WEB, ports("8080")).text())
                .contains("missing: an egress rule of shop/db[StatefulSet] to shop/web[Deployment] on TCP 8080\n")
                .contains("`namespace shop { web allows db on tcp/8080 }`");
    }

    @Test
    void tellsWhatLooksLikeIt() {
        assertThat(explain(Shop.WEB, Shop.DB, ports("80")).text())
                .contains("spec.ingress[0] is about shop/web[Deployment], but opens only TCP 5432\n")
                .contains("spec.egress[0] is about shop/db[StatefulSet], but opens only TCP 5432\n");
        assertThat(explain(Shop.MONITOR, Shop.DB, SQL).text())
                .contains("spec.ingress[0] opens TCP 5432, but only for pods with app=web in namespace shop\n");
    }

    private static ClusterObjects withPolicies(PolicyObject... policies) {
        return new ClusterObjects(
                Shop.OBJECTS.namespaces(), Shop.OBJECTS.pods(), Shop.OBJECTS.services(), List.of(policies), List.of());
    }

    @Test
    void tellsOfAFewRulesOnly() {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rules.add(Shop.rule(Shop.pods("other-" + i), Shop.numbers(Protocol.TCP, 5432)));
            rules.add(Shop.rule(Shop.pods("web"), Shop.numbers(Protocol.TCP, 1 + i)));
        }
        ClusterObjects objects = withPolicies(
                Shop.policy("many", LabelQuery.EVERYTHING, Optional.of(rules), Optional.empty(), "many.yaml:1"));

        String text = explain(objects, Shop.WEB, Shop.DB, SQL, Sentences.NONE).text();
        assertThat(text).contains("spec.ingress[4] ").doesNotContain("spec.ingress[6]");
        assertThat(text).contains("  and 14 more such rules that do not open it\n");
    }

    @Test
    void tellsOfNamesThatNoPortHas() {
        ClusterObjects objects = withPolicies(Shop.policy(
                "named",
                Shop.app("db"),
                Optional.of(List.of(Shop.rule(Shop.pods("web"), new Named(Protocol.TCP, "postgres")))),
                Optional.empty(),
                "named.yaml:1"));

        assertThat(explain(objects, Shop.WEB, Shop.DB, SQL, Sentences.NONE).text())
                .contains(
                        "is about shop/web[Deployment], but opens only TCP `postgres`, and shop/db[StatefulSet] has no"
                                + " port of that name\n");
    }

    @Test
    void saysWhereNoPolicyHolds() {
        PodsObject agent =
                new PodsObject("shop", "DaemonSet", "agent", Map.of("app", "agent"), List.of(), true, Origin.CODE);
        ClusterObjects objects =
                Shop.OBJECTS.and(new ClusterObjects(List.of(), List.of(agent), List.of(), List.of(), List.of()));
        End end = new End.Workload("shop", "agent", "DaemonSet");

        assertThat(explain(objects, end, Shop.WEB, ports("8080"), Sentences.NONE)
                        .text())
                .contains("""
                        egress of shop/agent[DaemonSet]: open on TCP 8080
                          it is in its node's network, where no policy holds
                        """);
        assertThat(explain(OFFICE, Shop.WEB, ports("8080")).text())
                .contains("  it is outside the cluster, where no policy holds\n");
        assertThat(explain(OFFICE, OFFICE, Optional.empty()).text())
                .isEqualTo("203.0.113.0-203.0.113.255[External] and 203.0.113.0-203.0.113.255[External] are both"
                        + " outside the cluster, and its policies say nothing of them\n");
    }

    @Test
    void listsWhatExposesATarget() {
        End elsewhere = new End.External(new AddressRange(
                AddressRange.ALL_V4.first(), Shop.OFFICE.first().previous().orElseThrow()));
        assertThat(explain(elsewhere, Shop.WEB, ports("8080")).text())
                .contains(", from 203.0.113.0-203.0.113.255 and so not from there");
        assertThat(explain(OFFICE, Shop.DB, SQL).text()).contains("no NodePort or LoadBalancer service exposes it\n");
        assertThat(explain(Shop.WEB, OFFICE, SQL).text())
                .contains("whether anything routes there is another question\n")
                .doesNotContain(" service ");
    }

    @Test
    void tellsPodsApartThatPoliciesTellApart() {
        PodsObject other = new PodsObject(
                "shop",
                "StatefulSet",
                "db",
                Map.of("app", "db", "old", "yes"),
                List.of(new ContainerPort("sql", Protocol.TCP, 5432)),
                false,
                Origin.CODE);
        ClusterObjects objects = Shop.OBJECTS
                .and(new ClusterObjects(List.of(), List.of(other), List.of(), List.of(), List.of()))
                .and(new ClusterObjects(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(Shop.policy(
                                "old",
                                LabelQuery.of(Map.of("old", "yes")),
                                Optional.of(List.of(new Rule(List.of(), List.of()))),
                                Optional.empty(),
                                "old.yaml:1")),
                        List.of()));

        assertThat(explain(objects, Shop.MONITOR, Shop.DB, SQL, Sentences.NONE).text())
                .startsWith("monitoring/prometheus[Deployment] can connect to shop/db[StatefulSet] on TCP 5432\n")
                .contains("\npods that policies tell apart, 1 of 2: open on nothing\n")
                .contains("\npods that policies tell apart, 2 of 2: open on every port and protocol\n")
                .contains("this is not the same for all pods of these ends\n");
        assertThat(explain(Shop.WEB, Shop.WEB, ports("8080")).text())
                .contains("a pod can always connect to itself; this is about different pods of shop/web[Deployment]\n");
    }

    @Test
    void aSentenceMayStandNowhere() {
        Sentences nowhere = new Sentences() {
            @Override
            public List<Sentence> behind(PolicyObject policy, Direction direction, int rule) {
                return List.of(new Sentence("cluster dns", ""));
            }

            @Override
            public List<Sentence> isolating(PolicyObject policy, Direction direction) {
                return List.of();
            }
        };
        assertThat(explain(Shop.OBJECTS, Shop.WEB, Shop.DB, SQL, nowhere).text())
                .contains("      `cluster dns`\n");
    }

    @Test
    void namesCannotForgeLines() {
        PolicyObject hostile = new PolicyObject(
                "shop",
                "x\nshop/web can connect\u001b[2J",
                LabelQuery.EVERYTHING,
                Optional.of(List.of(Shop.rule(new Block(Shop.OFFICE, List.of()), Shop.numbers(Protocol.TCP, 5432)))),
                Optional.empty(),
                new Origin("a\nb.yaml", 1));
        ExplanationReport report = explain(withPolicies(hostile), Shop.WEB, Shop.DB, SQL, Sentences.NONE);

        assertThat(report.text())
                .contains("  policy shop/x\\nshop/web can connect\\u{1b}[2J (a\\nb.yaml:1) selects it\n");
        assertThat(report.json()).contains("\"x\\u000ashop/web can connect\\u001b[2J\"");
    }
}
