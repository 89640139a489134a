package dev.knet.testing.semantics;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;

/** What the pods of a workload are like. */
record Template(ObjectMeta metadata, PodSpec spec) {

    static Template of(HasMetadata object) {
        if (object instanceof Pod it) {
            return new Template(it.getMetadata(), it.getSpec());
        }
        PodTemplateSpec template = template(object);
        return new Template(template.getMetadata(), template.getSpec());
    }

    private static PodTemplateSpec template(HasMetadata object) {
        if (object instanceof Deployment it) {
            return it.getSpec().getTemplate();
        }
        if (object instanceof StatefulSet it) {
            return it.getSpec().getTemplate();
        }
        if (object instanceof DaemonSet it) {
            return it.getSpec().getTemplate();
        }
        if (object instanceof Job it) {
            return it.getSpec().getTemplate();
        }
        return ((CronJob) object).getSpec().getJobTemplate().getSpec().getTemplate();
    }
}
