package dev.knet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.lower.cni.CniFact;
import dev.knet.lower.cni.NativeForm;
import dev.knet.lower.cni.Profile;
import dev.knet.lower.cni.Profiles;
import dev.knet.lower.cni.Support;
import dev.knet.model.CniFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What docs/cni.md compares is what the profiles say. Between two marks the page is made of them; with
 * {@code -Dknet.updateGoldens=true} it is written anew, and the test fails.
 */
final class CniPageTest {
    private static final Path PAGE = Page.ROOT.resolve("docs/cni.md");
    private static final String BEGIN = "<!-- From the profiles: ";
    private static final String END = "<!-- To here. -->\n";

    private static final List<Profile> PROFILES = Profiles.all().stream()
            .filter(profile -> !profile.name().equals(Profiles.PORTABLE))
            .toList();

    @Test
    void theComparisonIsThatOfTheProfiles() throws IOException {
        check("comparison", comparison());
    }

    @Test
    void theSupportOfPoliciesIsThatOfTheProfiles() throws IOException {
        check("policies", policies());
    }

    @Test
    void theNativeFormsAreThoseOfTheProfiles() throws IOException {
        check("native forms", nativeForms());
    }

    @Test
    void theSwitchesAreThoseOfTheProfiles() throws IOException {
        check("switches", switches());
    }

    @Test
    void theInstallationIsThatOfTheProfiles() throws IOException {
        check("installation", installation());
    }

    private static void check(String part, String expected) throws IOException {
        String page = Files.readString(PAGE);
        String begin = BEGIN + part + ". -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(END, from);
        assertThat(page).contains(begin);
        if (Boolean.getBoolean("knet.updateGoldens")) {
            Files.writeString(PAGE, page.substring(0, from) + "\n" + expected + "\n" + page.substring(to));
        }
        assertThat(page.substring(from, to)).isEqualTo("\n" + expected + "\n");
    }

    private static String comparison() {
        StringBuilder table = table(Profile::title);
        row(table, "profile", profile -> "`" + profile.name() + "`");
        row(table, "as of version", Profile::version);
        row(table, "maintained", profile -> profile.unmaintained().isEmpty() ? "yes" : "**no**");
        for (CniFact fact : CniFact.values()) {
            row(table, fact.title(), profile -> profile.facts().getOrDefault(fact, ""));
        }
        return table.toString();
    }

    private static String policies() {
        StringBuilder table = table(Profile::title);
        for (CniFeature feature : CniFeature.values()) {
            row(table, feature.title(), profile -> cell(profile, feature));
        }
        row(
                table,
                "ports of one peer",
                profile -> profile.mostPorts().isPresent()
                        ? "at most " + profile.mostPorts().getAsInt()
                        : "any number");
        return table.toString();
    }

    /** What is enforced whenever policies are, is not where they are not. */
    private static String cell(Profile profile, CniFeature feature) {
        Support its = support(profile, feature);
        return (its.when() == Support.When.ALWAYS ? support(profile, CniFeature.INGRESS) : its).cell();
    }

    private static Support support(Profile profile, CniFeature feature) {
        return Objects.requireNonNull(profile.policies().get(feature));
    }

    private static String nativeForms() {
        StringBuilder table = table(Profile::title);
        for (NativeForm form : NativeForm.values()) {
            row(table, form.title(), profile -> profile.nativeForms().get(form).orElse("–"));
        }
        return table.toString();
    }

    private static String switches() {
        StringBuilder table = new StringBuilder("| written | installed with |\n|---|---|\n");
        for (Profile profile : PROFILES) {
            profile.switches()
                    .forEach((name, what) -> table.append("| `cni ")
                            .append(profile.name())
                            .append(" { ")
                            .append(name)
                            .append(" }` | ")
                            .append(what)
                            .append(" |\n"));
        }
        return table.toString();
    }

    private static String installation() {
        List<String> parts = new ArrayList<>();
        for (Profile profile : PROFILES) {
            StringBuilder part = new StringBuilder("### " + profile.title() + "\n");
            List<String> missing = new ArrayList<>();
            profile.install().forEach((place, how) -> {
                boolean isElsewhere = place == Profile.Place.ELSEWHERE;
                if (!how.equals("none")) {
                    part.append("\n").append(isElsewhere ? "In its own place" : "On " + place.key());
                    part.append(":\n\n```sh\n").append(how).append("\n```\n");
                } else if (!isElsewhere) {
                    missing.add(place.key());
                }
            });
            if (!missing.isEmpty()) {
                part.append("\nThere is no way that knet knows of on ")
                        .append(String.join(", ", missing))
                        .append(".\n");
            }
            parts.add(part.toString());
        }
        return String.join("\n", parts);
    }

    private static StringBuilder table(Function<Profile, String> title) {
        StringBuilder table = new StringBuilder();
        row(table, "", title);
        row(table, "---", profile -> "---");
        return table;
    }

    private static void row(StringBuilder table, String name, Function<Profile, String> cell) {
        table.append("| ").append(name);
        PROFILES.forEach(profile -> table.append(" | ").append(cell.apply(profile)));
        table.append(" |\n");
    }
}
