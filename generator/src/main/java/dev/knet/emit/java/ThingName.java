package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;

/** What one thing is called: its class, the facade's method that leads to it, and how its constants begin. */
record ThingName(ClassName type, String accessor, String constant) {

    /** Of a service's host. */
    String host() {
        return constant + "_HOST";
    }
}
