package dev.knet.reach.read;

import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.PodsObject;
import dev.knet.reach.objects.PodsObject.ContainerPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads pods, and the template that a controller makes its pods of. */
final class PodsReader {
    private PodsReader() {}

    static PodsObject pod(Field pod, String namespace, String name, Origin origin) {
        return pods(pod, namespace, "Pod", name, origin);
    }

    /** Of any controller; the template of a CronJob is within that of its jobs. */
    static PodsObject controller(Field object, String namespace, String kind, String name, Origin origin) {
        Field spec = object.get("spec");
        Field template =
                kind.equals("CronJob") ? spec.get("jobTemplate").get("spec").get("template") : spec.get("template");
        if (!template.isPresent()) {
            template.error("is missing");
        }
        return pods(template, namespace, kind, name, origin);
    }

    /** Whether it has come to an end, and its address may be another's. */
    static boolean isFinished(Field pod) {
        String phase = pod.get("status").get("phase").text("");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    private static PodsObject pods(Field pod, String namespace, String kind, String name, Origin origin) {
        Field spec = pod.get("spec");
        List<ContainerPort> ports = new ArrayList<>();
        for (Field container : spec.get("initContainers").items()) {
            // Only these go on beside the others.
            if (container.get("restartPolicy").text("").equals("Always")) {
                addPorts(container, ports);
            }
        }
        for (Field container : spec.get("containers").items()) {
            addPorts(container, ports);
        }
        Field hostNetwork = spec.get("hostNetwork");
        String account = spec.get("serviceAccountName").text("");
        String older = spec.get("serviceAccount").text("");
        return new PodsObject(
                namespace,
                kind,
                name,
                Set.of(),
                pod.get("metadata").get("labels").words(),
                ports,
                hostNetwork.isPresent() && hostNetwork.flag(),
                !account.isEmpty() ? account : older.isEmpty() ? "default" : older,
                origin);
    }

    private static void addPorts(Field container, List<ContainerPort> ports) {
        for (Field port : container.get("ports").items()) {
            ports.add(new ContainerPort(
                    port.get("name").text(""),
                    SharedFields.protocol(port.get("protocol")),
                    SharedFields.port(port.get("containerPort"))));
        }
    }
}
