package dev.knet.emit.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.knet.lower.Manifest;
import dev.knet.model.Account;
import dev.knet.model.Namespace;
import dev.knet.model.Service;
import dev.knet.model.Workload;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the classes of things, each with the objects that belong to it. */
final class ThingWriter {
    private final JavaNames names;
    private final Belongings belongings;
    private final ThingDocs docs;
    private final IdentityHashMap<Manifest, Code> objects = new IdentityHashMap<>();

    ThingWriter(JavaNames names, Belongings belongings, ThingDocs docs) {
        this.names = names;
        this.belongings = belongings;
        this.docs = docs;
    }

    /** The class, and what the facade has to know. */
    record Written(Entry entry, TypeSpec type) {}

    /** How the facade gets at an object; known once the class that makes it is written. */
    Code object(Manifest manifest) {
        return Objects.requireNonNull(objects.get(manifest));
    }

    Written workload(Workload workload) {
        Entry entry = Entry.of(names.of(workload), docs.workload(workload));
        ThingClass type = new ThingClass(entry.name(), entry.doc(), objects);
        belongings.object(workload).ifPresent(type::builder);
        type.policies(
                belongings.policies(workload),
                "about the pods of " + DocText.code(workload.qualifiedName())
                        + " alone; those of its namespace may select them too");
        type.ports(workload.ports().stream().map(DeclaredPort::of).toList(), DocText.code(workload.qualifiedName()));
        return new Written(entry, type.build());
    }

    Written service(Service service) {
        Entry entry = Entry.of(names.of(service), docs.service(service)).withHost(host(service));
        ThingClass type = new ThingClass(entry.name(), entry.doc(), objects);
        type.builder(belongings.object(service));
        type.method(MethodSpec.methodBuilder("host")
                .addJavadoc("{@return the name by which it is found within the cluster, $L}", code(service))
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $T.$N", names.facade(), entry.name().host())
                .build());
        type.ports(ports(service), "service " + DocText.code(service.qualifiedName()));
        return new Written(entry, type.build());
    }

    private static String code(Service service) {
        return DocText.code(host(service));
    }

    private static String host(Service service) {
        Namespace namespace = service.namespace();
        return namespace.isOutside() ? service.name() : service.name() + "." + namespace.name() + ".svc";
    }

    private static List<DeclaredPort> ports(Service service) {
        return service.fold(
                ofWorkload -> ofWorkload.ports().stream().map(DeclaredPort::of).toList(), ofHost -> List.of());
    }

    Written account(Account account) {
        Entry entry = Entry.of(names.of(account), ThingDocs.account(account));
        ThingClass type = new ThingClass(entry.name(), entry.doc(), objects);
        type.builder(belongings.object(account));
        return new Written(entry, type.build());
    }

    Written namespace(Namespace namespace) {
        Entry entry = Entry.of(names.of(namespace), docs.namespace(namespace));
        ThingClass type = new ThingClass(entry.name(), entry.doc(), objects);
        belongings.object(namespace).ifPresent(type::builder);
        type.policies(belongings.policies(namespace), "of this namespace that are not just one workload's");
        return new Written(entry, type.build());
    }
}
