package dev.knet.resolve;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.lower.cni.Profile;
import dev.knet.lower.cni.Profiles;
import dev.knet.model.Cni;
import dev.knet.syntax.ClusterCni;
import dev.knet.syntax.CniSwitch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the profile of the cluster's network plugin, and which of its switches are on. */
final class CniResolver {
    private final Problems problems;

    CniResolver(Problems problems) {
        this.problems = problems;
    }

    /** Of the statement; nothing without one, or where any plugin is meant. */
    Optional<Cni> cni(@Nullable ClusterCni statement) {
        if (statement == null) {
            return Optional.empty();
        }
        String name = statement.name().text();
        if (name.equals(Profiles.PORTABLE) && statement.switches().isEmpty()) {
            return Optional.empty();
        }
        Optional<Profile> profile = Profiles.named(name);
        if (profile.isEmpty()) {
            unknown(statement);
            return Optional.empty();
        }
        SortedSet<String> on = switches(statement, profile.get());
        return name.equals(Profiles.PORTABLE)
                ? Optional.empty()
                : Optional.of(profile.get().with(on, statement.span()));
    }

    private void unknown(ClusterCni statement) {
        String name = statement.name().text();
        String help = NearMisses.help(name, Profiles.names())
                .or(() -> Profiles.alsoCalled(name).map(it -> "its profile is `" + it.name() + "`"))
                .orElseGet(() -> "the profiles are " + quoted(Profiles.names())
                        + "; `portable` is any plugin that keeps to the standard");
        problems.add(
                Rule.UNKNOWN_CNI,
                statement.name().span(),
                "there is no profile of a network plugin `" + name + "`",
                help);
    }

    private SortedSet<String> switches(ClusterCni statement, Profile profile) {
        SortedSet<String> on = new TreeSet<>();
        Map<String, CniSwitch> byName = new HashMap<>();
        for (CniSwitch one : statement.switches()) {
            CniSwitch first = byName.putIfAbsent(firstWord(one.text()), one);
            if (!profile.switches().containsKey(one.text())) {
                unknown(one, profile);
            } else if (first != null) {
                problems.twice(one, first, "`" + firstWord(one.text()) + "`");
            } else {
                on.add(one.text());
            }
        }
        return on;
    }

    /** What of several values can be said once. */
    private static String firstWord(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    private void unknown(CniSwitch one, Profile profile) {
        List<String> known = List.copyOf(profile.switches().keySet());
        String help = NearMisses.help(one.text(), known)
                .orElseGet(() -> known.isEmpty()
                        ? "leave it out: the profile `" + profile.name() + "` has no switches"
                        : "its switches are " + quoted(known));
        List<String> others = Profiles.withSwitch(one.text());
        problems.add(
                Rule.UNKNOWN_SWITCH,
                one.span(),
                "the profile `" + profile.name() + "` has no switch `" + one.text() + "`",
                others.isEmpty() ? help : help + "; `" + one.text() + "` is one of " + quoted(others));
    }

    private static String quoted(List<String> names) {
        List<String> quoted = new ArrayList<>();
        names.forEach(name -> quoted.add("`" + name + "`"));
        return String.join(", ", quoted);
    }
}
