package dev.knet.emit.java;

import dev.knet.model.ContainerPort;
import dev.knet.model.Protocol;
import dev.knet.model.ServicePort;
import org.jspecify.annotations.Nullable;

/** A port of a workload or of a service, as far as its constant is concerned. */
record DeclaredPort(@Nullable String name, Protocol protocol, int number) {

    static DeclaredPort of(ContainerPort port) {
        return new DeclaredPort(port.name(), port.protocol(), port.number());
    }

    static DeclaredPort of(ServicePort port) {
        return new DeclaredPort(port.name(), port.protocol(), port.number());
    }

    /** `tcp/8080`. */
    String written() {
        return protocol.word() + "/" + number;
    }
}
