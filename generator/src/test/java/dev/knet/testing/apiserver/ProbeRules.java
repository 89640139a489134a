package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code validateProbe}, and that a port by name is one that the kubelet finds. */
final class ProbeRules {
    private ProbeRules() {}

    static boolean hasAny(Container container) {
        return probes(container).findAny().isPresent();
    }

    private static Stream<Probe> probes(Container container) {
        return Stream.of(container.getReadinessProbe(), container.getLivenessProbe(), container.getStartupProbe())
                .filter(Objects::nonNull);
    }

    static void check(Container container, Violations violations) {
        probes(container).forEach(probe -> check(probe, container, violations));
    }

    private static void check(Probe probe, Container container, Violations violations) {
        long actions = Stream.of(probe.getHttpGet(), probe.getTcpSocket(), probe.getGrpc(), probe.getExec())
                .filter(Objects::nonNull)
                .count();
        violations.require(actions == 1, "probe", probe);
        List<Integer> times =
                Arrays.asList(probe.getPeriodSeconds(), probe.getTimeoutSeconds(), probe.getFailureThreshold());
        // The API server takes 0 for what is left out, and knet says the same otherwise.
        violations.require(times.stream().allMatch(it -> it == null || it > 0), "times of probe", probe);
        Integer delay = probe.getInitialDelaySeconds();
        violations.require(delay == null || delay >= 0, "initialDelaySeconds", delay);
        if (probe.getHttpGet() != null) {
            String path = probe.getHttpGet().getPath();
            violations.require(path != null && path.startsWith("/"), "path", path);
            port(probe.getHttpGet().getPort(), container, violations);
        }
        if (probe.getTcpSocket() != null) {
            port(probe.getTcpSocket().getPort(), container, violations);
        }
        if (probe.getGrpc() != null) {
            violations.require(Formats.isPort(probe.getGrpc().getPort()), "port", probe);
        }
        if (probe.getExec() != null) {
            violations.require(!probe.getExec().getCommand().isEmpty(), "command", probe);
        }
    }

    private static void port(IntOrString port, Container container, Violations violations) {
        String name = port.getStrVal();
        boolean fits = name == null
                ? Formats.isPort(port.getIntVal())
                : Formats.isPortName(name) && container.getPorts().stream().anyMatch(it -> name.equals(it.getName()));
        violations.require(fits, "port of probe", port);
    }
}
