package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * What code can change of a cron job.
 *
 * @param <S> these settings
 */
@Generated("knet")
public abstract class CronJobSettings<S extends CronJobSettings<S>> extends WorkloadSettings<CronJob, S> {
    CronJobSettings(CronJob object) {
        super(object);
    }

    @Override
    final ObjectMeta podMetadata() {
        return object().getSpec().getJobTemplate().getSpec().getTemplate().getMetadata();
    }

    @Override
    final PodSpec podSpec() {
        return object().getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    }

    /**
     * Runs at other times.
     *
     * @param schedule as cron writes it: {@code 0 3 * * *}
     * @return this
     */
    public final S schedule(String schedule) {
        object().getSpec().setSchedule(schedule);
        return self();
    }

    /**
     * Changes what there is no word for.
     *
     * @param change is given the builder of the whole object, and gives it back
     * @return this
     */
    public final S cronJob(UnaryOperator<CronJobBuilder> change) {
        return replace(change.apply(new CronJobBuilder(object())).build());
    }
}
