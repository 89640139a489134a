package dev.knet.model;

import java.util.Locale;
import java.util.Set;

/** The kinds of workload, each with the labels that its controller adds to its pods. */
public enum Kind {
    POD("Pod"),
    DEPLOYMENT("Deployment", "pod-template-hash"),
    STATEFULSET(
            "StatefulSet",
            "controller-revision-hash",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index"),
    DAEMONSET("DaemonSet", "controller-revision-hash", "pod-template-generation"),
    JOB("Job", Labels.OF_JOBS),
    CRONJOB("CronJob", Labels.OF_JOBS);

    private final String title;
    private final Set<String> added;

    Kind(String title, String... added) {
        this.title = title;
        this.added = Set.of(added);
    }

    /** Cron jobs make jobs, whose pods they are. */
    private static final class Labels {
        private static final String[] OF_JOBS = {
            "controller-uid",
            "job-name",
            "batch.kubernetes.io/controller-uid",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/job-completion-index"
        };

        private Labels() {}
    }

    /** Of the language's word, `deployment`. */
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The language's word, `deployment`. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Kubernetes' word, `StatefulSet`. */
    public String title() {
        return title;
    }

    /** Whether its controller puts a label of this key on its pods, with a value that only the cluster knows. */
    public boolean adds(String key) {
        return added.contains(key);
    }

    /** Whether it keeps a number of pods that a file can give. */
    public boolean isReplicated() {
        return this == DEPLOYMENT || this == STATEFULSET;
    }

    /** Whether its pods run to an end. */
    public boolean ends() {
        return this == JOB || this == CRONJOB;
    }
}
