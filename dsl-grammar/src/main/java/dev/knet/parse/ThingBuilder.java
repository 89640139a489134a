package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.Account;
import dev.knet.syntax.AddressRange;
import dev.knet.syntax.Annotations;
import dev.knet.syntax.Duration;
import dev.knet.syntax.HostNetwork;
import dev.knet.syntax.Label;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Name;
import dev.knet.syntax.Replicas;
import dev.knet.syntax.ServiceItem;
import dev.knet.syntax.ServicePort;
import dev.knet.syntax.ServiceStatement;
import dev.knet.syntax.ServiceTarget;
import dev.knet.syntax.Text;
import dev.knet.syntax.WorkloadBlock;
import dev.knet.syntax.WorkloadItem;
import dev.knet.syntax.Yaml;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Workloads and services. */
final class ThingBuilder {
    private final SourceFile file;
    private final Names names;
    private final RelationBuilder relations;
    private final ContainerBuilder containers;
    private final TreeBuilder.Docs docs;

    ThingBuilder(SourceFile file, Names names, RelationBuilder relations, TreeBuilder.Docs docs) {
        this.file = file;
        this.names = names;
        this.relations = relations;
        this.docs = docs;
        this.containers = new ContainerBuilder(file, names);
    }

    Names names() {
        return names;
    }

    Labels labels(KnetParser.LabelsContext context) {
        List<Label> labels = new ArrayList<>();
        for (KnetParser.LabelContext label : context.label()) {
            labels.add(new Label(names.name(label.labelKey()), names.value(label.labelValue()), span(label)));
        }
        return new Labels(labels, span(context));
    }

    Annotations annotations(KnetParser.AnnotationsContext context) {
        List<Label> annotations = new ArrayList<>();
        for (KnetParser.AnnotationContext annotation : context.annotation()) {
            Text value = annotation.labelValue() == null
                    ? names.textBlock(annotation.TEXT_BLOCK())
                    : names.value(annotation.labelValue());
            annotations.add(new Label(names.name(annotation.labelKey()), value, span(annotation)));
        }
        return new Annotations(annotations, span(context));
    }

    Yaml yaml(KnetParser.YamlContext context) {
        return new Yaml(names.embedded(context.TEXT_BLOCK()), span(context));
    }

    WorkloadBlock workload(KnetParser.WorkloadContext context) {
        List<WorkloadItem> items = new ArrayList<>();
        if (context.workloadBody() != null) {
            for (KnetParser.WorkloadItemContext item : context.workloadBody().workloadItem()) {
                items.add(workloadItem(item));
            }
        }
        KnetParser.ScheduleContext schedule = context.schedule();
        return new WorkloadBlock(
                docs.above(context),
                context.NEW() != null,
                context.EXISTING() != null,
                context.kind() == null
                        ? context.CRONJOB().getText()
                        : context.kind().getText(),
                names.name(schedule == null ? context.name() : schedule.name()),
                schedule == null || schedule.text() == null ? null : names.text(schedule.text()),
                items,
                span(context));
    }

    private WorkloadItem workloadItem(KnetParser.WorkloadItemContext context) {
        if (context.containerProperty() != null) {
            return containers.property(context.containerProperty());
        }
        if (context.containerBlock() != null) {
            return containers.block(context.containerBlock());
        }
        if (context.labels() != null) {
            return labels(context.labels());
        }
        if (context.annotations() != null) {
            return annotations(context.annotations());
        }
        if (context.replicas() != null) {
            KnetParser.ReplicasContext replicas = context.replicas();
            TerminalNode count = replicas.INTEGER() == null ? replicas.PARAMETER() : replicas.INTEGER();
            return new Replicas(names.word(count), span(replicas));
        }
        if (context.account() != null) {
            boolean existing = context.account().EXISTING() != null;
            return new Account(existing, names.name(context.account().objectName()), span(context.account()));
        }
        return context.yaml() == null ? new HostNetwork(span(context.hostNetwork())) : yaml(context.yaml());
    }

    ServiceStatement service(KnetParser.ServiceContext context) {
        List<ServiceItem> items = new ArrayList<>();
        if (context.serviceBody() != null) {
            for (KnetParser.ServiceItemContext item : context.serviceBody().serviceItem()) {
                items.add(serviceItem(item));
            }
        }
        return new ServiceStatement(
                docs.above(context),
                context.NEW() != null,
                names.name(context.name()),
                context.serviceTarget() == null ? null : target(context.serviceTarget()),
                items,
                span(context));
    }

    private ServiceItem serviceItem(KnetParser.ServiceItemContext context) {
        if (context.labels() != null) {
            return labels(context.labels());
        }
        if (context.annotations() != null) {
            return annotations(context.annotations());
        }
        return context.yaml() == null ? property(context.serviceProperty()) : yaml(context.yaml());
    }

    private ServiceItem property(KnetParser.ServicePropertyContext context) {
        Span span = span(context);
        if (context instanceof KnetParser.SessionAffinityContext affinity) {
            KnetParser.DurationContext timeout = affinity.duration();
            Duration duration = timeout == null ? null : new Duration(timeout.getText(), span(timeout));
            return new ServiceItem.SessionAffinity(duration, span);
        }
        if (context instanceof KnetParser.TrafficPolicyContext policy) {
            return new ServiceItem.TrafficPolicy(policy.EXTERNAL_TRAFFIC() != null, policy.LOCAL() != null, span);
        }
        if (context instanceof KnetParser.IpFamiliesContext families) {
            List<Integer> versions = families.family().stream()
                    .map(family -> family.FAMILY_V4() == null ? 6 : 4)
                    .toList();
            return new ServiceItem.IpFamilies(families.PREFER() != null, versions, span);
        }
        return context instanceof KnetParser.LoadBalancerClassContext name
                ? new ServiceItem.LoadBalancerClass(names.name(name.className()), span)
                : new ServiceItem.PublishNotReady(span);
    }

    private ServiceTarget target(KnetParser.ServiceTargetContext context) {
        if (context.text() != null) {
            return new ServiceTarget.ForHost(names.text(context.text()));
        }
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
                names.port(context.portNumber()),
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

    private Span span(ParserRuleContext context) {
        return Spans.of(file, context);
    }
}
