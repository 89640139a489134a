package dev.knet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.compile.CompileRequest;
import dev.knet.query.Explaining;
import dev.knet.query.Listing;
import dev.knet.query.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals that ask about one cluster, without Maven around them: what they read, and where the answer goes. */
final class QuestionTest {
    private static final String SHOP = """
            namespace shop {
              deployment web { image "nginx:1.27"; port http tcp/8080 }
              deployment db { image "redis:7.4"; port redis tcp/6379 }
              service web-service for web on tcp/80 -> http
              deny all
              db allows web
            }
            """;
    private static final String MANIFEST = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: web, image: "nginx:1.27"}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: db, image: "redis:7.4"}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 6379}]}]
            """;

    @TempDir
    private Path project;

    private final RecordingLog log = new RecordingLog();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private List<String> environments = List.of();
    private Optional<Path> manifests = Optional.empty();
    private Optional<Path> report = Optional.empty();

    @Test
    void listsWhatSourcesBecome() throws Exception {
        file("src/main/knet/shop.knet", SHOP);

        ask(listing("list", "txt", Optional.of("db"), false)::answer);

        assertThat(log.messages).containsExactly("[INFO] shop/web[Deployment] => shop/db[Deployment] : TCP 6379");
    }

    @Test
    void listsWhatIsInManifestsOfAnybody() throws Exception {
        manifests = Optional.of(file("k8s/all.yaml", MANIFEST));

        ask(listing("list", "txt", Optional.of("db"), false)::answer);

        assertThat(log.messages)
                .contains("[INFO] shop/web[Pod] => shop/db[Pod] : TCP 6379")
                .noneMatch(line -> line.contains("* => "));
    }

    @Test
    void printsTheAnswerAloneWhereTheLogIsQuiet() throws Exception {
        file("src/main/knet/shop.knet", SHOP);
        log.isQuiet = true;

        ask(listing("list", "csv", Optional.of("db"), false)::answer);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("src,dst,conn\nshop/web[Deployment],shop/db[Deployment],TCP 6379\n");
        assertThat(log.messages).isEmpty();
    }

    @Test
    void writesTheAnswerToAFile() throws Exception {
        file("src/main/knet/shop.knet", SHOP);
        report = Optional.of(project.resolve("target/new/reach.txt"));

        ask(listing("list", "txt", Optional.of("db"), false)::answer);
        ask(listing("list", "txt", Optional.of("db"), false)::answer);

        assertThat(report.get()).content().isEqualTo("shop/web[Deployment] => shop/db[Deployment] : TCP 6379\n");
        assertThat(report.get().getParent()).isDirectoryNotContaining(it -> !it.equals(report.get()));
        assertThat(log.messages)
                .containsExactly("[INFO] written to target/new/reach.txt", "[INFO] unchanged: target/new/reach.txt");
    }

    @Test
    void doesNotWriteOverAFolder() throws Exception {
        file("src/main/knet/shop.knet", SHOP);
        report = Optional.of(Files.createDirectories(project.resolve("target")));

        assertRefused(
                listing("list", "txt", Optional.empty(), false)::answer,
                project.resolve("target").toRealPath()
                        + " is in the way: it is no file. Move it, or choose another name");
    }

    @Test
    void explainsWithTheSentence() throws Exception {
        file("src/main/knet/shop.knet", SHOP);

        ask(Explaining.of("web", "shop/db", Optional.of("tcp/6379"), "txt")::answer);

        assertThat(log.messages.get(0))
                .isEqualTo("[INFO] shop/web[Deployment] can connect to shop/db[Deployment] on TCP 6379");
        assertThat(log.messages).anyMatch(line -> line.contains("db allows web") && line.contains("shop.knet:6:3"));
    }

    @Test
    void explainsEveryPairThatIsMeant() throws Exception {
        file("src/main/knet/shop.knet", SHOP);
        log.isQuiet = true;

        ask(Explaining.of("10.0.0.0/8", "service shop/web-service", Optional.empty(), "json")::answer);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("[{")
                .endsWith("}]\n")
                .contains("10.0.0.0-10.255.255.255[External] cannot connect to shop/web[Deployment]");
    }

    @Test
    void namesWhoIsNearestToAWrongName() throws Exception {
        file("src/main/knet/shop.knet", SHOP);

        assertRefused(
                Explaining.of("wep", "db", Optional.empty(), "txt")::answer, "there is no `wep`; did you mean `web`?");
        assertRefused(
                listing("list", "txt", Optional.of("shop/wep"), false)::answer,
                "there is no workload `shop/wep`; did you mean `shop/web`?");
    }

    @Test
    void answersThoughAnExpectationIsNotMet() throws Exception {
        file("src/main/knet/shop.knet", SHOP + "expect web cannot reach db\n");

        ask(listing("list", "txt", Optional.of("db"), false)::answer);

        assertThat(log.messages.get(0)).startsWith("[WARNING] src/main/knet/shop.knet:[8,1] KNET06");
        assertThat(log.messages).contains("[INFO] shop/web[Deployment] => shop/db[Deployment] : TCP 6379");
    }

    @Test
    void takesThePortOfAServiceToThatOfItsPods() throws Exception {
        file("src/main/knet/shop.knet", SHOP.replace("db allows web", "web allows db"));

        ask(Explaining.of("db", "service shop/web-service", Optional.of("tcp/80"), "txt")::answer);
        assertThat(log.messages.get(0))
                .isEqualTo("[INFO] shop/db[Deployment] can connect to shop/web[Deployment] on TCP 8080"
                        + " (TCP 80 of service shop/web-service is TCP 8080 of its pods)");

        assertRefused(
                Explaining.of("db", "service web-service", Optional.of("tcp/8080"), "txt")::answer,
                "service `web-service` leads TCP 8080 to no port of its pods; it has TCP 80."
                        + " Ask about the workload behind it for other ports of its pods");
    }

    @Test
    void leavesOutWhatIsNotAboutTheSources() throws Exception {
        file("src/main/knet/shop.knet", "existing namespace ingress\n" + SHOP);

        ask(listing("list", "txt", Optional.empty(), true)::answer);

        assertThat(log.messages).isNotEmpty().allMatch(line -> line.contains("shop/"));
    }

    @Test
    void saysThatStrangersOfManifestsAreLeftOut() throws Exception {
        String hint = "[INFO] pods that are in no manifest are left out; -Dknet.strangers=true lists them";
        manifests = Optional.of(file("k8s/all.yaml", MANIFEST));
        ask(listing("list", "txt", Optional.of("web"), false)::answer);
        assertThat(log.messages).endsWith(hint);

        log.messages.clear();
        ask(listing("list", "txt", Optional.of("web"), true)::answer);
        assertThat(log.messages).doesNotContain(hint);

        log.messages.clear();
        manifests = Optional.of(file(
                "k8s/all.yaml",
                MANIFEST.replace("{matchLabels: {app: db}}", "{}")
                        .replace("ingress: [", "policyTypes: [Ingress, Egress]\n  ingress: [")));
        ask(listing("list", "txt", Optional.of("db"), false)::answer);
        assertThat(log.messages).contains("[INFO] nothing can enter or leave db");
    }

    @Test
    void saysWhichEnvironmentsThereAre() throws Exception {
        file("src/main/knet/shop.knet", SHOP + "environment test {}\nenvironment prod {}\n");
        String hint = "[INFO] this is about the files as they are outside of all environments;"
                + " -Dknet.environment=prod asks about one of prod, test";

        ask(listing("list", "txt", Optional.of("db"), false)::answer);
        assertThat(log.messages).endsWith(hint);
        log.messages.clear();
        ask(Explaining.of("web", "db", Optional.empty(), "txt")::answer);
        assertThat(log.messages).endsWith(hint);
        log.messages.clear();
        environments = List.of("prod");
        ask(listing("list", "txt", Optional.of("db"), false)::answer);
        assertThat(log.messages).noneMatch(line -> line.contains("knet.environment"));
    }

    @Test
    void saysWhatIsNotPossible() throws Exception {
        file("src/main/knet/shop.knet", SHOP);
        var entering = new Listing.Filter(Optional.of("shop/web"), Optional.of("ingress"), Optional.of("tcp/80"));
        ask(Listing.of("list", "txt", entering, new Scope(false, true))::answer);
        assertThat(log.messages).containsExactly("[INFO] nothing can enter shop/web on TCP 80");

        log.messages.clear();
        file("src/main/knet/shop.knet", "namespace shop {}\n");
        ask(listing("list", "txt", Optional.empty(), false)::answer);
        assertThat(log.messages).contains("[INFO] there is no workload in src/main/knet");
    }

    @Test
    void doesNotAnswerAfterAnErrorInTheSources() throws Exception {
        file("src/main/knet/shop.knet", SHOP + "pod web {}\n");

        assertRefused(listing("list", "txt", Optional.empty(), false)::answer, "1 error in src/main/knet");
        assertThat(log.messages).singleElement().asString().startsWith("[ERROR] src/main/knet/shop.knet:[8,5] ");
    }

    @Test
    void doesNotAnswerAfterAnErrorInManifests() throws Exception {
        manifests = Optional.of(file("k8s/all.yaml", MANIFEST + "---\n{"));

        assertRefused(
                listing("list", "txt", Optional.empty(), false)::answer,
                "1 error in k8s/all.yaml; who can talk to whom cannot be told without what they are about");
        assertThat(log.messages).singleElement().asString().startsWith("[ERROR] k8s/all.yaml:");
    }

    @Test
    void isAboutOneEnvironment() throws Exception {
        file("src/main/knet/shop.knet", SHOP + "environment prod { web allows anyone }\n");
        environments = List.of("prod");
        ask(listing("list", "txt", Optional.of("web"), false)::answer);
        assertThat(log.messages).anyMatch(line -> line.contains("[External] => shop/web[Deployment]"));

        environments = List.of("prod", "test");
        assertRefused(
                listing("list", "txt", Optional.empty(), false)::answer,
                "this is about one environment at a time, not about prod, test."
                        + " Choose with -Dknet.environment=prod");
    }

    @Test
    void needsManifestsWhereSomeAreNamed() throws Exception {
        Question question = listing("list", "txt", Optional.empty(), false)::answer;
        manifests = Optional.of(project.resolve("k8s"));
        assertRefused(question, "knet.manifests does not exist: k8s");
        Files.createDirectories(project.resolve("k8s"));
        assertRefused(question, "knet.manifests has no manifests, which end in .yaml, .yml or .json: k8s");
    }

    @Test
    void mayHaveNothingToAskAbout() throws Exception {
        ask(listing("list", "txt", Optional.empty(), false)::answer);

        assertThat(log.messages).containsExactly("[INFO] nothing to ask about: there is no folder src/main/knet");
    }

    @Test
    void refusesWordsThatMeanNothing() {
        assertThatThrownBy(() -> listing("tree", "txt", Optional.empty(), false))
                .hasMessage("knet.view cannot be `tree`. Choose one of `list` and `matrix`");
        assertThatThrownBy(() -> listing("list", "xml", Optional.empty(), false))
                .hasMessage("knet.format cannot be `xml`. Choose one of `txt`, `json`, `csv`, `md` and `dot`");
        assertThatThrownBy(() -> Explaining.of("a", "b", Optional.of("http"), "txt"))
                .hasMessageContaining("`http`");
    }

    private static Listing listing(String view, String format, Optional<String> workload, boolean strangers)
            throws Exception {
        return Listing.of(
                view,
                format,
                new Listing.Filter(workload, Optional.empty(), Optional.empty()),
                new Scope(false, strangers));
    }

    private void ask(Question question) throws AbstractMojoExecutionException {
        var names = new PathNames(project);
        var settings = new CompileRequest.Settings(Map.of(), environments, LocalDate.EPOCH);
        var sources = new Sources(names, project.resolve("src/main/knet"), false, settings);
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new Asking(new QueryRequest(sources, manifests, new AnswerOutput(report, names, log, out)), log).run(question);
    }

    private void assertRefused(Question question, String message) {
        assertThatThrownBy(() -> ask(question))
                .isExactlyInstanceOf(MojoFailureException.class)
                .hasMessage(message);
    }

    private Path file(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
