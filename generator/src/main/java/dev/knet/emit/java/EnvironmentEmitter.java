package dev.knet.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.knet.emit.Artifact;
import dev.knet.lower.Manifests;
import dev.knet.model.Topology;
import io.fabric8.kubernetes.api.model.KubernetesList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/**
 * Writes what code needs that is compiled once and runs in several environments: an enum of them, in the package above
 * theirs. A class holds 65,535 constants, so a large topology's enum inherits most of its members from interfaces that are
 * not seen from outside the package.
 */
public final class EnvironmentEmitter {
    /** About the number of constants. */
    private static final int HEAVIEST_CLASS = 12_000;

    private final ClassName type;
    private final List<InEnvironment> environments;
    private final List<String> constants;
    private final List<TypeSpec> types = new ArrayList<>();

    /** The same topology as it is in an environment, in the package that it has there. */
    public record InEnvironment(String environment, Topology topology, Manifests manifests) {
        ClassName facade() {
            return JavaNames.of(topology).facade();
        }
    }

    private EnvironmentEmitter(String javaPackage, List<InEnvironment> environments) {
        this.environments = List.copyOf(environments);
        this.type = JavaNames.environments(javaPackage, environments.get(0).facade());
        this.constants = JavaNames.constants(
                environments.stream().map(InEnvironment::environment).toList());
    }

    /** One topology in all of its environments. */
    public static List<Artifact> emit(String javaPackage, List<InEnvironment> environments, String source) {
        List<SharedEndpoint> shared = SharedEndpoint.of(environments);
        GeneratedFiles files = new GeneratedFiles(javaPackage, source);
        List<Artifact> artifacts = new ArrayList<>();
        new EnvironmentEmitter(javaPackage, environments)
                .write(shared)
                .forEach(written -> artifacts.add(files.of(written)));
        if (!shared.isEmpty()) {
            artifacts.addAll(RuntimeFiles.endpoints(javaPackage));
        }
        return artifacts;
    }

    private List<TypeSpec> write(List<SharedEndpoint> shared) {
        TypeSpec.Builder part = enumType();
        int weight = 0;
        int number = 1;
        for (SharedEndpoint endpoint : shared) {
            if (weight > 0 && weight + endpoint.weight() > HEAVIEST_CLASS) {
                number++;
                ClassName next = JavaNames.part(type, number);
                types.add(part.addSuperinterface(next).build());
                part = part(next);
                weight = 0;
            }
            weight += endpoint.weight();
            part.addMethod(method(endpoint, number > 1));
        }
        types.add(part.build());
        return types;
    }

    private TypeSpec.Builder enumType() {
        TypeSpec.Builder out = TypeSpec.enumBuilder(type)
                .addJavadoc(new Doc()
                        .paragraph(
                                "The environments of topology $L.",
                                DocText.code(environments.get(0).topology().name()))
                        .paragraph(
                                "There is a method for each port of a service that all of them have; what only some have"
                                        + " is in the packages of these.")
                        .block())
                .addAnnotation(generated())
                .addModifiers(Modifier.PUBLIC);
        for (int i = 0; i < constants.size(); i++) {
            InEnvironment in = environments.get(i);
            out.addEnumConstant(
                    constants.get(i),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc("$L: {@link $T}.", DocText.code(in.environment()), in.facade())
                            .build());
        }
        return out.addMethod(of()).addMethod(manifests()).addMethod(name());
    }

    private static AnnotationSpec generated() {
        return AnnotationSpec.builder(Generated.class)
                .addMember("value", "$S", "knet")
                .build();
    }

    private TypeSpec.Builder part(ClassName name) {
        return TypeSpec.interfaceBuilder(name)
                .addJavadoc("Methods of {@link $T}.", type)
                .addAnnotation(generated());
    }

    private MethodSpec of() {
        String known = environments.stream().map(InEnvironment::environment).collect(Collectors.joining(", "));
        return MethodSpec.methodBuilder("of")
                .addJavadoc("""
                        The environment of this name.

                        @param name as it is in the file; an environment variable may hold it
                        @return it
                        @throws IllegalArgumentException if there is none of this name, or the name is null""")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(String.class, "name")
                .beginControlFlow("for ($T environment : values())", type)
                .beginControlFlow("if (environment.toString().equals(name))")
                .addStatement("return environment")
                .endControlFlow()
                .endControlFlow()
                .addStatement(
                        "throw new $T($S + name + $L)",
                        IllegalArgumentException.class,
                        "there is no environment `",
                        TextLiteral.of("`; there are: " + known).block())
                .build();
    }

    private MethodSpec manifests() {
        List<Code> values = environments.stream()
                .map(in -> Code.of("$T.manifests()", in.facade()))
                .toList();
        return MethodSpec.methodBuilder("manifests")
                .addJavadoc(
                        "{@return all objects of the topology in this environment, made anew, in an order that is safe to"
                                + " apply}")
                .addModifiers(Modifier.PUBLIC)
                .returns(KubernetesList.class)
                .addCode(choice(values, "this"))
                .build();
    }

    private MethodSpec name() {
        List<Code> values = environments.stream()
                .map(in -> TextLiteral.of(in.environment()))
                .toList();
        return MethodSpec.methodBuilder("toString")
                .addJavadoc("{@return its name in the file}")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addCode(choice(values, "this"))
                .build();
    }

    private MethodSpec method(SharedEndpoint shared, boolean inPart) {
        ClassName returned = shared.type(type);
        List<Code> values = shared.inEach().stream()
                .map(endpoint -> endpoint.made(returned, TextLiteral.of(endpoint.host())))
                .toList();
        CodeBlock body = shared.isSameEverywhere()
                ? CodeBlock.builder()
                        .addStatement(values.get(0).between("return ", "").block())
                        .build()
                : choice(values, inPart ? "(" + type.simpleName() + ") this" : "this");
        return MethodSpec.methodBuilder(shared.method())
                .addJavadoc(
                        "{@return where port $L of service $L is reached in this environment}",
                        ThingDocs.port(shared.port()),
                        DocText.code(shared.service()))
                .addModifiers(Modifier.PUBLIC)
                .addModifiers(inPart ? List.of(Modifier.DEFAULT) : List.of())
                .returns(returned)
                .addCode(body)
                .build();
    }

    /** One of these values, by the environment. */
    private CodeBlock choice(List<Code> values, String environment) {
        CodeBlock.Builder out = CodeBlock.builder().add("return switch ($L) {\n$>", environment);
        for (int i = 0; i < values.size(); i++) {
            out.add("case $L -> $L;\n", constants.get(i), values.get(i).block());
        }
        return out.add("$<};\n").build();
    }
}
