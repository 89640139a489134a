package dev.knet.prove;

import dev.knet.reach.End;
import dev.knet.reach.space.PortSet;

/**
 * A connection of which the sentences and the policies do not say the same.
 *
 * @param isWider whether the policies let through what the sentences do not; otherwise it is the other way round
 */
public record Difference(End from, End to, PortSet ports, boolean isWider) {
    @Override
    public String toString() {
        return (isWider ? "WIDER: " : "NARROWER: ") + from.text() + " => " + to.text() + " : " + ports;
    }
}
