package dev.knet.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knet.compile.CompileRequest;
import dev.knet.compile.Compiler;
import dev.knet.testing.Goldens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What build servers are told of expectations; the sample of the reference. */
final class ExpectationTestsTest {
    private static final String SHOP = """
            namespace shop {
              deployment web { image "nginx:1.27"; port http tcp/8080 }
              deployment db { image "redis:7.4"; port redis tcp/6379 }
              deny ingress
              db allows web
              expect web reaches db
              expect internet cannot reach web on any port
            }
            environment prod {
              namespace shop { web allows internet }
            }
            """;

    @Test
    void areATestEach() {
        Goldens.check(Path.of("src/test/resources/dev/knet/emit/report/junit.xml"), junit(SHOP));
    }

    /** A build server knows a test by these two, and shows its past. */
    @Test
    void keepTheirNamesWhereverTheyStand() {
        String passing = SHOP.replace("web allows internet", "");
        assertThat(junit("\n\n" + passing)).isEqualTo(junit(passing));
    }

    private static String junit(String text) {
        var source = new CompileRequest.Source(
                "src/main/knet/shop.knet", "shop.knet", text.getBytes(StandardCharsets.UTF_8));
        return ExpectationTests.junit(
                Compiler.compile(CompileRequest.toAsk(List.of(source), CompileRequest.Settings.on(LocalDate.EPOCH))));
    }
}
