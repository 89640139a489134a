package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * What code can change of a container.
 *
 * @param <S> what has these words
 */
@Generated("knet")
public interface ContainerWords<S> {
    /** {@return the container, as the Kubernetes model has it, to change what there is no word for} */
    Container container();

    /** Whatever has these words is its own S: javac cannot know that of what implements this. */
    @SuppressWarnings("unchecked")
    private S self() {
        return (S) this;
    }

    /**
     * Takes another image.
     *
     * @param image its name and tag or digest
     * @return this
     */
    default S image(String image) {
        container().setImage(image);
        return self();
    }

    /**
     * Starts another program.
     *
     * @param command the program and what it is told
     * @return this
     */
    default S command(String... command) {
        container().setCommand(new ArrayList<>(List.of(command)));
        return self();
    }

    /**
     * Tells the program other things.
     *
     * @param args all of them
     * @return this
     */
    default S args(String... args) {
        container().setArgs(new ArrayList<>(List.of(args)));
        return self();
    }

    /**
     * Gives an environment variable a value, in the place of one that it has.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    default S env(String name, String value) {
        return env(new EnvVarBuilder().withName(name).withValue(value).build());
    }

    /**
     * Gives an environment variable a value out of a secret, in the place of one that it has.
     *
     * @param name its name
     * @param secret the name of the secret
     * @param key the key in the secret
     * @return this
     */
    default S envFromSecret(String name, String secret, String key) {
        return env(new EnvVarBuilder()
                .withName(name)
                .withNewValueFrom()
                .withNewSecretKeyRef(key, secret, null)
                .endValueFrom()
                .build());
    }

    /**
     * Gives an environment variable a value out of a config map, in the place of one that it has.
     *
     * @param name its name
     * @param configMap the name of the config map
     * @param key the key in the config map
     * @return this
     */
    default S envFromConfigMap(String name, String configMap, String key) {
        return env(new EnvVarBuilder()
                .withName(name)
                .withNewValueFrom()
                .withNewConfigMapKeyRef(key, configMap, null)
                .endValueFrom()
                .build());
    }

    private S env(EnvVar variable) {
        List<EnvVar> all = new ArrayList<>(container().getEnv());
        int place = 0;
        while (place < all.size() && !all.get(place).getName().equals(variable.getName())) {
            place++;
        }
        if (place < all.size()) {
            all.set(place, variable);
        } else {
            all.add(variable);
        }
        container().setEnv(all);
        return self();
    }

    /**
     * Asks for as much cpu as it may use at most.
     *
     * @param amount such as {@code 250m}
     * @return this
     */
    default S cpu(String amount) {
        return resource("cpu", amount, amount);
    }

    /**
     * Asks for cpu, and bounds it.
     *
     * @param request such as {@code 250m}
     * @param limit such as {@code 1}
     * @return this
     */
    default S cpu(String request, String limit) {
        return resource("cpu", request, limit);
    }

    /**
     * Asks for as much memory as it may use at most.
     *
     * @param amount such as {@code 256Mi}
     * @return this
     */
    default S memory(String amount) {
        return resource("memory", amount, amount);
    }

    /**
     * Asks for memory, and bounds it.
     *
     * @param request such as {@code 256Mi}
     * @param limit such as {@code 1Gi}
     * @return this
     */
    default S memory(String request, String limit) {
        return resource("memory", request, limit);
    }

    private S resource(String name, String request, String limit) {
        ResourceRequirements before = container().getResources();
        container()
                .setResources(
                        (before == null ? new ResourceRequirementsBuilder() : new ResourceRequirementsBuilder(before))
                                .addToRequests(name, Quantity.parse(request))
                                .addToLimits(name, Quantity.parse(limit))
                                .build());
        return self();
    }

    /**
     * Declares one more port of TCP. No policy opens it: ports that others shall reach belong into the file.
     *
     * @param name its name
     * @param number its number
     * @return this
     */
    default S addPort(String name, int number) {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("no port: " + number + "; ports are numbers from 1 to 65535");
        }
        List<ContainerPort> ports = new ArrayList<>(container().getPorts());
        if (ports.stream().anyMatch(port -> name.equals(port.getName()))) {
            throw new IllegalArgumentException("container " + container().getName() + " has a port of the name " + name
                    + " already: choose another");
        }
        ports.add(new ContainerPortBuilder()
                .withName(name)
                .withContainerPort(number)
                .withProtocol("TCP")
                .build());
        container().setPorts(ports);
        return self();
    }
}
