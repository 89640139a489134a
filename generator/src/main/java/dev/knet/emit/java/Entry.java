package dev.knet.emit.java;

import com.palantir.javapoet.CodeBlock;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** What the facade has to know of a thing: its name, its Javadoc, a service's host, and the object that code may change. */
record Entry(ThingName name, CodeBlock doc, Optional<String> host, Optional<HasMetadata> object) {

    static Entry of(ThingName name, CodeBlock doc) {
        return new Entry(name, doc, Optional.empty(), Optional.empty());
    }

    Entry withHost(String known) {
        return new Entry(name, doc, Optional.of(known), object);
    }

    Entry withObject(HasMetadata changeable) {
        return new Entry(name, doc, host, Optional.of(changeable));
    }
}
