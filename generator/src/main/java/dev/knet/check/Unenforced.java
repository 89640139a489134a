package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.lower.cni.Profiles;
import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of something that the cluster's network plugin does not enforce. */
final class Unenforced {
    private Unenforced() {}

    /** Why, what would do instead, how the plugin would have to be installed, and which plugins enforce it. */
    static Diagnostic diagnostic(Rule rule, Cni cni, CniFeature feature, Span span, String message, String instead) {
        Cni.Lack lack = cni.lack(feature).orElseThrow();
        List<String> help = new ArrayList<>();
        if (!instead.isEmpty()) {
            help.add(instead);
        }
        lack.remedy().ifPresent(help::add);
        enforcing(feature, cni).ifPresent(help::add);
        return Diagnostic.of(rule, span, message)
                .withNote(lack.effect())
                .withLabel(cni.span(), "the cluster's network plugin")
                .withHelp(String.join("; ", help));
    }

    private static Optional<String> enforcing(CniFeature feature, Cni cni) {
        List<String> others = new ArrayList<>();
        for (String written : Profiles.enforcing(feature)) {
            boolean isOther = !written.equals("cni " + cni.name()) && !written.startsWith("cni " + cni.name() + " ");
            if (isOther) {
                others.add("`" + written + "`");
            }
        }
        return others.isEmpty() ? Optional.empty() : Optional.of("it is enforced with " + String.join(", ", others));
    }
}
