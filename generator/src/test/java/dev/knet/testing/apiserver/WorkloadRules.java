package dev.knet.testing.apiserver;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code pkg/apis/apps/validation} and {@code pkg/apis/batch/validation}: what makes pods of a template. */
final class WorkloadRules {
    private static final String ITEM = "([*?]|[a-zA-Z0-9]+(-[a-zA-Z0-9]+)?)(/[0-9]*[1-9][0-9]*)?";
    private static final String FIELD = ITEM + "(," + ITEM + ")*";
    private static final Pattern FIELDS = Pattern.compile("[ \t]*" + FIELD + "([ \t]+" + FIELD + "){4}[ \t]*");
    private static final Pattern MACRO =
            Pattern.compile("@(yearly|annually|monthly|weekly|daily|midnight|hourly|every ([0-9]+[hms])+)");
    private static final int[][] BOUNDS = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 6}};

    private WorkloadRules() {}

    static void check(HasMetadata object, Violations violations) {
        String name = object.getMetadata().getName();
        if (object instanceof Deployment it) {
            violations.require(Formats.isDns1123Subdomain(name), "name", name);
            replicas(it.getSpec().getReplicas(), violations);
            template(it.getSpec().getSelector(), it.getSpec().getTemplate(), violations);
        } else if (object instanceof DaemonSet it) {
            violations.require(Formats.isDns1123Subdomain(name), "name", name);
            template(it.getSpec().getSelector(), it.getSpec().getTemplate(), violations);
        } else if (object instanceof StatefulSet it) {
            statefulSet(name, it.getSpec(), violations);
        } else if (object instanceof Job it) {
            // The name becomes the label `job-name` of the pods.
            violations.require(Formats.isDns1123Subdomain(name) && Formats.isLabelValue(name), "name", name);
            job(it.getSpec(), violations);
        } else if (object instanceof CronJob it) {
            violations.require(Formats.isDns1123Subdomain(name) && name.length() <= 52, "name", name);
            violations.require(
                    isSchedule(it.getSpec().getSchedule()),
                    "schedule",
                    it.getSpec().getSchedule());
            job(it.getSpec().getJobTemplate().getSpec(), violations);
        } else {
            violations.require(false, "kind", object.getKind());
        }
    }

    /** The name and a hash of up to ten digits are the value of a label. */
    private static void statefulSet(String name, StatefulSetSpec spec, Violations violations) {
        violations.require(Formats.isDns1123Label(name), "name", name);
        violations.require(Formats.isLabelValue(name + "-0123456789"), "controller-revision-hash", name);
        String service = spec.getServiceName();
        violations.require(service != null && Formats.isDns1035Label(service), "serviceName", service);
        replicas(spec.getReplicas(), violations);
        template(spec.getSelector(), spec.getTemplate(), violations);
    }

    private static void replicas(Integer replicas, Violations violations) {
        violations.require(replicas == null || replicas >= 0, "replicas", replicas);
    }

    private static void template(LabelSelector selector, PodTemplateSpec template, Violations violations) {
        PolicyRules.selector("selector", selector, violations);
        Map<String, String> labels = template.getMetadata().getLabels();
        Map<String, String> selected = selector.getMatchLabels();
        violations.require(!selected.isEmpty(), "selector is empty", selected);
        violations.require(
                labels.entrySet().containsAll(selected.entrySet()), "selector is not the template's", labels);
        ApiServer.metadata(template.getMetadata(), violations);
        PodRules.check(template.getSpec(), "Always", violations);
        violations.require(
                template.getSpec().getRestartPolicy() == null,
                "restartPolicy",
                template.getSpec().getRestartPolicy());
    }

    private static void job(JobSpec spec, Violations violations) {
        violations.require(spec.getSelector() == null, "selector, which is generated", spec.getSelector());
        Set<String> generated = Set.of("controller-uid", "job-name");
        Map<String, String> labels = spec.getTemplate().getMetadata().getLabels();
        violations.require(labels.keySet().stream().noneMatch(generated::contains), "generated labels", labels);
        ApiServer.metadata(spec.getTemplate().getMetadata(), violations);
        String restarts = spec.getTemplate().getSpec().getRestartPolicy();
        violations.require("OnFailure".equals(restarts) || "Never".equals(restarts), "restartPolicy", restarts);
        PodRules.check(spec.getTemplate().getSpec(), "Always", violations);
    }

    /** Names of months and days are left to the test's own cases; numbers are compared. */
    static boolean isSchedule(String schedule) {
        if (schedule.contains("TZ")) {
            return false;
        }
        if (!FIELDS.matcher(schedule).matches()) {
            return MACRO.matcher(schedule).matches();
        }
        String[] fields = schedule.strip().split("[ \t]+");
        for (int i = 0; i < BOUNDS.length; i++) {
            for (String item : fields[i].split(",")) {
                String[] ends = item.split("/")[0].split("-");
                int first = number(ends[0], BOUNDS[i][0]);
                int last = number(ends[ends.length - 1], BOUNDS[i][1]);
                if (first < BOUNDS[i][0] || last > BOUNDS[i][1] || first > last) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
