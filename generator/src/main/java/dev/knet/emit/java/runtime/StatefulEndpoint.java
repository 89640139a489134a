package dev.knet.emit.java.runtime;

import javax.annotation.processing.Generated;

/** The endpoint of a headless service that gives each pod of a StatefulSet a name of its own. */
@Generated("knet")
public final class StatefulEndpoint extends Endpoint {
    private final String statefulSet;

    StatefulEndpoint(String statefulSet, String host, int port, String scheme) {
        super(host, port, scheme);
        this.statefulSet = statefulSet;
    }

    /**
     * The same port of one pod. How many pods there are is not known here.
     *
     * @param ordinal the number at the end of the pod's name; the first pod has 0
     * @return {@code db-0.db.shop.svc:5432}
     * @throws IllegalArgumentException if the ordinal is negative
     */
    public Endpoint pod(int ordinal) {
        if (ordinal < 0) {
            throw new IllegalArgumentException("no pod has the ordinal " + ordinal + "; they begin with 0");
        }
        return at(statefulSet + "-" + ordinal + "." + host());
    }
}
