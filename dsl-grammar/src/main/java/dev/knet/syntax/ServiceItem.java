package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand in the block of a service. */
public sealed interface ServiceItem extends Node
        permits Labels,
                Annotations,
                Yaml,
                ServiceItem.SessionAffinity,
                ServiceItem.TrafficPolicy,
                ServiceItem.IpFamilies,
                ServiceItem.PublishNotReady,
                ServiceItem.LoadBalancerClass {

    <R> R accept(Visitor<R> visitor);

    /** One answer for each kind of item. */
    interface Visitor<R> {
        R visit(Labels labels);

        R visit(Annotations annotations);

        R visit(Yaml yaml);

        R visit(SessionAffinity affinity);

        R visit(TrafficPolicy policy);

        R visit(IpFamilies families);

        R visit(PublishNotReady item);

        R visit(LoadBalancerClass item);
    }

    /** `session-affinity`, `session-affinity 3h`: a client stays with a pod, for this long. */
    record SessionAffinity(@Nullable Duration timeout, Span span) implements ServiceItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `external-traffic local`, `internal-traffic cluster`: to which pods traffic goes on from a node. */
    record TrafficPolicy(boolean external, boolean local, Span span) implements ServiceItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `ip-families ipv4, ipv6`: the versions of IP, 4 or 6, in this order; preferred ones may be missing in a cluster. */
    record IpFamilies(boolean preferred, List<Integer> versions, Span span) implements ServiceItem {
        public IpFamilies {
            versions = List.copyOf(versions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `publish-not-ready`: the names of pods resolve before they are ready. */
    record PublishNotReady(Span span) implements ServiceItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `class internal`: the implementation that provides the load balancer. */
    record LoadBalancerClass(Name name, Span span) implements ServiceItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
