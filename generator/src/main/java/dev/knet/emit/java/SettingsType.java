package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.knet.model.Container;
import dev.knet.model.Service;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The class within that of a thing that says what code can change of it. */
final class SettingsType {
    static final String NAME = "Settings";
    private static final String CONTAINER = "Container";
    private static final ClassName MODEL_CONTAINER = ClassName.get(io.fabric8.kubernetes.api.model.Container.class);

    private final JavaNames names;
    private final ClassName self;
    private final TypeSpec.Builder type;

    private SettingsType(JavaNames names, ThingName name, HasMetadata object, String whose) {
        this.names = names;
        this.self = name.type().nestedClass(NAME);
        String base = object.getClass().getSimpleName() + "Settings";
        this.type = TypeSpec.classBuilder(NAME)
                .addJavadoc("What code can change of $L.", whose)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(names.runtime(base), self))
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(object.getClass(), "object")
                        .addStatement("super(object)")
                        .build());
    }

    /** Of an object that is neither a workload nor a service with pods behind it. */
    static TypeSpec of(JavaNames names, ThingName name, HasMetadata object, String whose) {
        return new SettingsType(names, name, object, whose).type.build();
    }

    static TypeSpec of(JavaNames names, ThingName name, HasMetadata object, Workload workload) {
        SettingsType settings = new SettingsType(names, name, object, DocText.code(workload.qualifiedName()));
        if (workload.containers().size() == 1) {
            settings.addOneContainer(workload.containers().get(0));
        } else {
            settings.addContainers(workload.containers());
        }
        return settings.type.build();
    }

    /** The words for its only container are those of the workload. */
    private void addOneContainer(Container container) {
        type.addSuperinterface(ParameterizedTypeName.get(names.runtime("ContainerWords"), self))
                .addMethod(MethodSpec.methodBuilder("container")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(MODEL_CONTAINER)
                        .addStatement(TextLiteral.of(container.name())
                                .asArgumentOf("return find")
                                .block())
                        .build());
    }

    private void addContainers(List<Container> containers) {
        List<String> constants =
                JavaNames.constants(containers.stream().map(Container::name).toList());
        TypeSpec.Builder which = TypeSpec.enumBuilder(CONTAINER)
                .addJavadoc("The containers, by their names.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC);
        for (int i = 0; i < constants.size(); i++) {
            CodeBlock named = TextLiteral.of(containers.get(i).name()).block();
            which.addEnumConstant(
                    constants.get(i),
                    TypeSpec.anonymousClassBuilder(named)
                            .addJavadoc("$L.", DocText.code(containers.get(i).name()))
                            .build());
        }
        which.addField(String.class, "containerName", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "containerName")
                        .addStatement("this.containerName = containerName")
                        .build());
        TypeName change = ParameterizedTypeName.get(ClassName.get(Consumer.class), names.runtime("ContainerSettings"));
        type.addType(which.build())
                .addMethod(MethodSpec.methodBuilder("container")
                        .addJavadoc("Changes one of its containers.\n\n"
                                + "@param which the container\n@param change is given its settings\n@return this")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(self)
                        .addParameter(self.nestedClass(CONTAINER), "which")
                        .addParameter(change, "change")
                        .addStatement(
                                "change.accept(new $T(find(which.containerName)))", names.runtime("ContainerSettings"))
                        .addStatement("return this")
                        .build());
    }

    /** Node ports can be set where nodes have some. */
    static TypeSpec of(JavaNames names, ThingName name, HasMetadata object, Service.OfWorkload service) {
        SettingsType settings =
                new SettingsType(names, name, object, "service " + DocText.code(service.qualifiedName()));
        boolean hasNodePorts = service.type() == Service.Type.NODE_PORT || service.type() == Service.Type.LOAD_BALANCER;
        if (hasNodePorts) {
            settings.addNodePort(name.type().nestedClass(PortEnum.NAME), "of", "port one of the service's ports");
            settings.portOfThePods(service)
                    .ifPresent(port -> settings.addNodePort(
                            port, "to", "port the port of the pods to which the service's port leads"));
        }
        return settings.type.build();
    }

    private void addNodePort(ClassName port, String which, String doc) {
        type.addMethod(MethodSpec.methodBuilder("nodePort")
                .addJavadoc(
                        "Chooses the port of the nodes that leads to a port of the service.\n\n"
                                + "@param $L\n@param number from 30000 to 32767, free in the cluster\n@return this",
                        doc)
                .addModifiers(Modifier.PUBLIC)
                .returns(self)
                .addParameter(port, "port")
                .addParameter(int.class, "number")
                .addStatement("return setNodePort($L(port), number)", which)
                .build());
    }

    /** The pods' ports say just as well which of the service's is meant, if one leads to each of them. */
    private Optional<ClassName> portOfThePods(Service.OfWorkload service) {
        Workload workload = service.workload();
        boolean isOneToOne = workload.ports().stream()
                .allMatch(port -> service.ports().stream()
                                .filter(it -> it.protocol() == port.protocol() && it.targetNumber() == port.number())
                                .count()
                        == 1);
        return workload.declaresPorts() && isOneToOne && names.hasClass(workload)
                ? Optional.of(names.of(workload).type().nestedClass(PortEnum.NAME))
                : Optional.empty();
    }
}
