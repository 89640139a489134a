package dev.knet.samples.boutique;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A generated Deployment. */
record Workload(Node deployment) {

    String name() {
        return deployment.at("metadata", "name").text();
    }

    Map<String, String> labels() {
        return deployment.at("spec", "template", "metadata", "labels").texts();
    }

    Stream<String> containerRows() {
        return containers()
                .map(container -> String.join(
                        " | ",
                        name(),
                        container.at("name").text(),
                        ports(container),
                        container.at("image").text()));
    }

    Stream<String> environmentRows() {
        return containers()
                .flatMap(container -> container.at("env").items().stream())
                .map(variable -> String.join(
                        " | ",
                        name(),
                        variable.at("name").text(),
                        variable.at("value").text()));
    }

    Stream<Port> ports() {
        return containerPorts().map(Workload::port);
    }

    /** The numbers of the ports that have this name: usually one. */
    List<Integer> numbersOf(String portName) {
        return containerPorts()
                .filter(port -> port.at("name").text().equals(portName))
                .map(port -> port.at("containerPort").number())
                .toList();
    }

    private Stream<Node> containers() {
        return deployment.at("spec", "template", "spec", "containers").items().stream();
    }

    private Stream<Node> containerPorts() {
        return containers().flatMap(container -> container.at("ports").items().stream());
    }

    private static String ports(Node container) {
        String ports = container.at("ports").items().stream()
                .map(port -> (port.at("name").text() + " " + port(port)).strip())
                .collect(Collectors.joining(", "));
        return ports.isEmpty() ? "none" : ports;
    }

    private static Port port(Node port) {
        return new Port(Port.protocol(port), port.at("containerPort").number());
    }
}
