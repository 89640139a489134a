package dev.knet.model;

import dev.knet.source.Span;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A stable name: for the pods of a workload, or for a host outside the cluster. */
public sealed interface Service {
    Namespace namespace();

    String name();

    /** Those of the object; they have nothing to do with the pods. */
    SortedMap<String, String> labels();

    Additions additions();

    String doc();

    Span span();

    <R> R fold(Function<OfWorkload, R> ofWorkload, Function<OfHost, R> ofHost);

    /** `shop/web`, or `web` outside all namespaces. */
    default String qualifiedName() {
        return namespace().qualify(name());
    }

    /** How a service with pods behind it is reached. */
    enum Type {
        CLUSTER_IP,
        NODE_PORT,
        LOAD_BALANCER,
        HEADLESS
    }

    /** A service with the pods of a workload behind it; source ranges say who may use its load balancer. */
    record OfWorkload(
            Namespace namespace,
            String name,
            Type type,
            Workload workload,
            List<ServicePort> ports,
            List<AddressRange> sourceRanges,
            Routing routing,
            SortedMap<String, String> labels,
            Additions additions,
            String doc,
            Span span)
            implements Service {
        public OfWorkload {
            ports = List.copyOf(ports);
            sourceRanges = List.copyOf(sourceRanges);
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }

        @Override
        public <R> R fold(Function<OfWorkload, R> ofWorkload, Function<OfHost, R> ofHost) {
            return ofWorkload.apply(this);
        }
    }

    /** An ExternalName service. */
    record OfHost(
            Namespace namespace,
            String name,
            String host,
            SortedMap<String, String> labels,
            Additions additions,
            String doc,
            Span span,
            Span hostSpan)
            implements Service {
        public OfHost {
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }

        @Override
        public <R> R fold(Function<OfWorkload, R> ofWorkload, Function<OfHost, R> ofHost) {
            return ofHost.apply(this);
        }
    }
}
