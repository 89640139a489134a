package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * The class within the facade with a method for each thing that code can change. Where the facade has several parts, each
 * of them has such a class, and the first inherits from the others.
 */
final class ChangesType {
    private static final String NAME = "Topology";

    private final JavaNames names;
    private final SelectedNames selected;

    ChangesType(JavaNames names, SelectedNames selected) {
        this.names = names;
        this.selected = selected;
    }

    /** Of the facade's part with this number. */
    ClassName name(int part) {
        return part == 1
                ? names.facade().nestedClass(NAME)
                : names.facadePart(part).nestedClass(NAME + "__" + part);
    }

    TypeSpec of(List<Entry> things, int part, boolean isLast) {
        TypeVariableName variable = TypeVariableName.get("T");
        TypeName self = part == 1 ? name(1) : variable;
        ClassName base = isLast ? names.runtime("Changes") : name(part + 1);
        TypeSpec.Builder type = TypeSpec.classBuilder(name(part))
                .superclass(ParameterizedTypeName.get(base, self))
                .addModifiers(Modifier.STATIC)
                .addMethod(MethodSpec.constructorBuilder().build());
        if (part == 1) {
            type.addJavadoc("The topology with changes that are made in code.")
                    .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        } else {
            type.addJavadoc("Changes of some things.\n\n@param <T> those of all")
                    .addModifiers(Modifier.ABSTRACT)
                    .addTypeVariable(TypeVariableName.get("T", ParameterizedTypeName.get(name(part), variable)));
        }
        things.forEach(thing -> thing.object().ifPresent(object -> type.addMethod(change(thing.name(), object, self))));
        if (part == 1) {
            type.addMethod(unchanged())
                    .addMethod(texts("selectedLabels", selected.labels()))
                    .addMethod(texts("selectedPorts", selected.ports()))
                    .addMethod(self(self));
        }
        return type.build();
    }

    private static MethodSpec change(ThingName name, HasMetadata object, TypeName self) {
        ClassName settings = name.type().nestedClass(SettingsType.NAME);
        String namespace = object.getMetadata().getNamespace();
        List<Code> arguments = new ArrayList<>();
        arguments.add(Code.of("$T.class", ClassName.get(object.getClass())));
        arguments.add(TextLiteral.of(namespace == null ? "" : namespace));
        arguments.add(TextLiteral.of(object.getMetadata().getName()));
        arguments.add(Code.of("$T::new", settings));
        arguments.add(Code.of("change"));
        return MethodSpec.methodBuilder(name.accessor())
                .addJavadoc("Changes {@link $T}.\n\n@param change is given its settings\n@return this", name.type())
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), settings), "change")
                .addStatement(Code.joined(arguments, ", ")
                        .between("return change(", ")")
                        .block())
                .build();
    }

    private MethodSpec unchanged() {
        return override("unchanged")
                .returns(KubernetesList.class)
                .addStatement("return $T.manifests()", names.facade())
                .build();
    }

    private static MethodSpec texts(String method, Collection<String> texts) {
        List<Code> literals = texts.stream().map(TextLiteral::of).toList();
        return override(method)
                .returns(ParameterizedTypeName.get(Set.class, String.class))
                .addStatement(Code.arguments(literals)
                        .asArgumentOf("return $T.of")
                        .with(ClassName.get(Set.class))
                        .block())
                .build();
    }

    private static MethodSpec self(TypeName self) {
        return override("self").returns(self).addStatement("return this").build();
    }

    private static MethodSpec.Builder override(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class);
    }
}
