package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.AddressRange;
import dev.knet.syntax.ContainerBlock;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.Label;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Name;
import dev.knet.syntax.PortNumber;
import dev.knet.syntax.Replicas;
import dev.knet.syntax.ServicePort;
import dev.knet.syntax.ServiceStatement;
import dev.knet.syntax.ServiceTarget;
import dev.knet.syntax.WorkloadBlock;
import dev.knet.syntax.WorkloadItem;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Workloads and services. */
final class ThingBuilder {
    private final SourceFile file;
    private final Names names;
    private final RelationBuilder relations;
    private final TreeBuilder.Docs docs;

    ThingBuilder(SourceFile file, Names names, RelationBuilder relations, TreeBuilder.Docs docs) {
        this.file = file;
        this.names = names;
        this.relations = relations;
        this.docs = docs;
    }

    Names names() {
        return names;
    }

    Labels labels(KnetParser.LabelsContext context) {
        List<Label> labels = new ArrayList<>();
        for (KnetParser.LabelContext label : context.label()) {
            labels.add(new Label(names.name(label.labelKey()), names.name(label.labelValue()), span(label)));
        }
        return new Labels(labels, span(context));
    }

    WorkloadBlock workload(KnetParser.WorkloadContext context) {
        List<WorkloadItem> items = new ArrayList<>();
        if (context.workloadBody() != null) {
            for (KnetParser.WorkloadItemContext item : context.workloadBody().workloadItem()) {
                items.add(workloadItem(item));
            }
        }
        return new WorkloadBlock(
                docs.above(context),
                context.EXISTING() != null,
                context.kind().getText(),
                names.name(context.name()),
                items,
                span(context));
    }

    private WorkloadItem workloadItem(KnetParser.WorkloadItemContext context) {
        if (context.labels() != null) {
            return labels(context.labels());
        }
        if (context.replicas() != null) {
            return new Replicas(names.integer(context.replicas().INTEGER()), span(context.replicas()));
        }
        return context.containerBlock() != null
                ? container(context.containerBlock())
                : property(context.containerProperty());
    }

    private ContainerBlock container(KnetParser.ContainerBlockContext context) {
        List<ContainerItem> items = new ArrayList<>();
        for (KnetParser.ContainerItemContext item : context.containerItem()) {
            items.add(property(item.containerProperty()));
        }
        return new ContainerBlock(names.name(context.name()), items, span(context));
    }

    private ContainerItem property(KnetParser.ContainerPropertyContext context) {
        if (context instanceof KnetParser.ImageContext image) {
            return new ContainerItem.Image(names.text(image.text()), span(image));
        }
        if (context instanceof KnetParser.ContainerPortContext port) {
            Name name = port.name() == null ? null : names.name(port.name());
            return new ContainerItem.ContainerPort(name, port(port.portNumber()), span(port));
        }
        if (context instanceof KnetParser.CommandContext command) {
            return new ContainerItem.Command(names.texts(command.texts()), span(command));
        }
        if (context instanceof KnetParser.ArgsContext args) {
            return new ContainerItem.Args(names.texts(args.texts()), span(args));
        }
        KnetParser.EnvContext env = (KnetParser.EnvContext) context;
        return new ContainerItem.Env(names.name(env.envName()), names.text(env.text()), span(env));
    }

    ServiceStatement service(KnetParser.ServiceContext context) {
        ServiceTarget target =
                context.text() != null ? new ServiceTarget.ForHost(names.text(context.text())) : forWorkload(context);
        return new ServiceStatement(docs.above(context), names.name(context.name()), target, span(context));
    }

    private ServiceTarget forWorkload(KnetParser.ServiceContext context) {
        Name type = context.serviceType() == null ? null : names.name(context.serviceType());
        return new ServiceTarget.ForWorkload(
                names.qualified(context.qualifiedName()),
                type,
                servicePorts(context.servicePorts()),
                sources(context.sourceRanges()));
    }

    private List<ServicePort> servicePorts(KnetParser.@Nullable ServicePortsContext context) {
        List<ServicePort> ports = new ArrayList<>();
        if (context != null) {
            for (KnetParser.ServicePortContext port : context.servicePort()) {
                ports.add(servicePort(port));
            }
        }
        return ports;
    }

    private ServicePort servicePort(KnetParser.ServicePortContext context) {
        KnetParser.TargetPortContext target = context.targetPort();
        return new ServicePort(
                port(context.portNumber()),
                target == null || target.INTEGER() == null ? null : names.integer(target.INTEGER()),
                target == null || target.name() == null ? null : names.name(target.name()),
                context.AT() == null ? null : names.integer(context.INTEGER()),
                span(context));
    }

    private List<AddressRange> sources(KnetParser.@Nullable SourceRangesContext context) {
        List<AddressRange> ranges = new ArrayList<>();
        if (context != null) {
            for (KnetParser.AddressRangeContext range : context.addressRange()) {
                ranges.add(relations.addressRange(range));
            }
        }
        return ranges;
    }

    private PortNumber port(KnetParser.PortNumberContext context) {
        return new PortNumber(context.protocol().getText(), names.integer(context.INTEGER()), span(context));
    }

    private Span span(ParserRuleContext context) {
        return Spans.of(file, context);
    }
}
