package dev.knet.syntax;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands behind a service. */
public sealed interface ServiceTarget {

    <R> R fold(Function<ForWorkload, R> forWorkload, Function<ForHost, R> forHost);

    /**
     * `for web nodeport on tcp/80 -> http at 30080 from 203.0.113.0/24`. The type is the word for it, absent for a
     * ClusterIP service.
     */
    record ForWorkload(QualifiedName workload, @Nullable Name type, List<ServicePort> ports, List<AddressRange> sources)
            implements ServiceTarget {
        public ForWorkload {
            ports = List.copyOf(ports);
            sources = List.copyOf(sources);
        }

        @Override
        public <R> R fold(Function<ForWorkload, R> forWorkload, Function<ForHost, R> forHost) {
            return forWorkload.apply(this);
        }
    }

    /** `external "db.example.com"`. */
    record ForHost(Text host) implements ServiceTarget {
        @Override
        public <R> R fold(Function<ForWorkload, R> forWorkload, Function<ForHost, R> forHost) {
            return forHost.apply(this);
        }
    }
}
