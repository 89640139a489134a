package dev.knet.emit.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.knet.lower.Manifest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** The class of one thing while it is being written, and how the facade gets at the objects that it makes. */
final class ThingClass {
    private static final ParameterizedTypeName POLICIES = ParameterizedTypeName.get(List.class, NetworkPolicy.class);
    private static final int MOST_ARGUMENTS = 50;

    private final JavaNames names;
    private final ThingName name;
    private final TypeSpec.Builder type;
    private final StaticMethods methods;
    private final ObjectCode code;
    private final IdentityHashMap<Manifest, Code> objects;

    ThingClass(JavaNames names, ThingName name, CodeBlock doc, IdentityHashMap<Manifest, Code> objects) {
        this.names = names;
        this.name = name;
        this.type = publicClass(name.type(), doc)
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder().build());
        this.methods = new StaticMethods(name.type(), type);
        this.code = new ObjectCode(methods);
        this.objects = objects;
    }

    static TypeSpec.Builder publicClass(ClassName name, CodeBlock doc) {
        return generatedClass(name, doc).addModifiers(Modifier.PUBLIC);
    }

    static TypeSpec.Builder generatedClass(ClassName name, CodeBlock doc) {
        return TypeSpec.classBuilder(name)
                .addJavadoc(doc)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", "knet")
                        .build());
    }

    /** The builder of the thing's own object: `deployment()`. */
    void builder(Manifest manifest) {
        HasMetadata object = manifest.object();
        String kind = object.getClass().getSimpleName();
        String method = Identifiers.lower(kind.substring(0, 1)) + kind.substring(1);
        Code builder = code.builder(object);
        type.addMethod(MethodSpec.methodBuilder(method)
                .addJavadoc("{@return a new builder, filled in with the $L as the file describes it}", kind)
                .addModifiers(Modifier.PUBLIC)
                .returns(ModelType.of(object.getClass()).builder())
                .addStatement(builder.between("return ", "").block())
                .build());
        objects.put(manifest, Code.of(name.accessor() + "()." + method + "().build()"));
    }

    void policies(List<Manifest> policies, String which) {
        List<String> policyMethods = JavaNames.policies(namesOf(policies));
        List<Code> calls = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            StaticMethods.Call call = policy(policyMethods.get(i), policies.get(i));
            objects.put(policies.get(i), call.fromElsewhere());
            if (policies.get(i).object() instanceof NetworkPolicy) {
                calls.add(call.fromWithin(""));
            }
        }
        type.addMethod(MethodSpec.methodBuilder("policies")
                .addJavadoc("{@return the policies $L}", which)
                .addModifiers(Modifier.PUBLIC)
                .returns(POLICIES)
                .addCode(list(calls))
                .build());
    }

    private static List<String> namesOf(List<Manifest> policies) {
        return policies.stream()
                .map(policy -> policy.object().getMetadata().getName())
                .toList();
    }

    private StaticMethods.Call policy(String method, Manifest manifest) {
        Code built = code.built(manifest.object());
        MethodSpec made = MethodSpec.methodBuilder(method)
                .addJavadoc(policyDoc(manifest))
                .addModifiers(Modifier.STATIC)
                .returns(manifest.object().getClass())
                .addStatement(built.between("return ", "").block())
                .build();
        return methods.add(made, built.weight());
    }

    private static CodeBlock policyDoc(Manifest manifest) {
        Set<String> sentences = new LinkedHashSet<>(manifest.sentences());
        manifest.ingressSentences().forEach(sentences::addAll);
        manifest.egressSentences().forEach(sentences::addAll);
        String policy = DocText.code(manifest.object().getMetadata().getName());
        return sentences.isEmpty()
                ? new Doc().paragraph("Policy $L.", policy).block()
                : new Doc()
                        .paragraph("Policy $L:", policy)
                        .list(Doc.sentences(sentences))
                        .block();
    }

    private CodeBlock list(List<Code> calls) {
        CodeBlock.Builder body = CodeBlock.builder();
        if (calls.size() <= MOST_ARGUMENTS) {
            Code arguments = Code.arguments(calls);
            return body.addStatement(
                            "return $T.of($L$L)", List.class, arguments.hasLines() ? "\n" : "", arguments.block())
                    .build();
        }
        List<Code> adds =
                calls.stream().map(call -> call.between("policies.add(", ")")).toList();
        return body.addStatement("$T policies = new $T<>()", POLICIES, ArrayList.class)
                .add(methods.statements(POLICIES, "policies", adds))
                .addStatement("return $T.copyOf(policies)", List.class)
                .build();
    }

    void ports(List<DeclaredPort> ports, String whose) {
        if (!ports.isEmpty()) {
            type.addType(PortEnum.of(ports, names.runtime("TargetPort"), CodeBlock.of("The ports of $L.", whose)));
        }
    }

    void method(MethodSpec method) {
        type.addMethod(method);
    }

    void field(FieldSpec field) {
        type.addField(field);
    }

    void type(TypeSpec nested) {
        type.addType(nested);
    }

    ObjectCode code() {
        return code;
    }

    ThingName name() {
        return name;
    }

    /** Makes it an end of sentences in Java: with ports of this type, or with none of its own. */
    void peer(Optional<ClassName> port, Code end) {
        type.superclass(port.<TypeName>map(it -> ParameterizedTypeName.get(names.runtime("PortedPeer"), it))
                .orElse(names.runtime("PortlessPeer")));
        type.addMethod(override("end")
                .returns(names.runtime("End"))
                .addStatement(end.between("return ", "").block())
                .build());
    }

    /** Whom a sentence in Java isolates whose subject it is. */
    void workloads(List<Code> workloads) {
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), names.runtime("Peer"));
        Code whole = workloads.size() > MOST_ARGUMENTS
                ? methods.filling(
                        list,
                        ArrayList.class,
                        "peers",
                        workloads.stream()
                                .map(call -> call.between("peers.add(", ")"))
                                .toList())
                : Code.arguments(workloads).asArgumentOf("$T.of").with(ClassName.get(List.class));
        type.addMethod(override("workloads")
                .returns(list)
                .addStatement(whole.between("return ", "").block())
                .build());
    }

    /** Of a workload that is not isolated in some direction: what is written if a sentence in Java isolates it. */
    void latent(List<Manifest> ingress, List<Manifest> egress) {
        if (ingress.isEmpty() && egress.isEmpty()) {
            return;
        }
        List<Manifest> both = new ArrayList<>(ingress);
        both.addAll(egress);
        List<String> policyMethods = JavaNames.latentPolicies(namesOf(both));
        List<Code> calls = new ArrayList<>();
        for (int i = 0; i < both.size(); i++) {
            calls.add(policy(policyMethods.get(i), both.get(i)).fromWithin(""));
        }
        type.addMethod(override("latent")
                .returns(POLICIES)
                .addParameter(names.runtime("Direction"), "direction")
                .beginControlFlow("if (direction == $T.INGRESS)", names.runtime("Direction"))
                .addCode(list(calls.subList(0, ingress.size())))
                .endControlFlow()
                .addCode(list(calls.subList(ingress.size(), calls.size())))
                .build());
    }

    private static MethodSpec.Builder override(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class);
    }

    TypeSpec build() {
        return methods.build();
    }
}
