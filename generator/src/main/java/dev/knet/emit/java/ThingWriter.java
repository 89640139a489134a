package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.knet.lower.Manifest;
import dev.knet.model.Account;
import dev.knet.model.Direction;
import dev.knet.model.Namespace;
import dev.knet.model.Offer;
import dev.knet.model.Peer;
import dev.knet.model.PeerGroup;
import dev.knet.model.Service;
import dev.knet.model.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the classes of things, each with the objects that belong to it. */
final class ThingWriter {
    private final JavaNames names;
    private final Belongings belongings;
    private final ThingDocs docs;
    private final EndCode ends;
    private final Subjects subjects;
    private final Verbs verbs;
    private final EndpointMembers endpoints;
    private final IdentityHashMap<Manifest, Code> objects = new IdentityHashMap<>();

    ThingWriter(JavaNames names, Belongings belongings, ThingDocs docs, EndCode ends, Subjects subjects) {
        this.names = names;
        this.belongings = belongings;
        this.docs = docs;
        this.ends = ends;
        this.subjects = subjects;
        this.verbs = new Verbs(names);
        this.endpoints = new EndpointMembers(names);
    }

    /** The class, and what the facade has to know. */
    record Written(Entry entry, TypeSpec type) {}

    /** How the facade gets at an object; known once the class that makes it is written. */
    Code object(Manifest manifest) {
        return Objects.requireNonNull(objects.get(manifest));
    }

    private ThingClass newClass(ThingName name, CodeBlock doc) {
        return new ThingClass(names, name, doc, objects);
    }

    Written workload(Workload workload) {
        Entry entry = Entry.of(names.of(workload), docs.workload(workload));
        ThingClass type = newClass(entry.name(), entry.doc());
        Optional<Manifest> manifest = belongings.object(workload);
        if (manifest.isPresent()) {
            HasMetadata object = manifest.get().object();
            type.builder(manifest.get());
            type.type(SettingsType.of(names, entry.name(), object, workload));
            entry = entry.withObject(object);
        }
        String whose = DocText.code(workload.qualifiedName());
        type.policies(
                belongings.policies(workload),
                "about the pods of " + whose + " alone; those of its namespace may select them too");
        type.ports(workload.ports().stream().map(DeclaredPort::of).toList(), whose);
        if (subjects.isPeer(workload)) {
            Optional<ClassName> port = ownPort(type, workload.declaresPorts());
            type.peer(port, ends.ofWorkload(workload, subjects.isDnsClientOnceIsolated(workload), type.code()));
            List<Peer> self = List.of(Peer.Pods.of(workload));
            if (addVerbs(type, workload.name(), port, self)) {
                type.workloads(List.of(Code.of("this")));
                type.latent(subjects.latent(workload, Direction.INGRESS), subjects.latent(workload, Direction.EGRESS));
            }
        }
        return new Written(entry, type.build());
    }

    private static Optional<ClassName> ownPort(ThingClass type, boolean hasPorts) {
        return hasPorts ? Optional.of(portOf(type)) : Optional.empty();
    }

    /** Whether there is one. */
    private boolean addVerbs(ThingClass type, String subject, Optional<ClassName> port, List<Peer> peers) {
        boolean some = false;
        for (Direction direction : Direction.values()) {
            if (subjects.canBeIsolated(direction, peers)) {
                some = true;
                verbs.of(direction, subject, port, subjects.isIsolated(direction, peers))
                        .forEach(type::method);
            }
        }
        return some;
    }

    private Code call(Workload workload) {
        return Code.of("$T." + names.of(workload).accessor() + "()", names.facade());
    }

    Written service(Service service) {
        Entry entry = Entry.of(names.of(service), docs.service(service))
                .withHost(ServiceEndpoint.host(service))
                .withObject(belongings.object(service).object());
        ThingClass type = newClass(entry.name(), entry.doc());
        type.builder(belongings.object(service));
        type.method(MethodSpec.methodBuilder("host")
                .addJavadoc("{@return the name by which it is found within the cluster, $L}", code(service))
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $T.$N", names.facade(), entry.name().host())
                .build());
        for (ServiceEndpoint endpoint : ServiceEndpoint.of(service, belongings.statefulSetNamedBy(service))) {
            EndpointMembers.constants(endpoint).forEach(type::field);
            type.method(endpoints.method(endpoint));
        }
        type.ports(ports(service), "service " + DocText.code(service.qualifiedName()));
        HasMetadata object = belongings.object(service).object();
        type.type(service.fold(
                ofWorkload -> SettingsType.of(names, entry.name(), object, ofWorkload),
                ofHost -> SettingsType.of(
                        names, entry.name(), object, "service " + DocText.code(service.qualifiedName()))));
        service.fold(ofWorkload -> addPeer(type, ofWorkload), ofHost -> false);
        return new Written(entry, type.build());
    }

    private boolean addPeer(ThingClass type, Service.OfWorkload service) {
        Workload workload = service.workload();
        if (!subjects.isPeer(service)) {
            return false;
        }
        Optional<ClassName> port = ownPort(type, !service.ports().isEmpty());
        if (service.ports().isEmpty() && workload.declaresPorts() && names.hasClass(workload)) {
            port = Optional.of(names.of(workload).type().nestedClass(PortEnum.NAME));
        }
        type.peer(port, ends.ofService(service, type.code()));
        if (names.hasClass(workload)
                && addVerbs(type, "service " + service.name(), port, List.of(Peer.Pods.of(workload)))) {
            type.workloads(List.of(call(workload)));
        }
        return true;
    }

    private static String code(Service service) {
        return DocText.code(ServiceEndpoint.host(service));
    }

    private static List<DeclaredPort> ports(Service service) {
        return service.fold(
                ofWorkload -> ofWorkload.ports().stream().map(DeclaredPort::of).toList(), ofHost -> List.of());
    }

    Written account(Account account) {
        HasMetadata object = belongings.object(account).object();
        Entry entry = Entry.of(names.of(account), ThingDocs.account(account)).withObject(object);
        ThingClass type = newClass(entry.name(), entry.doc());
        type.builder(belongings.object(account));
        type.type(SettingsType.of(
                names, entry.name(), object, "service account " + DocText.code(account.qualifiedName())));
        return new Written(entry, type.build());
    }

    Written namespace(Namespace namespace) {
        Entry entry = Entry.of(names.of(namespace), docs.namespace(namespace));
        ThingClass type = newClass(entry.name(), entry.doc());
        Optional<Manifest> manifest = belongings.object(namespace);
        if (manifest.isPresent()) {
            HasMetadata object = manifest.get().object();
            type.builder(manifest.get());
            type.type(SettingsType.of(names, entry.name(), object, "namespace " + DocText.code(namespace.name())));
            entry = entry.withObject(object);
        }
        type.policies(belongings.policies(namespace), "of this namespace that are not just one workload's");
        if (!namespace.isOutside()) {
            type.peer(Optional.empty(), ends.ofNamespace(namespace, type.code()));
            addVerbs(type, "namespace " + namespace.name(), Optional.empty(), List.of(Peer.Pods.all(namespace)));
        }
        return new Written(entry, type.build());
    }

    /** A group has the ports that all its members have, if all of them say which they have. */
    Written group(PeerGroup group) {
        Entry entry = Entry.of(names.of(group), docs.group(group));
        ThingClass type = newClass(entry.name(), entry.doc());
        boolean isPorted = !group.members().isEmpty()
                && group.members().stream().noneMatch(member -> member.offers().isEmpty());
        List<DeclaredPort> ports = isPorted ? commonPorts(group) : List.of();
        type.ports(ports, "all members of " + DocText.code(group.qualifiedName()));
        Optional<ClassName> port =
                isPorted ? Optional.of(ports.isEmpty() ? names.runtime("TargetPort") : portOf(type)) : Optional.empty();
        if (!subjects.isPeer(group)) {
            return new Written(entry, type.build());
        }
        type.peer(port, ends.ofGroup(group, type.code()));
        List<Peer> peers = group.peers();
        if (addVerbs(type, group.name(), port, peers)) {
            List<Code> workloads = new ArrayList<>();
            for (Peer peer : peers) {
                peer.asPods().flatMap(Peer.Pods::workload).ifPresent(workload -> workloads.add(call(workload)));
            }
            type.workloads(workloads);
        }
        return new Written(entry, type.build());
    }

    private static ClassName portOf(ThingClass type) {
        return type.name().type().nestedClass(PortEnum.NAME);
    }

    private static List<DeclaredPort> commonPorts(PeerGroup group) {
        List<DeclaredPort> common = new ArrayList<>();
        for (Offer offer : group.members().get(0).offers()) {
            List<Offer> same = new ArrayList<>();
            for (PeerGroup.Member member : group.members()) {
                member.offers().stream()
                        .filter(it -> it.protocol() == offer.protocol() && it.number() == offer.number())
                        .findFirst()
                        .ifPresent(same::add);
            }
            if (same.size() == group.members().size() && offer.number() > 0) {
                boolean sameName = same.stream().allMatch(it -> Objects.equals(it.name(), offer.name()));
                common.add(DeclaredPort.of(
                        sameName ? offer : new Offer(offer.protocol(), offer.number(), null, offer.opens())));
            }
        }
        return common;
    }
}
