package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * What code can change of a stateful set.
 *
 * @param <S> these settings
 */
@Generated("knet")
public abstract class StatefulSetSettings<S extends StatefulSetSettings<S>> extends WorkloadSettings<StatefulSet, S> {
    StatefulSetSettings(StatefulSet object) {
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
     * Runs another number of pods.
     *
     * @param count not below 0
     * @return this
     */
    public final S replicas(int count) {
        object().getSpec().setReplicas(numberOfPods(count));
        return self();
    }

    /**
     * Changes what there is no word for.
     *
     * @param change is given the builder of the whole object, and gives it back
     * @return this
     */
    public final S statefulSet(UnaryOperator<StatefulSetBuilder> change) {
        return replace(change.apply(new StatefulSetBuilder(object())).build());
    }
}
