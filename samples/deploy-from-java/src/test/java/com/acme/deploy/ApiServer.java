package com.acme.deploy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** An API server in memory: fabric8's, which keeps objects but cannot apply them, and what it lacks for that. */
final class ApiServer extends KubernetesCrudDispatcher implements AutoCloseable {
    private final List<String> applied = new ArrayList<>();
    private final KubernetesMockServer server =
            new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), this, false);

    ApiServer() {
        server.init();
    }

    KubernetesClient client() {
        return server.createClient();
    }

    /** The paths of what was applied, in its order. */
    List<String> applied() {
        return applied;
    }

    /** Makes what is not there, and takes the place of what is. */
    @Override
    public MockResponse handlePatch(RecordedRequest request) {
        String path = request.getPath().replaceFirst("\\?.*", "");
        if (!request.getHeader("Content-Type").startsWith("application/apply-patch")) {
            return super.handlePatch(request);
        }
        applied.add(path);
        boolean isThere = handleGet(path).code() == 200;
        return isThere
                ? handleUpdate(with(HttpMethod.PUT, path, request))
                : handleCreate(with(HttpMethod.POST, path.replaceFirst("/[^/]*$", ""), request));
    }

    private static RecordedRequest with(HttpMethod method, String path, RecordedRequest request) {
        return new RecordedRequest(request.getHttpVersion(), method, path, request.getHeaders(), request.getBody());
    }

    @Override
    public void close() {
        server.destroy();
    }
}
