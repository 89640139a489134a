package dev.knet.emit.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Two readers that share nothing with the writer: one of YAML 1.1, and one of YAML 1.2 with each of its schemas. */
public final class YamlReaders {
    private YamlReaders() {}

    /** What the text says, which all readers must agree on. */
    public static List<Object> read(String text) {
        List<Object> documents = read11(text);
        assertThat(read12(text, new JsonSchema())).as("YAML 1.2, JSON schema").isEqualTo(documents);
        assertThat(read12(text, new CoreSchema())).as("YAML 1.2, core schema").isEqualTo(documents);
        return documents;
    }

    private static List<Object> read11(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(Integer.MAX_VALUE);
        List<Object> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(options)).loadAll(text).forEach(documents::add);
        return documents;
    }

    private static List<Object> read12(String text, Schema schema) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setSchema(schema)
                .build();
        List<Object> documents = new ArrayList<>();
        new Load(settings).loadAllFromString(text).forEach(documents::add);
        return documents;
    }
}
