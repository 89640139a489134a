package dev.knet.model;

import dev.knet.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container of a workload; only that of an existing workload may be without an image. */
public record Container(
        Role role,
        String name,
        @Nullable String image,
        List<String> command,
        List<String> args,
        Environment environment,
        List<ContainerPort> ports,
        List<Resource> resources,
        List<Probe> probes,
        Span span) {

    /** When it runs: with the others, before them and to its end, or from before them on and with them. */
    public enum Role {
        MAIN,
        INIT,
        SIDECAR
    }

    public Container {
        command = List.copyOf(command);
        args = List.copyOf(args);
        ports = List.copyOf(ports);
        resources = List.copyOf(resources);
        probes = List.copyOf(probes);
    }
}
