package dev.knet.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.testing.Goldens;
import dev.knet.testing.Lowered;
import dev.knet.testing.reach.End;
import dev.knet.testing.reach.Packet;
import dev.knet.testing.reach.Reach;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a recipe compiles to, in a cluster: the pods of its deployments, and those that a test adds. Who can talk to whom
 * is asked of the policies alone, in the form {@code client to web on tcp/80}; a pod of a namespace other than
 * {@code shop} is called {@code namespace/name}, and what is outside the cluster by its address.
 */
final class Recipe {
    static final Path ROOT = Path.of("src/test/cases/accept/recipes");
    private static final String HOME = "shop";
    private static final Pattern QUESTION = Pattern.compile("(\\S+) to (\\S+) on (tcp|udp|sctp)/(\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-f]*:[0-9a-f:]*");

    private final Reach reach;
    private final Map<String, Map<String, String>> namespaces = new HashMap<>();
    private final Map<String, End> pods = new HashMap<>();

    private Recipe(Lowered lowered) {
        reach = Reach.of(lowered.policies(), HOME);
        for (HasMetadata object : lowered.objects()) {
            if (object instanceof Namespace namespace) {
                namespace(
                        namespace.getMetadata().getName(),
                        namespace.getMetadata().getLabels());
            }
        }
        for (HasMetadata object : lowered.objects()) {
            if (object instanceof Deployment deployment) {
                add(deployment);
            }
        }
    }

    /** The one in the folder of this name, which has no errors. */
    static Recipe of(String name) {
        List<Diagnostic> errors = new ArrayList<>();
        String text = Goldens.read(ROOT.resolve(name).resolve("shop.knet"));
        Lowered lowered = Lowered.of("shop.knet", text, errors)
                .orElseThrow(() -> new IllegalArgumentException(name + ": " + errors));
        return new Recipe(lowered);
    }

    private void namespace(String name, Map<String, String> labels) {
        Map<String, String> all = new HashMap<>(labels);
        all.put("kubernetes.io/metadata.name", name);
        namespaces.put(name, all);
    }

    private void add(Deployment deployment) {
        List<End.ContainerPort> named = new ArrayList<>();
        for (Container container : deployment.getSpec().getTemplate().getSpec().getContainers()) {
            container.getPorts().stream()
                    .filter(port -> port.getName() != null)
                    .map(port -> new End.ContainerPort(port.getName(), port.getProtocol(), port.getContainerPort()))
                    .forEach(named::add);
        }
        pod(
                qualified(deployment.getMetadata().getName()),
                deployment.getSpec().getTemplate().getMetadata().getLabels(),
                named);
    }

    /** A namespace that the recipe does not declare. */
    Recipe withNamespace(String name, String... labels) {
        namespace(name, labels(labels));
        return this;
    }

    /** A pod that the recipe does not deploy. */
    Recipe withPod(String name, String... labels) {
        pod(qualified(name), labels(labels), List.of());
        return this;
    }

    private void pod(String name, Map<String, String> labels, List<End.ContainerPort> named) {
        String namespace = name.substring(0, name.indexOf('/'));
        namespaces.computeIfAbsent(namespace, it -> Map.of("kubernetes.io/metadata.name", it));
        pods.put(name, new End.Pod(namespace, namespaces.get(namespace), labels, named));
    }

    private static Map<String, String> labels(String... labels) {
        Map<String, String> all = new HashMap<>();
        for (String label : labels) {
            String[] parts = label.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        return all;
    }

    /** All of these connections are possible. */
    void opens(String... connections) {
        assertThat(connections).allSatisfy(it -> assertThat(isOpen(it)).as(it).isTrue());
    }

    /** None of these connections is possible. */
    void refuses(String... connections) {
        assertThat(connections).allSatisfy(it -> assertThat(isOpen(it)).as(it).isFalse());
    }

    private boolean isOpen(String connection) {
        Matcher question = QUESTION.matcher(connection);
        if (!question.matches()) {
            throw new IllegalArgumentException(connection);
        }
        Packet packet = new Packet(question.group(3).toUpperCase(Locale.ROOT), Integer.parseInt(question.group(4)));
        return reach.between(reach.standing(end(question.group(1))), reach.standing(end(question.group(2))))
                .test(packet);
    }

    private End end(String name) {
        if (ADDRESS.matcher(name).matches()) {
            return new End.External(address(name));
        }
        End pod = pods.get(qualified(name));
        if (pod == null) {
            throw new IllegalArgumentException("there is no pod " + name);
        }
        return pod;
    }

    private static String qualified(String name) {
        return name.contains("/") ? name : HOME + "/" + name;
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
