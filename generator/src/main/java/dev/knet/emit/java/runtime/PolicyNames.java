package dev.knet.emit.java.runtime;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;

/**
 * Names of policies for sentences in Java: what the sentence says, so that policies of two sentences never overwrite each
 * other, whenever they are applied. They have dots in them, as no name has that knet makes for a policy of the file.
 */
@Generated("knet")
final class PolicyNames {
    private static final int LONGEST = 253;
    private static final int LONGEST_HASH = 37;

    private final Set<String> taken = new HashSet<>();

    static String from(Selection pods, Sentence sentence) {
        List<Peer> sources = sentence.relation().sources();
        return name(
                pods,
                "from-" + sources.stream().map(source -> source.end().name()).collect(Collectors.joining("-")),
                sentence.choice());
    }

    static String to(Selection pods, Sentence sentence) {
        return name(pods, "to-" + sentence.relation().target().end().name(), sentence.choice());
    }

    static String dns(Selection server, Selection client) {
        String where = client.namespace().isEmpty() ? "" : client.namespace() + "-";
        return "allow-" + words(server.name()) + ".dns-from-" + words(where + client.name());
    }

    private static String name(Selection pods, String other, PortChoice choice) {
        String ports = choice.toString().isEmpty() ? "" : ".on-" + words(choice.toString());
        return "allow-" + words(pods.name()) + "." + words(other) + ports;
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Not taken yet, and no longer than Kubernetes takes. */
    String free(String namespace, String name) {
        String fit = name;
        if (name.length() > LONGEST - LONGEST_HASH) {
            UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            fit = name.substring(0, LONGEST - 2 * LONGEST_HASH).replaceAll("[.-]+$", "") + "-" + hash;
        }
        String free = fit;
        for (int i = 2; !taken.add(namespace + "/" + free); i++) {
            free = fit + "-" + i;
        }
        return free;
    }
}
