package dev.knet.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.knet.testing.MergedObjects;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** The code makes the object that it was made of, whatever class of the model it is of. */
class ObjectCodeTest {
    private static final String PACKAGE = "io/fabric8/kubernetes/api/model/";
    private static final int TOGETHER = 100;

    @Test
    void everyClassOfTheModel() throws Exception {
        List<Object> objects = new ArrayList<>();
        for (Class<?> type : modelClasses()) {
            objects.add(new RandomObject(type.getName().hashCode()).of(type));
        }
        assertThat(objects).hasSizeGreaterThan(1000);
        assertMade(objects);
    }

    /** What a patch brings: a blank builder may preset what the object does not have. */
    @Test
    void mergedObjects() throws Exception {
        assertMade(List.copyOf(MergedObjects.all()));
    }

    private static void assertMade(List<Object> objects) throws ReflectiveOperationException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < objects.size(); i += TOGETHER) {
            String name = "Objects" + i / TOGETHER;
            sources.put(
                    "a/" + name + ".java", source(name, objects.subList(i, Math.min(i + TOGETHER, objects.size()))));
        }
        Compiled compiled = Compiled.of(sources);
        for (int i = 0; i < objects.size(); i++) {
            Class<?> type = compiled.type("a.Objects" + i / TOGETHER);
            Object made = type.getMethod("object" + i % TOGETHER).invoke(null);
            assertThat(made).isEqualTo(objects.get(i));
        }
    }

    private static String source(String name, List<Object> objects) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("Of a test.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        StaticMethods methods = new StaticMethods(ClassName.get("a", name), type);
        ObjectCode code = new ObjectCode(methods);
        for (int i = 0; i < objects.size(); i++) {
            type.addMethod(MethodSpec.methodBuilder("object" + i)
                    .addJavadoc("{@return an object}")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .returns(Object.class)
                    .addStatement("return $L", code.built(objects.get(i)).block())
                    .build());
        }
        return new GeneratedFiles("a", "test").of(methods.build()).text();
    }

    private static List<Class<?>> modelClasses() throws IOException, ReflectiveOperationException {
        List<Class<?>> classes = new ArrayList<>();
        for (var url : Collections.list(ObjectCodeTest.class.getClassLoader().getResources(PACKAGE))) {
            String jar = url.getPath().substring("file:".length(), url.getPath().indexOf("!"));
            try (JarFile file = new JarFile(new File(jar))) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    if (entry.getName().startsWith(PACKAGE) && entry.getName().endsWith("Builder.class")) {
                        add(classes, entry.getName());
                    }
                }
            }
        }
        return classes;
    }

    private static void add(List<Class<?>> classes, String builder) throws ReflectiveOperationException {
        String name = builder.replace('/', '.').replaceAll("Builder\\.class$", "");
        Class<?> type = Class.forName(name, false, ObjectCodeTest.class.getClassLoader());
        if (KubernetesResource.class.isAssignableFrom(type) && type != KubernetesList.class) {
            classes.add(type);
        }
    }
}
