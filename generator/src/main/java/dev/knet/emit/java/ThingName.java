package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;

/**
 * What one thing is called: its class, the facade's method that leads to it, how its constants begin, and its words, which no
 * other thing of the topology has.
 */
record ThingName(ClassName type, String accessor, String constant, String words) {

    /** Of a service's host. */
    String host() {
        return constant + "_HOST";
    }
}
