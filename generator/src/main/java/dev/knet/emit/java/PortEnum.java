package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The enum within a thing's class: a constant for each port that the thing declares. */
final class PortEnum {
    static final String NAME = "Port";
    private static final ClassName STRING = ClassName.get(String.class);

    private PortEnum() {}

    static TypeSpec of(List<DeclaredPort> ports, ClassName targetPort, CodeBlock doc) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(NAME)
                .addJavadoc(doc)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(targetPort);
        List<String> constants = JavaNames.ports(ports);
        for (int i = 0; i < ports.size(); i++) {
            type.addEnumConstant(constants.get(i), constant(ports.get(i)));
        }
        return type.addField(int.class, "number", Modifier.PRIVATE, Modifier.FINAL)
                .addField(STRING, "protocol", Modifier.PRIVATE, Modifier.FINAL)
                .addField(STRING, "portName", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(getter(TypeName.INT, "number"))
                .addMethod(getter(STRING, "protocol"))
                .addMethod(portName())
                .build();
    }

    private static TypeSpec constant(DeclaredPort port) {
        return TypeSpec.anonymousClassBuilder(
                        "$L, $S, $L",
                        port.number(),
                        port.protocol().name(),
                        TextLiteral.of(port.name() == null ? "" : port.name()).block())
                .addJavadoc("$L.", ThingDocs.port(port))
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(TypeName.INT, "number")
                .addParameter(STRING, "protocol")
                .addParameter(STRING, "portName")
                .addStatement("this.number = number")
                .addStatement("this.protocol = protocol")
                .addStatement("this.portName = portName")
                .build();
    }

    private static MethodSpec getter(TypeName type, String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $N", name)
                .build();
    }

    private static MethodSpec portName() {
        return MethodSpec.methodBuilder("portName")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(Optional.class, String.class))
                .addStatement(
                        "return portName.isEmpty() ? $T.empty() : $T.of(portName)", Optional.class, Optional.class)
                .build();
    }
}
