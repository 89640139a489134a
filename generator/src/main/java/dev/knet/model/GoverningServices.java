package dev.knet.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which headless service gives the pods of a StatefulSet their names: of several for it, the one that is called like it,
 * else the first by name.
 */
public final class GoverningServices {
    private final Map<Workload, String> names = new HashMap<>();

    private GoverningServices(Topology topology) {
        for (Service service : topology.services()) {
            service.fold(this::add, host -> false);
        }
    }

    public static GoverningServices of(Topology topology) {
        return new GoverningServices(topology);
    }

    private boolean add(Service.OfWorkload service) {
        Workload workload = service.workload();
        if (service.type() != Service.Type.HEADLESS || workload.kind() != Kind.STATEFULSET) {
            return false;
        }
        String known = names.get(workload);
        boolean isBetter = known == null
                || service.name().equals(workload.name())
                || !known.equals(workload.name()) && service.name().compareTo(known) < 0;
        if (isBetter) {
            names.put(workload, service.name());
        }
        return isBetter;
    }

    public Optional<String> of(Workload workload) {
        return Optional.ofNullable(names.get(workload));
    }
}
