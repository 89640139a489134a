package dev.knet.emit.java.runtime;

import java.net.URI;
import javax.annotation.processing.Generated;

/** Where application code reaches a port of a service, or of one pod behind it, from within the cluster. */
@Generated("knet")
public sealed class Endpoint permits StatefulEndpoint {
    private final String host;
    private final int port;
    private final String scheme;

    Endpoint(String host, int port, String scheme) {
        this.host = host;
        this.port = port;
        this.scheme = scheme;
    }

    /** {@return the name by which it is found within the cluster} */
    public final String host() {
        return host;
    }

    /** {@return the number of the port to be dialled} */
    public final int port() {
        return port;
    }

    /** {@return host and port, {@code orders.shop.svc:80}} */
    public final String address() {
        return host + ":" + port;
    }

    /**
     * {@return its URI, {@code http://orders.shop.svc:80}} The scheme is {@code http} or {@code https} if the port's name says
     * so, or its number where nothing is named; else the protocol, {@code tcp}.
     */
    public final URI uri() {
        return uri(scheme);
    }

    /**
     * Its URI, for a scheme that the file does not know.
     *
     * @param another such as {@code redis}
     * @return {@code redis://db.shop.svc:6379}
     */
    public final URI uri(String another) {
        return URI.create(another + "://" + address());
    }

    final Endpoint at(String otherHost) {
        return new Endpoint(otherHost, port, scheme);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Endpoint endpoint
                && host.equals(endpoint.host)
                && port == endpoint.port
                && scheme.equals(endpoint.scheme);
    }

    @Override
    public final int hashCode() {
        return 31 * (31 * host.hashCode() + port) + scheme.hashCode();
    }

    /** {@return the text of its URI} */
    @Override
    public final String toString() {
        return scheme + "://" + address();
    }
}
