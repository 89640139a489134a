package dev.knet.emit.java.runtime;

import java.util.Optional;
import javax.annotation.processing.Generated;

/** A port that a peer says it has. */
@Generated("knet")
public interface TargetPort {
    /** {@return its number} */
    int number();

    /** {@return its protocol, as Kubernetes writes it: {@code TCP}} */
    String protocol();

    /** {@return its name, if it has one} */
    Optional<String> portName();
}
