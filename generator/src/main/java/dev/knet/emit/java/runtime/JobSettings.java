package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * What code can change of a job.
 *
 * @param <S> these settings
 */
@Generated("knet")
public abstract class JobSettings<S extends JobSettings<S>> extends WorkloadSettings<Job, S> {
    JobSettings(Job object) {
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
    public final S job(UnaryOperator<JobBuilder> change) {
        return replace(change.apply(new JobBuilder(object())).build());
    }
}
