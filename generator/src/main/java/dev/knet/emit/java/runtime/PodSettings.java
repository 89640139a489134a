package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * What code can change of a pod.
 *
 * @param <S> these settings
 */
@Generated("knet")
public abstract class PodSettings<S extends PodSettings<S>> extends WorkloadSettings<Pod, S> {
    PodSettings(Pod object) {
        super(object);
    }

    @Override
    final ObjectMeta podMetadata() {
        return object().getMetadata();
    }

    @Override
    final PodSpec podSpec() {
        return object().getSpec();
    }

    /**
     * Changes what there is no word for.
     *
     * @param change is given the builder of the whole object, and gives it back
     * @return this
     */
    public final S pod(UnaryOperator<PodBuilder> change) {
        return replace(change.apply(new PodBuilder(object())).build());
    }
}
