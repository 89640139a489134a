package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.knet.model.Topology;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The class that everything begins with. A class holds 65,535 constants, eight for a service and its host, so a large
 * topology's facade inherits most of its members from classes that are not seen from outside the package.
 */
final class Facade {
    private static final int MOST_THINGS = 2_000;
    private static final ParameterizedTypeName ITEMS = ParameterizedTypeName.get(List.class, HasMetadata.class);

    private final JavaNames names;
    private final Topology topology;
    private final EndCode ends;
    private final ChangesType changes;

    Facade(JavaNames names, Topology topology, EndCode ends, SelectedNames selected) {
        this.names = names;
        this.topology = topology;
        this.ends = ends;
        this.changes = new ChangesType(names, selected);
    }

    /** The facade and what it inherits from, of these things and objects in their order. */
    List<TypeSpec> write(List<Entry> things, List<Code> objects) {
        TypeSpec.Builder facade = ThingClass.publicClass(names.facade(), doc())
                .addModifiers(Modifier.FINAL)
                .addMethod(constructor(Modifier.PRIVATE));
        StaticMethods methods = new StaticMethods(names.facade(), facade);
        facade.addMethod(manifests(methods, objects));
        facade.addMethod(topology());
        facade.addMethod(facts(methods));
        List<TypeSpec> types = new ArrayList<>();
        for (int part = 1; part <= parts(things); part++) {
            TypeSpec.Builder type = part == 1 ? facade : part(part);
            addThings(type, part, things);
            types.add(part == 1 ? methods.build() : type.build());
        }
        return types;
    }

    private static int parts(List<Entry> things) {
        return Math.max(1, (things.size() + MOST_THINGS - 1) / MOST_THINGS);
    }

    private void addThings(TypeSpec.Builder type, int part, List<Entry> things) {
        if (part < parts(things)) {
            type.superclass(names.facadePart(part + 1));
        }
        int end = Math.min(part * MOST_THINGS, things.size());
        List<Entry> its = things.subList((part - 1) * MOST_THINGS, end);
        its.forEach(thing -> add(type, thing));
        type.addType(changes.of(its, part, part == parts(things)));
    }

    private CodeBlock doc() {
        return new Doc()
                .paragraph("Topology $L.", DocText.code(topology.name()))
                .paragraph(
                        "{@link #manifests()} is all of it, {@link #topology()} is for changes; every other method leads to"
                                + " one thing in it.")
                .block();
    }

    private TypeSpec.Builder part(int number) {
        ClassName name = names.facadePart(number);
        return ThingClass.generatedClass(name, CodeBlock.of("Things of {@link $T}.", names.facade()))
                .addModifiers(Modifier.ABSTRACT)
                .addMethod(constructor());
    }

    private static MethodSpec constructor(Modifier... modifiers) {
        return MethodSpec.constructorBuilder().addModifiers(modifiers).build();
    }

    private static void add(TypeSpec.Builder type, Entry thing) {
        ThingName name = thing.name();
        thing.host().ifPresent(host -> type.addField(host(name, host)));
        type.addMethod(MethodSpec.methodBuilder(name.accessor())
                .addJavadoc(thing.doc())
                .addJavadoc("\n\n@return {@link $T}", name.type())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name.type())
                .addStatement("return new $T()", name.type())
                .build());
    }

    private static FieldSpec host(ThingName name, String host) {
        return FieldSpec.builder(String.class, name.host(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The name by which {@link $T} is found within the cluster.", name.type())
                .initializer(TextLiteral.of(host).block())
                .build();
    }

    private MethodSpec topology() {
        ClassName type = changes.name(1);
        return MethodSpec.methodBuilder("topology")
                .addJavadoc("{@return the topology, to change it before its objects are made}")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addStatement("return new $T()", type)
                .build();
    }

    private MethodSpec facts(StaticMethods methods) {
        ClassName type = names.runtime("Facts");
        ObjectCode code = new ObjectCode(methods);
        return MethodSpec.methodBuilder("facts")
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addStatement(
                        "$T facts = new $T($L)",
                        type,
                        type,
                        TextLiteral.of(topology.name()).block())
                .addCode(methods.statements(type, "facts", ends.facts("facts", code)))
                .addStatement("return facts")
                .build();
    }

    private static MethodSpec manifests(StaticMethods methods, List<Code> objects) {
        List<Code> adds = objects.stream()
                .map(object -> object.between("items.add(", ")"))
                .toList();
        return MethodSpec.methodBuilder("manifests")
                .addJavadoc("{@return all objects of the topology, made anew, in an order that is safe to apply}")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(KubernetesList.class)
                .addStatement("$T items = new $T<>()", ITEMS, ArrayList.class)
                .addCode(methods.statements(ITEMS, "items", adds))
                .addStatement("$T list = new $T()", KubernetesList.class, KubernetesList.class)
                .addStatement("list.setItems(items)")
                .addStatement("return list")
                .build();
    }
}
