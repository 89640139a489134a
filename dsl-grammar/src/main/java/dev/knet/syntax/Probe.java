package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** `ready http "/healthz" on http every 10s`: how the kubelet asks a container how it is. */
public record Probe(Purpose purpose, Action action, List<Timing> timings, Span span) implements ContainerItem {

    /** What the answer is for. */
    public enum Purpose {
        READY,
        LIVE,
        STARTUP
    }

    public Probe {
        timings = List.copyOf(timings);
    }

    @Override
    public <R> R accept(ContainerItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /** What the kubelet does. */
    public sealed interface Action extends Node {

        <R> R fold(Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec);
    }

    /** `http "/healthz" on http`, or `https`. */
    public record Http(boolean secure, Text path, PortRef port, Span span) implements Action {
        @Override
        public <R> R fold(
                Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec) {
            return http.apply(this);
        }
    }

    /** `tcp on http`. */
    public record Tcp(PortRef port, Span span) implements Action {
        @Override
        public <R> R fold(
                Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec) {
            return tcp.apply(this);
        }
    }

    /** `grpc "health" on api`: the service is absent where the server as a whole is meant. */
    public record Grpc(@Nullable Text service, PortRef port, Span span) implements Action {
        @Override
        public <R> R fold(
                Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec) {
            return grpc.apply(this);
        }
    }

    /** `exec "cat", "/tmp/ready"`. */
    public record Exec(List<Text> words, Span span) implements Action {
        public Exec {
            words = List.copyOf(words);
        }

        @Override
        public <R> R fold(
                Function<Http, R> http, Function<Tcp, R> tcp, Function<Grpc, R> grpc, Function<Exec, R> exec) {
            return exec.apply(this);
        }
    }

    /** `on http`, `on tcp/8080`: just one of the two is present. */
    public record PortRef(@Nullable Name name, @Nullable PortNumber number, Span span) implements Node {}

    /** `every 10s`, `failures 3`: the word, and what stands behind it. */
    public record Timing(String word, String amount, Span span) implements Node {}
}
