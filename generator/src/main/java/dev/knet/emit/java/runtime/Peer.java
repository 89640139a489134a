package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import javax.annotation.processing.Generated;

/** An end of a sentence: pods or addresses that a policy can name. */
@Generated("knet")
public abstract class Peer {
    Peer() {}

    /** What the file says of it. */
    abstract End end();

    /** The workloads of this topology that it stands for as the subject of a sentence, if it stands for such. */
    List<Peer> workloads() {
        return List.of();
    }

    /**
     * Of a workload that the file does not isolate in this direction: the policies that let through what the file's
     * sentences permit, to be written as soon as a sentence isolates it.
     */
    List<NetworkPolicy> latent(Direction direction) {
        return List.of();
    }

    static <P extends TargetPort> PortedSentence<P> reaching(Peer source, PortedPeer<P> target) {
        return new PortedSentence<>(new Relation(Direction.EGRESS, target, List.of(source)));
    }

    static PortlessSentence reaching(Peer source, PortlessPeer target) {
        return new PortlessSentence(new Relation(Direction.EGRESS, target, List.of(source)));
    }

    /** What sentences of the file call it. */
    @Override
    public final String toString() {
        return end().written();
    }
}
