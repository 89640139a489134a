package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * What code can change of a service.
 *
 * @param <S> these settings
 */
@Generated("knet")
public abstract class ServiceSettings<S extends ServiceSettings<S>> extends ObjectSettings<Service, S> {
    private static final int LOWEST_NODE_PORT = 30_000;
    private static final int HIGHEST_NODE_PORT = 32_767;

    ServiceSettings(Service object) {
        super(object);
    }

    /** Of the port of this number, or of the one that leads to a port of the pods. */
    final S setNodePort(Predicate<ServicePort> which, int nodePort) {
        if (nodePort < LOWEST_NODE_PORT || nodePort > HIGHEST_NODE_PORT) {
            throw new IllegalArgumentException("no node port: " + nodePort + "; nodes listen on ports from "
                    + LOWEST_NODE_PORT + " to " + HIGHEST_NODE_PORT);
        }
        List<ServicePort> ports =
                object().getSpec().getPorts().stream().filter(which).toList();
        if (ports.isEmpty()) {
            throw new IllegalArgumentException(
                    "the port for node port " + nodePort + " is gone: an earlier change took it" + " away");
        }
        ports.forEach(port -> port.setNodePort(nodePort));
        return self();
    }

    /** Sentences about a service are about the pods behind it. */
    @Override
    final Map<String, String> knownBy(Set<String> selectedLabels, Set<String> selectedPorts) {
        Map<String, String> known = super.knownBy(selectedLabels, selectedPorts);
        Map<String, String> selector = object().getSpec().getSelector();
        known.put("selector", selector == null ? "{}" : new TreeMap<>(selector).toString());
        return known;
    }

    static Predicate<ServicePort> of(TargetPort port) {
        return other -> other.getPort() == port.number() && other.getProtocol().equals(port.protocol());
    }

    /** The ports of the pods stand in the object by number or by name. */
    static Predicate<ServicePort> to(TargetPort port) {
        return other -> other.getProtocol().equals(port.protocol()) && leadsTo(other.getTargetPort(), port);
    }

    private static boolean leadsTo(IntOrString target, TargetPort port) {
        return target.getStrVal() == null
                ? Objects.equals(target.getIntVal(), port.number())
                : port.portName().equals(Optional.of(target.getStrVal()));
    }

    /**
     * Changes what there is no word for.
     *
     * @param change is given the builder of the whole object, and gives it back
     * @return this
     */
    public final S service(UnaryOperator<ServiceBuilder> change) {
        return replace(change.apply(new ServiceBuilder(object())).build());
    }
}
