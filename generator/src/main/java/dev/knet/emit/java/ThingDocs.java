package dev.knet.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.knet.model.Account;
import dev.knet.model.AddressRange;
import dev.knet.model.Direction;
import dev.knet.model.Namespace;
import dev.knet.model.PeerGroup;
import dev.knet.model.Service;
import dev.knet.model.ServicePort;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What the Javadoc says of each thing: its comment, what it is, its ports, who may reach it and whom it may reach. */
final class ThingDocs {
    private static final String THERE_ALREADY = ", which is in the cluster already";

    private final JavaNames names;
    private final Sentences sentences;

    ThingDocs(JavaNames names, Sentences sentences) {
        this.names = names;
        this.sentences = sentences;
    }

    CodeBlock workload(Workload workload) {
        Doc doc = Doc.of(workload.doc())
                .paragraph(
                        "$L $L$L. $L",
                        workload.kind().title(),
                        DocText.code(workload.qualifiedName()),
                        workload.existing() ? THERE_ALREADY : "",
                        ports(workload));
        passing(doc, Direction.INGRESS, workload, "Anyone may reach it", "Nobody may reach it", "Who may reach it");
        passing(doc, Direction.EGRESS, workload, "It may reach anyone", "It may reach nobody", "Whom it may reach");
        SortedSet<String> denied = sentences.denying(workload);
        if (!denied.isEmpty()) {
            doc.paragraph("Never, whatever else is said:").list(Doc.sentences(denied));
        }
        return doc.block();
    }

    private static String ports(Workload workload) {
        if (!workload.declaresPorts()) {
            return "It does not say what it listens on.";
        }
        return workload.ports().stream()
                .map(port -> port(DeclaredPort.of(port)))
                .collect(Collectors.joining(", ", "It listens on ", "."));
    }

    /** `http (tcp/8080)`. */
    static String port(DeclaredPort port) {
        return port.name() == null ? port.written() : DocText.code(port.name()) + " (" + port.written() + ")";
    }

    private void passing(Doc doc, Direction direction, Workload workload, String open, String shut, String heading) {
        boolean isolated = sentences.isIsolated(direction, workload);
        List<CodeBlock> items = passing(direction, workload);
        if (items.isEmpty()) {
            doc.paragraph("$L.", isolated ? shut : open);
            return;
        }
        if (direction == Direction.EGRESS && sentences.isDnsClient(workload)) {
            items.add(CodeBlock.of("the cluster's DNS, because it may reach something"));
        }
        doc.paragraph("$L:", isolated ? heading : open + "; it is named in").list(items);
    }

    private List<CodeBlock> passing(Direction direction, Workload workload) {
        List<CodeBlock> items = new ArrayList<>(Doc.sentences(sentences.permitting(direction, workload)));
        if (!sentences.permitting(direction, workload.namespace()).isEmpty()) {
            items.add(CodeBlock.of(
                    "what {@link $T} says about its pods",
                    names.of(workload.namespace()).type()));
        }
        return items;
    }

    CodeBlock namespace(Namespace namespace) {
        Doc doc = Doc.of(namespace.doc());
        if (namespace.isOutside()) {
            doc.paragraph("What is outside all namespaces: whoever applies it says which namespace that is.");
        } else {
            doc.paragraph("Namespace $L$L.", DocText.code(namespace.name()), namespace.existing() ? THERE_ALREADY : "");
        }
        SortedSet<String> about = sentences.about(namespace);
        return about.isEmpty()
                ? doc.block()
                : doc.paragraph("About its pods:").list(Doc.sentences(about)).block();
    }

    CodeBlock group(PeerGroup group) {
        List<CodeBlock> members = group.members().stream()
                .map(member -> CodeBlock.of("$L", DocText.code(member.name())))
                .toList();
        return new Doc()
                .paragraph("$L $L:", group.network() ? "Network" : "Group", DocText.code(group.qualifiedName()))
                .list(members)
                .block();
    }

    static CodeBlock account(Account account) {
        return new Doc()
                .paragraph("Service account $L.", DocText.code(account.qualifiedName()))
                .block();
    }

    CodeBlock service(Service service) {
        return service.fold(this::ofWorkload, ThingDocs::ofHost);
    }

    private static CodeBlock ofHost(Service.OfHost service) {
        return Doc.of(service.doc())
                .paragraph(
                        "ExternalName service $L: another name of $L.",
                        DocText.code(service.qualifiedName()),
                        DocText.code(service.host()))
                .block();
    }

    private CodeBlock ofWorkload(Service.OfWorkload service) {
        List<CodeBlock> ports = service.ports().stream()
                .map(port -> CodeBlock.of("$L", port(port)))
                .toList();
        Doc doc = Doc.of(service.doc())
                .paragraph(
                        "$L service $L in front of $L, on$L",
                        type(service.type()),
                        DocText.code(service.qualifiedName()),
                        behind(service.workload()),
                        ports.isEmpty() ? " all their ports." : "");
        if (!ports.isEmpty()) {
            doc.list(ports);
        }
        if (!service.sourceRanges().isEmpty()) {
            doc.paragraph("Its load balancer lets in nobody but").list(ranges(service));
        }
        return doc.block();
    }

    private CodeBlock behind(Workload workload) {
        return names.hasClass(workload)
                ? CodeBlock.of("{@link $T}", names.of(workload).type())
                : CodeBlock.of("$L", DocText.code(workload.qualifiedName()));
    }

    private static List<CodeBlock> ranges(Service.OfWorkload service) {
        return service.sourceRanges().stream()
                .map(AddressRange::toString)
                .map(range -> CodeBlock.of("$L", range))
                .toList();
    }

    private static String port(ServicePort port) {
        String target = port.targetName() == null ? "" : DocText.code(port.targetName()) + ", ";
        String node = port.nodePort().isPresent() ? ", at " + port.nodePort().getAsInt() + " of each node" : "";
        return port(DeclaredPort.of(port)) + ": " + target + port.protocol().word() + "/" + port.targetNumber()
                + " of the pod" + node;
    }

    private static String type(Service.Type type) {
        return switch (type) {
            case CLUSTER_IP -> "ClusterIP";
            case NODE_PORT -> "NodePort";
            case LOAD_BALANCER -> "LoadBalancer";
            case HEADLESS -> "Headless";
        };
    }
}
