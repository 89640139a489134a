package dev.knet.lower.cni;

import dev.knet.model.CniFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All profiles, each of which is read when it is asked for. */
public final class Profiles {
    /** What is meant where no plugin is named: any that keeps to the standard. Its profile is never read for that. */
    public static final String PORTABLE = "portable";

    private static final List<String> NAMES =
            List.of("antrea", "aws-vpc", "calico", "cilium", "flannel", "kindnet", "kube-router", PORTABLE, "weave");

    /** Each is read once: a message about every sentence of a large file names them all. */
    private static final Map<String, Profile> READ = new ConcurrentHashMap<>();

    private Profiles() {}

    /** Of all profiles, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    public static Optional<Profile> named(String name) {
        return NAMES.contains(name) ? Optional.of(profile(name)) : Optional.empty();
    }

    /** The one that people also call so. */
    public static Optional<Profile> alsoCalled(String name) {
        return all().stream()
                .filter(profile -> profile.alsoCalled().contains(name))
                .findFirst();
    }

    public static List<Profile> all() {
        List<Profile> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(profile(name));
        }
        return all;
    }

    /** Who enforces this, as it is written: `cni cilium { sctp }`. */
    public static List<String> enforcing(CniFeature feature) {
        List<String> written = new ArrayList<>();
        for (Profile profile : all()) {
            if (!profile.name().equals(PORTABLE)) {
                profile.writtenToEnforce(feature).ifPresent(written::add);
            }
        }
        return written;
    }

    /** Those of which this is a switch. */
    public static List<String> withSwitch(String cniSwitch) {
        List<String> names = new ArrayList<>();
        for (Profile profile : all()) {
            if (profile.switches().containsKey(cniSwitch)) {
                names.add(profile.name());
            }
        }
        return names;
    }

    private static Profile profile(String name) {
        return READ.computeIfAbsent(name, Profiles::read);
    }

    private static Profile read(String name) {
        String file = name + ".yaml";
        try (InputStream in = Profiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            return ProfileReader.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
