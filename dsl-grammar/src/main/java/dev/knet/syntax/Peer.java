package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One end of a connection, as written. */
public sealed interface Peer extends Node {

    <R> R accept(Visitor<R> visitor);

    /** One answer for each kind of peer. */
    interface Visitor<R> {
        R visit(Named peer);

        R visit(OfService peer);

        R visit(Pods peer);

        R visit(OfNamespaces peer);

        R visit(Anyone peer);

        R visit(Dns peer);

        R visit(Internet peer);

        R visit(Nodes peer);

        R visit(Apiserver peer);

        R visit(Addresses peer);
    }

    /** `web`, `shop/web`: a workload, or a service where no workload has the name. */
    record Named(QualifiedName name, Span span) implements Peer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `service web-service`: the pods behind a service. */
    record OfService(QualifiedName name, Span span) implements Peer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `pods`, `pods(app=web) in monitoring`: pods by their labels; without a scope, those of the enclosing namespace. */
    record Pods(List<Requirement> selector, @Nullable Scope scope, Span span) implements Peer {
        public Pods {
            selector = List.copyOf(selector);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `namespace monitoring`, `namespace(team=ops)`, `any namespace`: all pods of some namespaces. */
    record OfNamespaces(Scope scope, Span span) implements Peer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `anyone`: every end of a connection, in the cluster or outside. */
    record Anyone(Span span) implements Peer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `dns`: the cluster's DNS. */
    record Dns(Span span) implements Peer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `internet`: every public address. */
    record Internet(Span span) implements Peer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `nodes`: the cluster's nodes. */
    record Nodes(Span span) implements Peer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `apiserver`: the cluster's API server. */
    record Apiserver(Span span) implements Peer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `10.0.0.0/8 except 10.1.0.0/16`. */
    record Addresses(AddressRange range, List<AddressRange> except, Span span) implements Peer {
        public Addresses {
            except = List.copyOf(except);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
