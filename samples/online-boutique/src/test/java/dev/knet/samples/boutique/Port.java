package dev.knet.samples.boutique;

import java.util.Locale;

/** A port of a pod: `tcp/8080`. */
record Port(String protocol, int number) {

    /** The protocol of a port as Kubernetes writes it, TCP where it says none. */
    static String protocol(Node port) {
        return port.at("protocol").textOr("TCP").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return protocol + "/" + number;
    }
}
