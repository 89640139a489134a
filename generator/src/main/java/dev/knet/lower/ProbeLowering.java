package dev.knet.lower;

import dev.knet.model.Probe;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.List;

/** How the kubelet asks containers how they are. */
final class ProbeLowering {
    private ProbeLowering() {}

    static void lower(List<Probe> probes, Container container) {
        for (Probe probe : probes) {
            io.fabric8.kubernetes.api.model.Probe object = object(probe);
            switch (probe.purpose()) {
                case READY -> container.setReadinessProbe(object);
                case LIVE -> container.setLivenessProbe(object);
                case STARTUP -> container.setStartupProbe(object);
            }
        }
    }

    private static io.fabric8.kubernetes.api.model.Probe object(Probe probe) {
        io.fabric8.kubernetes.api.model.Probe object =
                probe.action().fold(ProbeLowering::http, ProbeLowering::tcp, ProbeLowering::grpc, ProbeLowering::exec);
        Probe.Timing timing = probe.timing();
        timing.every().ifPresent(object::setPeriodSeconds);
        timing.after().ifPresent(object::setInitialDelaySeconds);
        timing.timeout().ifPresent(object::setTimeoutSeconds);
        timing.failures().ifPresent(object::setFailureThreshold);
        return object;
    }

    private static io.fabric8.kubernetes.api.model.Probe http(Probe.Http http) {
        HTTPGetAction action = new HTTPGetAction();
        action.setPath(http.path());
        action.setPort(port(http.port()));
        if (http.secure()) {
            action.setScheme("HTTPS");
        }
        io.fabric8.kubernetes.api.model.Probe object = new io.fabric8.kubernetes.api.model.Probe();
        object.setHttpGet(action);
        return object;
    }

    private static io.fabric8.kubernetes.api.model.Probe tcp(Probe.Tcp tcp) {
        TCPSocketAction action = new TCPSocketAction();
        action.setPort(port(tcp.port()));
        io.fabric8.kubernetes.api.model.Probe object = new io.fabric8.kubernetes.api.model.Probe();
        object.setTcpSocket(action);
        return object;
    }

    /** Here Kubernetes takes no name. */
    private static io.fabric8.kubernetes.api.model.Probe grpc(Probe.Grpc grpc) {
        GRPCAction action = new GRPCAction();
        action.setPort(grpc.port().number());
        action.setService(grpc.service());
        io.fabric8.kubernetes.api.model.Probe object = new io.fabric8.kubernetes.api.model.Probe();
        object.setGrpc(action);
        return object;
    }

    private static io.fabric8.kubernetes.api.model.Probe exec(Probe.Exec exec) {
        io.fabric8.kubernetes.api.model.Probe object = new io.fabric8.kubernetes.api.model.Probe();
        object.setExec(new ExecAction(exec.words()));
        return object;
    }

    private static IntOrString port(Probe.PortRef port) {
        return port.name() == null ? new IntOrString(port.number()) : new IntOrString(port.name());
    }
}
