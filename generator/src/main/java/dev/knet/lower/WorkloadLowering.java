package dev.knet.lower;

import dev.knet.model.Account;
import dev.knet.model.Namespace;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobTemplateSpec;
import java.util.Map;
import java.util.Optional;

/** Namespaces, and what runs in them. */
final class WorkloadLowering {
    private WorkloadLowering() {}

    static HasMetadata namespace(Namespace namespace, Metadata metadata) {
        io.fabric8.kubernetes.api.model.Namespace object = new io.fabric8.kubernetes.api.model.Namespace();
        object.setMetadata(metadata.clusterWide(namespace.name(), namespace.labels(), namespace.additions()));
        return object;
    }

    static HasMetadata account(Account account, Metadata metadata) {
        ServiceAccount object = new ServiceAccount();
        object.setMetadata(metadata.of(account.namespace(), account.name(), Map.of()));
        return object;
    }

    /** The service is that of a StatefulSet. */
    static HasMetadata lower(Workload workload, Optional<String> service, Metadata metadata) {
        ObjectMeta named = metadata.of(workload.namespace(), workload.name(), workload.labels(), workload.additions());
        return switch (workload.kind()) {
            case POD -> pod(workload, named);
            case DEPLOYMENT -> deployment(workload, named);
            case STATEFULSET -> statefulSet(workload, service, named);
            case DAEMONSET -> daemonSet(workload, named);
            case JOB -> job(workload, named);
            case CRONJOB -> cronJob(workload, named);
        };
    }

    private static Pod pod(Workload workload, ObjectMeta metadata) {
        Pod pod = new Pod();
        pod.setMetadata(metadata);
        pod.setSpec(PodLowering.spec(workload));
        return pod;
    }

    private static PodTemplateSpec template(Workload workload) {
        ObjectMeta labelled = new ObjectMeta();
        labelled.setLabels(workload.labels());
        labelled.setAnnotations(workload.additions().annotations());
        PodTemplateSpec template = new PodTemplateSpec();
        template.setMetadata(labelled);
        template.setSpec(PodLowering.spec(workload));
        return template;
    }

    private static Deployment deployment(Workload workload, ObjectMeta metadata) {
        DeploymentSpec spec = new DeploymentSpec();
        workload.replicas().ifPresent(spec::setReplicas);
        spec.setSelector(Selectors.labelSelector(workload.selector()));
        spec.setTemplate(template(workload));
        Deployment deployment = new Deployment();
        deployment.setMetadata(metadata);
        deployment.setSpec(spec);
        return deployment;
    }

    private static StatefulSet statefulSet(Workload workload, Optional<String> service, ObjectMeta metadata) {
        StatefulSetSpec spec = new StatefulSetSpec();
        service.ifPresent(spec::setServiceName);
        workload.replicas().ifPresent(spec::setReplicas);
        spec.setSelector(Selectors.labelSelector(workload.selector()));
        spec.setTemplate(template(workload));
        StatefulSet set = new StatefulSet();
        set.setMetadata(metadata);
        set.setSpec(spec);
        return set;
    }

    private static DaemonSet daemonSet(Workload workload, ObjectMeta metadata) {
        DaemonSetSpec spec = new DaemonSetSpec();
        spec.setSelector(Selectors.labelSelector(workload.selector()));
        spec.setTemplate(template(workload));
        DaemonSet set = new DaemonSet();
        set.setMetadata(metadata);
        set.setSpec(spec);
        return set;
    }

    private static Job job(Workload workload, ObjectMeta metadata) {
        Job job = new Job();
        job.setMetadata(metadata);
        job.setSpec(jobSpec(workload));
        return job;
    }

    /** Without a selector: Kubernetes makes one, by a label of which no two jobs have the same. */
    private static JobSpec jobSpec(Workload workload) {
        JobSpec spec = new JobSpec();
        spec.setTemplate(template(workload));
        return spec;
    }

    private static CronJob cronJob(Workload workload, ObjectMeta metadata) {
        JobTemplateSpec template = new JobTemplateSpec();
        template.setSpec(jobSpec(workload));
        CronJobSpec spec = new CronJobSpec();
        workload.schedule().ifPresent(spec::setSchedule);
        spec.setJobTemplate(template);
        CronJob job = new CronJob();
        job.setMetadata(metadata);
        job.setSpec(spec);
        return job;
    }
}
