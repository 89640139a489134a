package dev.knet.model;

import dev.knet.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container of a workload; only that of an existing workload may be without an image. */
public record Container(
        String name,
        @Nullable String image,
        List<String> command,
        List<String> args,
        List<EnvVar> env,
        List<ContainerPort> ports,
        Span span) {
    public Container {
        command = List.copyOf(command);
        args = List.copyOf(args);
        env = List.copyOf(env);
        ports = List.copyOf(ports);
    }
}
