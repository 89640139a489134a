package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * What code can change of something that runs pods.
 *
 * @param <O> the object
 * @param <S> these settings
 */
@Generated("knet")
public abstract class WorkloadSettings<O extends HasMetadata, S extends WorkloadSettings<O, S>>
        extends ObjectSettings<O, S> {
    WorkloadSettings(O object) {
        super(object);
    }

    abstract ObjectMeta podMetadata();

    abstract PodSpec podSpec();

    @Override
    final Map<String, String> knownBy(Set<String> selectedLabels, Set<String> selectedPorts) {
        Map<String, String> known = super.knownBy(selectedLabels, selectedPorts);
        addLabels(known, "pods' label", podMetadata(), selectedLabels);
        for (Container container : podSpec().getContainers()) {
            for (ContainerPort port : container.getPorts()) {
                if (port.getName() != null && selectedPorts.contains(port.getName())) {
                    known.merge(
                            "pods' port `" + port.getName() + "`",
                            port.getProtocol() + " " + port.getContainerPort(),
                            (first, second) -> first + ", " + second);
                }
            }
        }
        known.put("host network", String.valueOf(Boolean.TRUE.equals(podSpec().getHostNetwork())));
        return known;
    }

    /**
     * Gives it and its pods a label, in the place of one of the same key.
     *
     * @param key none that a policy or a service knows pods by
     * @param value its value
     * @return this
     */
    @Override
    public final S label(String key, String value) {
        addLabel(podMetadata(), key, value);
        return super.label(key, value);
    }

    /**
     * Gives its pods an annotation, in the place of one of the same key.
     *
     * @param key its key
     * @param value its value
     * @return this
     */
    public final S podAnnotation(String key, String value) {
        addAnnotation(podMetadata(), key, value);
        return self();
    }

    /**
     * Lets its pods run under another service account, which has to be there.
     *
     * @param name its name
     * @return this
     */
    public final S serviceAccount(String name) {
        podSpec().setServiceAccountName(name);
        return self();
    }

    static int numberOfPods(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("no number of pods: " + count);
        }
        return count;
    }

    final Container find(String name) {
        List<Container> containers = new ArrayList<>(podSpec().getInitContainers());
        containers.addAll(podSpec().getContainers());
        for (Container container : containers) {
            if (container.getName().equals(name)) {
                return container;
            }
        }
        throw new IllegalArgumentException("container " + name + " is gone: an earlier change took it away");
    }
}
