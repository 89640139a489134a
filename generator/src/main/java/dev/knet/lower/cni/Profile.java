package dev.knet.lower.cni;

import dev.knet.model.Cni;
import dev.knet.model.CniFeature;
import dev.knet.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of a network plugin: the version that it is known of, other names that people have for it, how it may be
 * installed, what it makes of policies, what it has objects of its own for, and how to get it. Of switches with two
 * words, such as `dataplane ebpf`, one for each first word can be on.
 */
public record Profile(
        String name,
        String title,
        String version,
        Optional<String> unmaintained,
        List<String> alsoCalled,
        Map<String, String> switches,
        Map<CniFact, String> facts,
        Map<CniFeature, Support> policies,
        OptionalInt mostPorts,
        Map<NativeForm, Optional<String>> nativeForms,
        Map<Place, String> install) {

    /** Where people try clusters. */
    public enum Place {
        KIND("kind"),
        K3D("k3d"),
        MINIKUBE("minikube"),
        ELSEWHERE("elsewhere");

        private final String key;

        Place(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    public Profile {
        alsoCalled = List.copyOf(alsoCalled);
        switches = Collections.unmodifiableMap(new TreeMap<>(switches));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        policies = Collections.unmodifiableMap(new TreeMap<>(policies));
        nativeForms = Collections.unmodifiableMap(new TreeMap<>(nativeForms));
        install = Collections.unmodifiableMap(new TreeMap<>(install));
    }

    /** The plugin installed with these switches, as it is said there. */
    public Cni with(SortedSet<String> on, Span span) {
        SortedMap<CniFeature, Cni.Lack> lacks = new TreeMap<>();
        for (Map.Entry<CniFeature, Support> policy : policies.entrySet()) {
            if (!policy.getValue().isEnforcedWith(on)) {
                lacks.put(policy.getKey(), new Cni.Lack(policy.getValue().otherwise(), remedy(policy.getValue(), on)));
            }
        }
        return new Cni(name, title, on, lacks, mostPorts, unmaintained, span);
    }

    private Optional<String> remedy(Support support, SortedSet<String> on) {
        return support.cniSwitch().map(it -> {
            SortedSet<String> other = new TreeSet<>(on);
            boolean isWith = support.when() == Support.When.WITH;
            if (isWith) {
                other.add(it);
            } else {
                other.remove(it);
            }
            return "if it is " + (isWith ? "" : "not ") + "installed with " + switches.get(it) + ", write `"
                    + Cni.written(name, other) + "`";
        });
    }

    /** How it would have to be written to have this enforced; nothing if it never is. */
    Optional<String> writtenToEnforce(CniFeature feature) {
        Support support = policies.get(feature);
        if (support == null || support.when() == Support.When.NEVER) {
            return Optional.empty();
        }
        SortedSet<String> on = new TreeSet<>();
        // Without the switch by which it enforces anything, it enforces nothing of this either.
        for (CniFeature any : List.of(CniFeature.INGRESS, feature)) {
            Support its = policies.get(any);
            if (its != null && its.when() == Support.When.WITH) {
                on.add(its.cniSwitch().orElseThrow());
            }
        }
        return Optional.of(Cni.written(name, on));
    }
}
