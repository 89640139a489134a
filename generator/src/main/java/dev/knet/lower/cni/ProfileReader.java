package dev.knet.lower.cni;

import dev.knet.model.CniFeature;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a profile, which has every key and no other. */
final class ProfileReader {
    private static final Set<String> KEYS = Set.of(
            "title",
            "version",
            "unmaintained",
            "also-called",
            "switches",
            "facts",
            "policies",
            "most-ports",
            "native",
            "install");

    private final String name;

    private ProfileReader(String name) {
        this.name = name;
    }

    static Profile read(String name, InputStream yaml) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        return new ProfileReader(name).profile(new Load(settings).loadFromInputStream(yaml));
    }

    private Profile profile(@Nullable Object file) {
        Map<String, Object> all = map(file, "the file");
        checkKeys(all, KEYS, "the file");
        Map<String, String> switches = texts(all.get("switches"), "switches");
        return new Profile(
                name,
                text(all.get("title"), "title"),
                text(all.get("version"), "version"),
                unlessNone(text(all.get("unmaintained"), "unmaintained")),
                list(all.get("also-called")),
                switches,
                byKey(texts(all.get("facts"), "facts"), List.of(CniFact.values()), CniFact::key),
                policies(all.get("policies"), switches.keySet()),
                mostPorts(all.get("most-ports")),
                unlessNone(byKey(texts(all.get("native"), "native"), List.of(NativeForm.values()), NativeForm::key)),
                byKey(texts(all.get("install"), "install"), List.of(Profile.Place.values()), Profile.Place::key));
    }

    private Map<CniFeature, Support> policies(@Nullable Object written, Set<String> switches) {
        Map<String, Support> policies = new TreeMap<>();
        map(written, "policies").forEach((key, value) -> policies.put(key, support(key, value, switches)));
        return byKey(policies, List.of(CniFeature.values()), CniFeature::key);
    }

    private Support support(String key, @Nullable Object written, Set<String> switches) {
        if ("always".equals(written)) {
            return new Support(Support.When.ALWAYS, Optional.empty(), "");
        }
        Map<String, String> texts = texts(written, key);
        checkKeys(texts, Set.of("enforced", "otherwise"), key);
        String[] enforced = text(texts.get("enforced"), key).split(" ", 2);
        String otherwise = text(texts.get("otherwise"), key);
        if (enforced[0].equals("never") && enforced.length == 1) {
            return new Support(Support.When.NEVER, Optional.empty(), otherwise);
        }
        if (enforced.length == 1 || !switches.contains(enforced[1])) {
            throw wrong(key + " depends on what is no switch");
        }
        Support.When when = switch (enforced[0]) {
            case "with" -> Support.When.WITH;
            case "without" -> Support.When.WITHOUT;
            default -> throw wrong(key + " is enforced `" + enforced[0] + "`");
        };
        return new Support(when, Optional.of(enforced[1]), otherwise);
    }

    private OptionalInt mostPorts(@Nullable Object written) {
        if (written instanceof Integer most) {
            return OptionalInt.of(most);
        }
        if (!"none".equals(written)) {
            throw wrong("most-ports is no number");
        }
        return OptionalInt.empty();
    }

    private static Optional<String> unlessNone(String text) {
        return text.equals("none") ? Optional.empty() : Optional.of(text);
    }

    private static Map<NativeForm, Optional<String>> unlessNone(Map<NativeForm, String> texts) {
        Map<NativeForm, Optional<String>> forms = new TreeMap<>();
        texts.forEach((form, text) -> forms.put(form, unlessNone(text)));
        return forms;
    }

    /** One value for each of them. */
    private <K, V> Map<K, V> byKey(Map<String, V> values, List<K> keys, Function<K, String> keyOf) {
        Set<String> known = new TreeSet<>();
        Map<K, V> byKey = new TreeMap<>();
        for (K key : keys) {
            known.add(keyOf.apply(key));
            V value = values.get(keyOf.apply(key));
            if (value != null) {
                byKey.put(key, value);
            }
        }
        checkKeys(values, known, "a part of the file");
        return byKey;
    }

    private void checkKeys(Map<String, ?> values, Collection<String> keys, String where) {
        if (!values.keySet().equals(new TreeSet<>(keys))) {
            Set<String> different = new TreeSet<>(values.keySet());
            different.removeAll(keys);
            Set<String> missing = new TreeSet<>(keys);
            missing.removeAll(values.keySet());
            throw wrong(where + " has " + different + " too many and lacks " + missing);
        }
    }

    private Map<String, Object> map(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(where + " is no mapping");
        }
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, its) -> copy.put(text(key, where), its));
        return copy;
    }

    private Map<String, String> texts(@Nullable Object value, String where) {
        Map<String, String> texts = new TreeMap<>();
        map(value, where).forEach((key, its) -> texts.put(key, text(its, where + ", " + key)));
        return texts;
    }

    private List<String> list(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw wrong("a list is none");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(text(item, "a list")));
        return texts;
    }

    private String text(@Nullable Object value, String where) {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw wrong(where + " is no text");
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("profile " + name + ": " + what);
    }
}
