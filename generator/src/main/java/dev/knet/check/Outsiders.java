package dev.knet.check;

import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Port;
import dev.knet.model.Ports;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who from outside of the cluster may enter the pods behind a service that is open to the outside. */
final class Outsiders {
    private final Topology topology;
    private final IsolatedPods isolated;

    Outsiders(Topology topology) {
        this.topology = topology;
        this.isolated = IsolatedPods.of(topology);
    }

    /** Those services whose pods are isolated: all others let everybody in. */
    static List<Service.OfWorkload> publicServices(Topology topology) {
        List<Service.OfWorkload> open = new ArrayList<>();
        for (Service service : topology.services()) {
            if (service instanceof Service.OfWorkload pods
                    && (pods.type() == Service.Type.NODE_PORT || pods.type() == Service.Type.LOAD_BALANCER)) {
                open.add(pods);
            }
        }
        return open;
    }

    boolean isIsolated(Workload workload) {
        return !isolated.in(Direction.INGRESS, Peer.Pods.of(workload)).pods().isEmpty();
    }

    /** The sources that are no pods, of all sentences that may open the pod's port behind a port of a service. */
    List<Peer> admitted(Workload workload, ServicePort port) {
        List<Peer> admitted = new ArrayList<>();
        for (Permission permission : topology.permissions()) {
            for (Permission.Opening opening : permission.openings()) {
                if (opens(opening.ports(), port) && means(opening.targets(), workload)) {
                    permission.sources().stream()
                            .filter(source -> !(source instanceof Peer.Pods))
                            .forEach(admitted::add);
                }
            }
        }
        return admitted;
    }

    /** Whether addresses are kept from the pod's port behind a port of a service. */
    boolean areDenied(Workload workload, ServicePort port) {
        for (Denial denial : topology.denials()) {
            if (denial.sources().stream().anyMatch(Peer.Addresses.class::isInstance)) {
                for (Permission.Opening opening : denial.openings()) {
                    if (opens(opening.ports(), port) && means(opening.targets(), workload)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean means(List<Peer> targets, Workload workload) {
        for (Peer target : targets) {
            Optional<Peer.Pods> pods = target.asPods();
            if (pods.isEmpty() ? target instanceof Peer.Anyone : means(pods.get(), workload)) {
                return true;
            }
        }
        return false;
    }

    private static boolean means(Peer.Pods pods, Workload workload) {
        return pods.workload().isPresent() ? pods.workload().get().equals(workload) : workload.mayBeOf(pods);
    }

    private static boolean opens(Ports ports, ServicePort port) {
        if (ports.any()) {
            return true;
        }
        for (Port open : ports.list()) {
            boolean isMeant = open.fold(
                    range -> range.contains(port.targetNumber()),
                    named -> named.name().equals(port.targetName())
                            || named.name().equals(port.name()));
            if (open.protocol() == port.protocol() && isMeant) {
                return true;
            }
        }
        return false;
    }
}
