package dev.knet.samples.boutique;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The generated manifests, as tables that compare with the published facts. */
record Manifests(List<Node> objects) {

    static Manifests read() throws IOException {
        return new Manifests(Node.documents(Path.of("target", "knet", "online-boutique.yaml")));
    }

    List<Node> ofKind(String kind) {
        return objects.stream()
                .filter(object -> object.at("kind").text().equals(kind))
                .toList();
    }

    List<Workload> workloads() {
        return ofKind("Deployment").stream().map(Workload::new).toList();
    }

    List<String> services() {
        return ofKind("Service").stream()
                .flatMap(service -> rows(service).stream())
                .toList();
    }

    private List<String> rows(Node service) {
        List<Workload> behind = workloads().stream()
                .filter(workload -> selects(service.at("spec", "selector"), workload))
                .toList();
        return behind.stream()
                .flatMap(workload ->
                        service.at("spec", "ports").items().stream().map(port -> row(service, port, workload)))
                .toList();
    }

    private static boolean selects(Node selector, Workload workload) {
        return workload.labels().entrySet().containsAll(selector.texts().entrySet());
    }

    private static String row(Node service, Node port, Workload workload) {
        return String.join(
                " | ",
                service.at("metadata", "name").text(),
                service.at("spec", "type").textOr("ClusterIP"),
                new Port(Port.protocol(port), port.at("port").number()).toString(),
                target(port, workload),
                workload.name());
    }

    /** The number that a service's port leads to in the pod. */
    private static String target(Node port, Workload workload) {
        Node target = port.at("targetPort").isPresent() ? port.at("targetPort") : port.at("port");
        return target.isNumber()
                ? target.text()
                : workload.numbersOf(target.text()).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }
}
