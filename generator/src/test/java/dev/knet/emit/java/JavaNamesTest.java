package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.model.Account;
import dev.knet.model.Namespace;
import dev.knet.model.Protocol;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** The rule for names, case by case, and that it never gives two things one name. */
class JavaNamesTest {
    private static final String SHOP = "topology shop\n";

    @Test
    void wordsAreJoined() {
        Map<String, String> names = names(SHOP + "namespace n { " + pod("web-server")
                + service("web-service", "web-server") + service("cache", "web-server") + "}");
        assertThat(names)
                .containsEntry("workload n/web-server", "webServer() WebServer WEB_SERVER_HOST")
                .containsEntry("service n/web-service", "webService() WebService WEB_SERVICE_HOST")
                .containsEntry("service n/cache", "cache() Cache CACHE_HOST")
                .containsEntry("namespace n", "nNamespace() NNamespace N_NAMESPACE_HOST");
    }

    @Test
    void theFacadeIsTheTopology() {
        assertThat(facade("topology online-boutique")).isEqualTo("OnlineBoutique");
        assertThat(facade("topology \"3scale\"")).isEqualTo("_3scale");
        assertThat(facade("topology string")).isEqualTo("StringTopology");
        assertThat(facade("topology topology")).isEqualTo("TopologyTopology");
    }

    @Test
    void aServiceCalledLikeAWorkload() {
        Map<String, String> names = names(SHOP + pod("db") + service("db", "db"));
        assertThat(names)
                .containsEntry("workload db", "db() Db DB_HOST")
                .containsEntry("service db", "dbService() DbService DB_SERVICE_HOST");
    }

    @Test
    void aServiceCalledLikeAWorkloadButForDashes() {
        Map<String, String> names = names(SHOP + pod("my-db") + service("mydb", "my-db"));
        assertThat(names)
                .containsEntry("workload my-db", "myDb() MyDb MY_DB_HOST")
                .containsEntry("service mydb", "mydbService() MydbService MYDB_SERVICE_HOST");
    }

    @Test
    void theSameNameInSeveralNamespaces() {
        Map<String, String> names = names(SHOP + "namespace a { " + pod("web") + service("web", "web") + pod("db")
                + "}\n" + "namespace b { " + pod("web") + service("web", "web") + "}");
        assertThat(names)
                .containsEntry("workload a/web", "aWeb() AWeb A_WEB_HOST")
                .containsEntry("workload b/web", "bWeb() BWeb B_WEB_HOST")
                .containsEntry("service a/web", "aWebService() AWebService A_WEB_SERVICE_HOST")
                .containsEntry("service b/web", "bWebService() BWebService B_WEB_SERVICE_HOST")
                .containsEntry("workload a/db", "db() Db DB_HOST");
    }

    @Test
    void theSameNameInsideAndOutside() {
        Map<String, String> names = names(SHOP + pod("web") + "namespace a { " + pod("web") + "}");
        assertThat(names)
                .containsEntry("workload web", "web() Web WEB_HOST")
                .containsEntry("workload a/web", "aWeb() AWeb A_WEB_HOST");
    }

    @Test
    void serviceAccounts() {
        Map<String, String> names = names(SHOP + "namespace a { pod web { image \"x\"; account web }\n"
                + "pod other { image \"x\"; account web }\n}\npod web-account { image \"x\"; account job }");
        assertThat(names)
                .containsEntry("account a/web", "aWebAccount() AWebAccount A_WEB_ACCOUNT_HOST")
                .containsEntry("account job", "jobAccount() JobAccount JOB_ACCOUNT_HOST")
                .containsEntry("workload web-account", "webAccount() WebAccount WEB_ACCOUNT_HOST");
    }

    @Test
    void digits() {
        Map<String, String> names =
                names(SHOP + "namespace \"2nd\" { " + pod("3scale") + pod("web-2") + pod("9") + "}");
        assertThat(names)
                .containsEntry("workload 2nd/3scale", "_3scale() _3scale _3SCALE_HOST")
                .containsEntry("workload 2nd/web-2", "web2() Web2 WEB_2_HOST")
                .containsEntry("workload 2nd/9", "_9() _9 _9_HOST")
                .containsEntry("namespace 2nd", "_2ndNamespace() _2ndNamespace _2ND_NAMESPACE_HOST");
    }

    @Test
    void namesThatOthersNeed() {
        Map<String, String> names = names(SHOP
                + pod("new")
                + pod("record")
                + pod("hash-code")
                + pod("manifests")
                + pod("string")
                + pod("network-policy")
                + pod("shop")
                + service("class", "new"));
        assertThat(names)
                .containsEntry("workload new", "newWorkload() NewWorkload NEW_WORKLOAD_HOST")
                .containsEntry("workload record", "recordWorkload() RecordWorkload RECORD_WORKLOAD_HOST")
                .containsEntry("workload hash-code", "hashCodeWorkload() HashCodeWorkload HASH_CODE_WORKLOAD_HOST")
                .containsEntry("workload manifests", "manifestsWorkload() ManifestsWorkload MANIFESTS_WORKLOAD_HOST")
                .containsEntry("workload string", "stringWorkload() StringWorkload STRING_WORKLOAD_HOST")
                .containsEntry(
                        "workload network-policy",
                        "networkPolicyWorkload() NetworkPolicyWorkload NETWORK_POLICY_WORKLOAD_HOST")
                .containsEntry("workload shop", "shopWorkload() ShopWorkload SHOP_WORKLOAD_HOST")
                .containsEntry("service class", "classService() ClassService CLASS_SERVICE_HOST");
    }

    @Test
    void namesThatDifferInDashesOnly() {
        Map<String, String> names = names(SHOP + "namespace n { " + pod("web-2") + pod("web2") + pod("web--2") + "}");
        assertThat(names)
                .containsEntry("workload n/web-2", "n__web_2__workload() N__web_2__workload N__WEB_2__WORKLOAD_HOST")
                .containsEntry("workload n/web2", "n__web2__workload() N__web2__workload N__WEB2__WORKLOAD_HOST")
                .containsEntry(
                        "workload n/web--2", "n__web___2__workload() N__web___2__workload N__WEB___2__WORKLOAD_HOST");
    }

    @Test
    void aServiceWhoseNameIsAnothersWithItsKind() {
        Map<String, String> names = names(SHOP + pod("web") + service("web", "web") + service("web-service", "web"));
        assertThat(names)
                .containsEntry("workload web", "web() Web WEB_HOST")
                .containsEntry("service web", "web__service() Web__service WEB__SERVICE_HOST")
                .containsEntry(
                        "service web-service", "web_service__service() Web_service__service WEB_SERVICE__SERVICE_HOST");
    }

    @Test
    void theOutsideOfAllNamespaces() {
        assertThat(names(SHOP + pod("web"))).containsEntry("namespace ", "noNamespace() NoNamespace NO_NAMESPACE_HOST");
        assertThat(names(SHOP + pod("web") + "namespace no { }"))
                .containsEntry("namespace ", "__namespace() __namespace __NAMESPACE_HOST")
                .containsEntry("namespace no", "no__namespace() No__namespace NO__NAMESPACE_HOST");
    }

    @Test
    void ports() {
        DeclaredPort http = new DeclaredPort("http-web", Protocol.TCP, 8080);
        DeclaredPort nameless = new DeclaredPort(null, Protocol.UDP, 53);
        DeclaredPort digit = new DeclaredPort("9p", Protocol.TCP, 564);
        assertThat(JavaNames.ports(List.of(http, nameless, digit))).containsExactly("HTTP_WEB", "UDP_53", "_9P");
    }

    @Test
    void portsThatWouldHaveOneConstant() {
        DeclaredPort one = new DeclaredPort("http", Protocol.TCP, 80);
        DeclaredPort other = new DeclaredPort("http", Protocol.TCP, 81);
        DeclaredPort nameless = new DeclaredPort(null, Protocol.TCP, 82);
        DeclaredPort likeIt = new DeclaredPort("tcp-82", Protocol.TCP, 83);
        assertThat(JavaNames.ports(List.of(one, other, nameless, likeIt)))
                .containsExactly("HTTP__TCP_80", "HTTP__TCP_81", "TCP_82__TCP_82", "TCP_82__TCP_83");
    }

    @Test
    void policies() {
        assertThat(JavaNames.policies(List.of("allow-web", "a.b", "a-b", "9")))
                .containsExactly("allowWebPolicy", "aBPolicy", "aBPolicy_2", "_9Policy");
    }

    @Test
    void noTwoThingsShareAName() {
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            List<String> things = randomThings(random);
            Map<String, String> names = names(SHOP + String.join("\n", things));
            List<String> classes = names.values().stream()
                    .map(name -> name.split(" ")[1].toLowerCase(Locale.ROOT))
                    .toList();
            assertThat(classes).doesNotHaveDuplicates().doesNotContain("shop");
            assertThat(names.values().stream().map(name -> name.split("\\(")[0]))
                    .doesNotHaveDuplicates()
                    .allMatch(SourceVersion::isName);
            assertThat(names.values().stream().map(name -> name.split(" ")[2])).doesNotHaveDuplicates();
            Collections.shuffle(things, random);
            assertThat(names(SHOP + String.join("\n", things))).isEqualTo(names);
        }
    }

    private static List<String> randomThings(Random random) {
        List<String> things = new ArrayList<>();
        for (String namespace : List.of("a", "a-b", "web", "no", "shop")) {
            StringBuilder members = new StringBuilder();
            for (String name : randomNames(random)) {
                members.append(pod(name)).append(service(name + "-service", name));
            }
            things.add("namespace " + namespace + " { " + members + "}");
        }
        randomNames(random).forEach(name -> things.add(pod(name)));
        return things;
    }

    private static List<String> randomNames(Random random) {
        List<String> all = new ArrayList<>(Arrays.asList(
                "web",
                "w-eb",
                "we-b",
                "web-service",
                "w--eb",
                "b-web",
                "a-web",
                "shop",
                "shop-workload",
                "new",
                "new-workload",
                "b",
                "no-namespace",
                "web-workload",
                "service",
                "a",
                "b-web-service",
                "no"));
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(all.size()));
    }

    private static String pod(String name) {
        return "pod \"" + name + "\" { image \"x\" }\n";
    }

    private static String service(String name, String workload) {
        return "service " + name + " for \"" + workload + "\" on tcp/80\n";
    }

    private static String facade(String text) {
        return JavaNames.of(Sample.of(text).topology()).facade().simpleName();
    }

    private static Map<String, String> names(String text) {
        Topology topology = Sample.of(text).topology();
        JavaNames names = JavaNames.of(topology);
        Map<String, String> found = new TreeMap<>();
        for (Workload workload : topology.workloads()) {
            found.put("workload " + workload.qualifiedName(), text(names.of(workload)));
        }
        for (Service service : topology.services()) {
            found.put("service " + service.qualifiedName(), text(names.of(service)));
        }
        for (Namespace namespace : topology.namespaces()) {
            found.put("namespace " + namespace.name(), text(names.of(namespace)));
        }
        for (Account account : Account.madeBy(topology)) {
            found.put("account " + account.qualifiedName(), text(names.of(account)));
        }
        return found;
    }

    private static String text(ThingName name) {
        return name.accessor() + "() " + name.type().simpleName() + " " + name.host();
    }
}
