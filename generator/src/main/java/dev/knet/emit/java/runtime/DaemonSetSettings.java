package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * What code can change of a daemon set.
 *
 * @param <S> these settings
 */
@Generated("knet")
public abstract class DaemonSetSettings<S extends DaemonSetSettings<S>> extends WorkloadSettings<DaemonSet, S> {
    DaemonSetSettings(DaemonSet object) {
        super(object);
    }

    @Override
    final ObjectMeta podMetadata() {
        return object().getSpec().getTemplate().getMetadata();
    }

    @Override
    final PodSpec podSpec() {
        return object().getSpec().getTemplate().getSpec();
    }

    /**
     * Changes what there is no word for.
     *
     * @param change is given the builder of the whole object, and gives it back
     * @return this
     */
    public final S daemonSet(UnaryOperator<DaemonSetBuilder> change) {
        return replace(change.apply(new DaemonSetBuilder(object())).build());
    }
}
