package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a service's class says of how application code reaches it: constants and a method for each port. */
final class EndpointMembers {
    private final JavaNames names;

    EndpointMembers(JavaNames names) {
        this.names = names;
    }

    /** For annotations. */
    static List<FieldSpec> constants(ServiceEndpoint endpoint) {
        String port = ThingDocs.port(endpoint.port());
        return List.of(
                constant(TypeName.INT, endpoint.constant() + "_PORT")
                        .addJavadoc("The number of port $L.", port)
                        .initializer("$L", endpoint.port().number())
                        .build(),
                constant(ClassName.get(String.class), endpoint.constant() + "_URI")
                        .addJavadoc("The URI of port $L.", port)
                        .initializer(TextLiteral.of(endpoint.uri()).block())
                        .build());
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    }

    /** To be reached with Java. */
    MethodSpec method(ServiceEndpoint endpoint) {
        ClassName type = names.runtime(endpoint.typeName());
        return MethodSpec.methodBuilder(endpoint.method())
                .addJavadoc("{@return where port $L is reached}", ThingDocs.port(endpoint.port()))
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement(endpoint.made(type, Code.of("host()"))
                        .between("return ", "")
                        .block())
                .build();
    }
}
