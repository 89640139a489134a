package dev.knet.reach.read;

import dev.knet.reach.objects.Origin;
import dev.knet.reach.objects.ServiceObject;
import dev.knet.reach.objects.ServiceObject.Port;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads a Service. */
final class ServiceReader {
    private ServiceReader() {}

    static ServiceObject read(Field object, String namespace, String name, Origin origin) {
        Field spec = object.get("spec");
        ServiceObject.Type type = type(spec);
        List<Port> ports = new ArrayList<>();
        for (Field port : spec.get("ports").items()) {
            ports.add(port(port));
        }
        Map<String, String> selector = spec.get("selector").words();
        return new ServiceObject(
                namespace,
                name,
                type,
                type == ServiceObject.Type.EXTERNAL_NAME ? Map.of() : selector,
                ports,
                type == ServiceObject.Type.LOAD_BALANCER ? sourceRanges(spec) : List.of(),
                spec.get("externalTrafficPolicy").text("").equals("Local"),
                origin);
    }

    private static ServiceObject.Type type(Field spec) {
        Field field = spec.get("type");
        String word = field.text("");
        return switch (word) {
            case "", "ClusterIP" ->
                spec.get("clusterIP").text("").equals("None")
                        ? ServiceObject.Type.HEADLESS
                        : ServiceObject.Type.CLUSTER_IP;
            case "NodePort" -> ServiceObject.Type.NODE_PORT;
            case "LoadBalancer" -> ServiceObject.Type.LOAD_BALANCER;
            case "ExternalName" -> ServiceObject.Type.EXTERNAL_NAME;
            default -> {
                field.error("takes `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`, not " + Quoted.of(word));
                yield ServiceObject.Type.CLUSTER_IP;
            }
        };
    }

    private static Port port(Field field) {
        String name = field.get("name").text("");
        Protocol protocol = SharedFields.protocol(field.get("protocol"));
        int number = SharedFields.port(field.get("port"));
        Field node = field.get("nodePort");
        boolean hasNode = node.isPresent() && node.number(0, SharedFields.HIGHEST_PORT) > 0;
        OptionalInt nodePort = hasNode ? OptionalInt.of(SharedFields.port(node)) : OptionalInt.empty();
        Field target = field.get("targetPort");
        if (target.isPresent() && !target.isNumber()) {
            String targetName = target.text("");
            if (!targetName.isEmpty()) {
                if (!LabelSyntax.isPortName(targetName)) {
                    target.error("is no name of a port: " + Quoted.of(targetName) + "; a number stands without quotes");
                }
                return new Port(name, protocol, number, 0, targetName, nodePort);
            }
        }
        // What is 0 is not said.
        int said = target.isNumber() ? target.number(0, SharedFields.HIGHEST_PORT) : 0;
        return new Port(name, protocol, number, said == 0 ? number : said, "", nodePort);
    }

    private static List<AddressRange> sourceRanges(Field spec) {
        List<AddressRange> ranges = new ArrayList<>();
        for (Field item : spec.get("loadBalancerSourceRanges").items()) {
            SharedFields.cidr(item).ifPresent(ranges::add);
        }
        return ranges;
    }
}
