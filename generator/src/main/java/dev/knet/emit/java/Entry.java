package dev.knet.emit.java;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/** What the facade has to know of a thing: its name, its Javadoc, and a service's host. */
record Entry(ThingName name, CodeBlock doc, Optional<String> host) {

    static Entry of(ThingName name, CodeBlock doc) {
        return new Entry(name, doc, Optional.empty());
    }

    Entry withHost(String known) {
        return new Entry(name, doc, Optional.of(known));
    }
}
