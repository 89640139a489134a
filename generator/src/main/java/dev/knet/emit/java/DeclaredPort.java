package dev.knet.emit.java;

import dev.knet.model.ContainerPort;
import dev.knet.model.Offer;
import dev.knet.model.Protocol;
import dev.knet.model.ServicePort;
import org.jspecify.annotations.Nullable;

/**
 * A port of a workload, a service or a group, as far as its constant is concerned: it is called by its name, or, of a service
 * that gives it none, by that of the pods' port behind it.
 */
record DeclaredPort(
        @Nullable String name,
        Protocol protocol,
        int number,
        @Nullable String called) {

    /** Called by its own name, or by its number. */
    DeclaredPort(@Nullable String name, Protocol protocol, int number) {
        this(name, protocol, number, name);
    }

    static DeclaredPort of(ContainerPort port) {
        return new DeclaredPort(port.name(), port.protocol(), port.number());
    }

    static DeclaredPort of(ServicePort port) {
        String called = port.name() == null ? port.targetName() : port.name();
        return new DeclaredPort(port.name(), port.protocol(), port.number(), called);
    }

    static DeclaredPort of(Offer offer) {
        return new DeclaredPort(offer.name(), offer.protocol(), offer.number());
    }

    /** `tcp/8080`. */
    String written() {
        return protocol.word() + "/" + number;
    }
}
