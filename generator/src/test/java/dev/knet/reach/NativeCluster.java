package dev.knet.reach;

import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.read.ManifestReader;
import dev.knet.reach.read.ManifestReader.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A shop with a web server, a database and a guest beside it, to try native policies on. */
final class NativeCluster {
    private static final String PODS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: shop}}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: guest}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}, spec: {
              serviceAccountName: front, containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: db}}, spec: {containers: [{name: c}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: visitor, namespace: guest, labels: {app: visitor}}, spec: {containers: [{name: c}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: agent, namespace: guest, labels: {app: agent}}, spec: {
              hostNetwork: true, containers: [{name: c}]}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: front, namespace: shop}, spec: {
              selector: {app: web}, ports: [{port: 80, targetPort: http}]}}
            ---
            """;

    private final ClusterObjects objects;
    private final Reachability reachability;

    NativeCluster(String policies) {
        this.objects = ManifestReader.read(
                List.of(new Source("a.yaml", (PODS + policies).getBytes(StandardCharsets.UTF_8))), "default");
        this.reachability = Reachability.of(objects);
    }

    Reachability reachability() {
        return reachability;
    }

    /** On what one can connect to another; an address is one of several ends, of which the first is asked. */
    String between(String from, String to) {
        return reachability
                .between(reachability.find(from).get(0), reachability.find(to).get(0))
                .toString();
    }

    boolean reaches(String from, String to, String on) {
        return reachability.reaches(from, to, on).holds();
    }

    boolean cannotReach(String from, String to, String on) {
        return reachability.cannotReach(from, to, on).holds();
    }
}
