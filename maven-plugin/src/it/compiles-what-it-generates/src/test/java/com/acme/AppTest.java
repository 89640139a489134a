package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.shop.Shop;
import com.acme.shop.Web;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AppTest {

    @Test
    void mainCodeUsesTheApi() {
        assertEquals(3, App.web().getSpec().getReplicas());
    }

    @Test
    void testsUseTheApi() {
        assertEquals("web-service.shop.svc", Shop.WEB_SERVICE_HOST);
        assertEquals(1, Web.Port.values().length);
    }

    @Test
    void theManifestsSayTheSame() throws Exception {
        String yaml = Files.readString(Path.of("target", "knet", "shop.yaml"));
        Shop.manifests().getItems().forEach(object -> {
            assertTrue(yaml.contains("kind: " + object.getKind()), object.getKind());
            assertTrue(yaml.contains("name: " + object.getMetadata().getName()), object.getMetadata().getName());
        });
    }
}
