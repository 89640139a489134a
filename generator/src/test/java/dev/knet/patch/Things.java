package dev.knet.patch;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;

/** Objects as the language makes them, one of each kind. */
final class Things {
    private static final String META = """
            metadata:
              name: web
              namespace: shop
              labels: {app: web, app.kubernetes.io/managed-by: knet, app.kubernetes.io/part-of: shop}
            """;
    private static final String TEMPLATE = """
            template:
              metadata:
                labels: {app: web}
              spec:
                initContainers:
                - {name: init, image: "busybox:1"}
                containers:
                - name: web
                  image: nginx:1.27
                  ports:
                  - {name: http, containerPort: 8080, protocol: TCP}
                - {name: log, image: "log:1"}
            """;

    static final HasMetadata POD = pod();
    static final HasMetadata SERVICE = service();

    private Things() {}

    static HasMetadata deployment() {
        return controller("apps/v1", "Deployment");
    }

    static HasMetadata controller(String apiVersion, String kind) {
        String selector = kind.equals("Job") ? "" : "  selector:\n    matchLabels: {app: web}\n";
        return Attempts.object("apiVersion: " + apiVersion + "\nkind: " + kind + "\n" + META + "spec:\n" + selector
                + TEMPLATE.indent(2));
    }

    static HasMetadata cronJob() {
        return Attempts.object("apiVersion: batch/v1\nkind: CronJob\n" + META
                + "spec:\n  schedule: '* * * * *'\n  jobTemplate:\n    spec:\n" + TEMPLATE.indent(6));
    }

    static HasMetadata pod() {
        String spec = TEMPLATE.substring(TEMPLATE.indexOf("  spec:")).indent(-2);
        return Attempts.object("apiVersion: v1\nkind: Pod\n" + META + spec);
    }

    static HasMetadata service() {
        return Attempts.object("apiVersion: v1\nkind: Service\n" + META + """
                spec:
                  type: ClusterIP
                  selector: {app: web}
                  ports:
                  - {name: http, port: 80, protocol: TCP, targetPort: http}
                """);
    }

    static HasMetadata namespace() {
        return Attempts.object("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: shop}}\n");
    }

    static Map<String, Quantity> limits(HasMetadata deployment) {
        return ((Deployment) deployment)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getResources()
                .getLimits();
    }
}
