package dev.knet.emit.java.runtime;

import java.util.List;
import javax.annotation.processing.Generated;

/** Who may be reached, and on which ports of the pods; no ports stand for any port of any protocol. */
@Generated("knet")
record Opening(Member target, List<Ports> ports) {
    Opening {
        ports = List.copyOf(ports);
    }

    /** Whether some of these ports may be meant; none stand for any. */
    boolean mayMeet(List<Ports> others) {
        return ports.isEmpty()
                || others.isEmpty()
                || ports.stream().anyMatch(port -> others.stream().anyMatch(port::mayMeet));
    }
}
