package dev.knet.emit.java;

import dev.knet.model.Protocol;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * With which scheme the URI of a port begins. A name is believed, a number only where nothing is named: a port {@code
 * grpc} on 443 is not a web site. {@code web} says that it is one of both kinds, and leaves to the number which.
 */
final class UriScheme {
    private static final Set<Integer> HTTPS_NUMBERS = Set.of(443, 8443);
    private static final Set<Integer> HTTP_NUMBERS = Set.of(80, 8000, 8080);

    private UriScheme() {}

    /** Of a port with this name, or with none. */
    static String of(@Nullable String name, Protocol protocol, int number) {
        if (protocol != Protocol.TCP) {
            return protocol.word();
        }
        if (name == null || name.equals("web")) {
            boolean isPlain = name != null || HTTP_NUMBERS.contains(number);
            return HTTPS_NUMBERS.contains(number) ? "https" : isPlain ? "http" : protocol.word();
        }
        if (name.equals("https") || name.startsWith("https-")) {
            return "https";
        }
        boolean isHttp = name.equals("http") || name.equals("http2") || name.startsWith("http-");
        return isHttp ? "http" : protocol.word();
    }
}
