package dev.knet.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the kubelet asks a container how it is. */
public record Probe(Purpose purpose, Action action, Timing timing) {

    /** What the answer is for. */
    public enum Purpose {
        READY,
        LIVE,
        STARTUP
    }

    /** In seconds, and the number of failures in a row that count; what is absent is up to Kubernetes. */
    public record Timing(OptionalInt every, OptionalInt after, OptionalInt timeout, OptionalInt failures) {}

    /** A port of the container, by the name that it is written by, if it is. */
    public record PortRef(@Nullable String name, int number) {}

    /** What the kubelet does. */
    public sealed interface Action {

        <R> R fold(Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec);
    }

    /** Asks for a path. */
    public record Http(boolean secure, String path, PortRef port) implements Action {
        @Override
        public <R> R fold(
                Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec) {
            return http.apply(this);
        }
    }

    /** Opens a connection. */
    public record Tcp(PortRef port) implements Action {
        @Override
        public <R> R fold(
                Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec) {
            return tcp.apply(this);
        }
    }

    /** Asks gRPC's health service; the name of a service is absent where the server as a whole is meant. */
    public record Grpc(@Nullable String service, PortRef port) implements Action {
        @Override
        public <R> R fold(
                Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec) {
            return grpc.apply(this);
        }
    }

    /** Runs a command in the container. */
    public record Exec(List<String> words) implements Action {
        public Exec {
            words = List.copyOf(words);
        }

        @Override
        public <R> R fold(
                Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec) {
            return exec.apply(this);
        }
    }
}
