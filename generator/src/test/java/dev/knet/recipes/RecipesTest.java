package dev.knet.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.testing.Goldens;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The usual questions about network policies, and that each recipe does what it promises. The recipes are cases of the
 * compiler, and docs/guide/recipes.md explains them.
 */
final class RecipesTest {
    private static final Path GUIDE = Path.of("../docs/guide/recipes.md");
    private static final String DNS = "kube-system/coredns";

    @Test
    void deniesAllTrafficToAnApplication() {
        Recipe recipe = Recipe.of("01-deny-all-traffic-to-an-application").withPod("other/visitor", "app=client");
        recipe.refuses(
                "client to web on tcp/80",
                "client to web on tcp/443",
                "client to web on udp/53",
                "other/visitor to web on tcp/80",
                "203.0.113.9 to web on tcp/80");
        recipe.opens(
                "web to client on tcp/8080",
                "web to 203.0.113.9 on tcp/443",
                "other/visitor to client on tcp/8080",
                "203.0.113.9 to client on tcp/8080");
    }

    @Test
    void limitsTrafficToAnApplication() {
        Recipe recipe = Recipe.of("02-limit-traffic-to-an-application")
                .withPod("picker", "app=picker", "part=orders")
                .withPod("other/cart", "app=cart", "part=orders");
        recipe.opens("cart to api on tcp/8080", "picker to api on tcp/8080", "api to reports on tcp/80");
        recipe.refuses(
                "cart to api on tcp/9090",
                "cart to api on udp/8080",
                "reports to api on tcp/8080",
                "other/cart to api on tcp/8080",
                "203.0.113.9 to api on tcp/8080");
    }

    @Test
    void allowsAllTrafficToAnApplication() {
        Recipe recipe = Recipe.of("02a-allow-all-traffic-to-an-application").withPod("other/visitor", "app=visitor");
        recipe.opens(
                "db to web on tcp/80",
                "other/visitor to web on tcp/80",
                "203.0.113.9 to web on tcp/80",
                "2001:db8::9 to web on tcp/80");
        recipe.refuses(
                "web to db on tcp/5432",
                "other/visitor to db on tcp/5432",
                "203.0.113.9 to db on tcp/5432",
                "db to web on tcp/81");
    }

    @Test
    void deniesWhatIsNotAllowedInANamespace() {
        Recipe recipe = Recipe.of("03-deny-all-but-allowed-traffic-in-a-namespace")
                .withPod("newcomer", "app=newcomer")
                .withPod("other/api", "app=api");
        recipe.opens("api to db on tcp/5432", "newcomer to other/api on tcp/8080", "web to 203.0.113.9 on tcp/443");
        recipe.refuses(
                "web to db on tcp/5432",
                "api to db on tcp/22",
                "web to api on tcp/8080",
                "db to web on tcp/80",
                "web to newcomer on tcp/80",
                "other/api to db on tcp/5432",
                "203.0.113.9 to web on tcp/80");
    }

    @Test
    void deniesTrafficFromOtherNamespaces() {
        Recipe recipe = Recipe.of("04-deny-traffic-from-other-namespaces")
                .withPod("newcomer", "app=newcomer")
                .withPod("other/web", "app=web");
        recipe.opens(
                "web to db on tcp/5432",
                "db to web on udp/9999",
                "newcomer to db on tcp/5432",
                "web to newcomer on tcp/80",
                "web to other/web on tcp/80");
        recipe.refuses(
                "other/web to db on tcp/5432",
                "other/web to newcomer on tcp/80",
                "203.0.113.9 to web on tcp/80",
                "2001:db8::9 to web on tcp/80");
    }

    @Test
    void allowsTrafficFromAllNamespaces() {
        Recipe recipe = Recipe.of("05-allow-traffic-from-all-namespaces").withPod("other/visitor", "app=visitor");
        recipe.opens("db to web on tcp/80", "other/visitor to web on tcp/80");
        recipe.refuses(
                "other/visitor to web on tcp/8080",
                "other/visitor to db on tcp/5432",
                "web to db on tcp/5432",
                "203.0.113.9 to web on tcp/80",
                "2001:db8::9 to web on tcp/80");
    }

    @Test
    void allowsTrafficFromANamespace() {
        Recipe recipe = Recipe.of("06-allow-traffic-from-a-namespace")
                .withNamespace("live", "purpose=production")
                .withNamespace("trial", "purpose=testing")
                .withPod("live/client", "app=client")
                .withPod("trial/client", "app=client", "purpose=production")
                .withPod("neighbour", "app=neighbour");
        recipe.opens("live/client to web on tcp/80", "web to trial/client on tcp/80");
        recipe.refuses(
                "live/client to web on tcp/443",
                "trial/client to web on tcp/80",
                "neighbour to web on tcp/80",
                "203.0.113.9 to web on tcp/80");
    }

    @Test
    void allowsTrafficFromSomePodsInAnotherNamespace() {
        Recipe recipe = Recipe.of("07-allow-traffic-from-some-pods-in-another-namespace")
                .withNamespace("ops", "team=operations")
                .withPod("ops/prometheus", "type=monitoring")
                .withPod("ops/chat", "type=chat")
                .withPod("other/prometheus", "type=monitoring")
                .withPod("prometheus", "type=monitoring");
        recipe.opens("ops/prometheus to web on tcp/80");
        recipe.refuses(
                "ops/prometheus to web on tcp/22",
                "ops/chat to web on tcp/80",
                "other/prometheus to web on tcp/80",
                "prometheus to web on tcp/80",
                "203.0.113.9 to web on tcp/80");
    }

    @Test
    void allowsExternalTraffic() {
        Recipe recipe = Recipe.of("08-allow-external-traffic").withPod("other/visitor", "app=visitor");
        recipe.opens(
                "203.0.113.9 to web on tcp/8080",
                "2001:db8::9 to web on tcp/8080",
                "other/visitor to web on tcp/8080",
                "web to db on tcp/5432");
        recipe.refuses(
                "203.0.113.9 to web on tcp/80",
                "203.0.113.9 to web on tcp/9113",
                "db to web on tcp/9113",
                "203.0.113.9 to db on tcp/5432",
                "other/visitor to db on tcp/5432");
    }

    @Test
    void allowsTrafficOnlyToAPort() {
        Recipe recipe = Recipe.of("09-allow-traffic-only-to-a-port")
                .withPod("prometheus", "role=monitoring")
                .withPod("visitor", "role=visitor")
                .withPod("other/prometheus", "role=monitoring");
        recipe.opens("prometheus to api on tcp/5000");
        recipe.refuses(
                "prometheus to api on tcp/8000",
                "prometheus to api on tcp/5001",
                "prometheus to api on udp/5000",
                "visitor to api on tcp/5000",
                "visitor to api on tcp/8000",
                "other/prometheus to api on tcp/5000",
                "203.0.113.9 to api on tcp/5000");
    }

    @Test
    void allowsTrafficWithMultipleSelectors() {
        Recipe recipe = Recipe.of("10-allow-traffic-with-multiple-selectors")
                .withPod("db", "app=bookstore", "role=db")
                .withPod("search", "app=bookstore", "role=search")
                .withPod("api", "app=bookstore", "role=api")
                .withPod("catalog", "app=inventory", "role=web")
                .withPod("bookstore-web", "app=bookstore", "role=web")
                .withPod("inventory-api", "app=inventory", "role=api")
                .withPod("other/api", "app=bookstore", "role=api");
        recipe.opens(
                "search to db on tcp/6379",
                "api to db on tcp/6379",
                "catalog to db on tcp/6379",
                "db to catalog on tcp/80",
                "inventory-api to catalog on tcp/80");
        recipe.refuses(
                "bookstore-web to db on tcp/6379",
                "inventory-api to db on tcp/6379",
                "other/api to db on tcp/6379",
                "api to db on tcp/22",
                "203.0.113.9 to db on tcp/6379");
    }

    @Test
    void deniesEgressTrafficFromAnApplication() {
        Recipe recipe = withDns("11-deny-egress-traffic-from-an-application");
        recipe.refuses(
                "vault to web on tcp/80",
                "vault to 203.0.113.9 on tcp/443",
                "vault to 2001:db8::9 on tcp/443",
                "vault to kube-system/coredns on udp/53");
        recipe.opens(
                "web to vault on tcp/8200",
                "203.0.113.9 to vault on tcp/8200",
                "web to 203.0.113.9 on tcp/443",
                "web to kube-system/coredns on udp/53");
    }

    @Test
    void deniesEgressTrafficButForDns() {
        Recipe recipe = withDns("11a-deny-egress-traffic-but-for-dns").withPod("kube-system/other", "k8s-app=other");
        recipe.opens(
                "vault to kube-system/coredns on udp/53",
                "vault to kube-system/coredns on tcp/53",
                "web to vault on tcp/8200");
        recipe.refuses(
                "vault to kube-system/coredns on tcp/9153",
                "vault to kube-system/other on udp/53",
                "vault to 203.0.113.9 on udp/53",
                "vault to web on tcp/80",
                "vault to 203.0.113.9 on tcp/443");
    }

    @Test
    void deniesWhatIsNotAllowedFromANamespace() {
        Recipe recipe = withDns("12-deny-all-but-allowed-traffic-from-a-namespace")
                .withPod("newcomer", "app=newcomer")
                .withPod("other/db", "app=db");
        recipe.opens(
                "api to db on tcp/5432",
                "api to kube-system/coredns on udp/53",
                "other/db to web on tcp/80",
                "203.0.113.9 to web on tcp/80");
        recipe.refuses(
                "api to db on tcp/22",
                "api to other/db on tcp/5432",
                "api to 203.0.113.9 on tcp/5432",
                "web to db on tcp/5432",
                "web to kube-system/coredns on udp/53",
                "newcomer to web on tcp/80",
                "db to 203.0.113.9 on tcp/443");
    }

    @Test
    void deniesExternalEgressTraffic() {
        Recipe recipe = withDns("14-deny-external-egress-traffic").withPod("other/web", "app=web");
        recipe.opens(
                "batch to db on tcp/5432",
                "batch to other/web on tcp/80",
                "batch to kube-system/coredns on udp/53",
                "db to 203.0.113.9 on tcp/443",
                "203.0.113.9 to batch on tcp/80");
        recipe.refuses(
                "batch to 203.0.113.9 on tcp/443",
                "batch to 203.0.113.9 on udp/53",
                "batch to 10.0.0.5 on tcp/5432",
                "batch to 2001:db8::9 on tcp/443");
    }

    private static Recipe withDns(String name) {
        return Recipe.of(name).withPod(DNS, "k8s-app=kube-dns");
    }

    /** Whoever reads the guide reads what is tested here. */
    @Test
    void theGuideShowsEachRecipe() {
        String guide = Goldens.read(GUIDE);
        Map<String, String> files = Goldens.files(Recipe.ROOT);
        files.keySet().removeIf(path -> !path.endsWith(".knet"));
        assertThat(files)
                .hasSize(15)
                .allSatisfy((path, text) -> assertThat(guide).as(path).contains("\n```knet\n" + text + "```\n"));
    }

    @Test
    void asksAboutKnownEndsOnly() {
        Recipe recipe = Recipe.of("01-deny-all-traffic-to-an-application");
        assertThatThrownBy(() -> recipe.refuses("cleint to web on tcp/80")).hasMessage("there is no pod cleint");
        assertThatThrownBy(() -> recipe.refuses("client to web")).hasMessage("client to web");
        assertThatThrownBy(() -> recipe.opens("client to web on tcp/80")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> recipe.refuses("web to client on tcp/80")).isInstanceOf(AssertionError.class);
    }
}
