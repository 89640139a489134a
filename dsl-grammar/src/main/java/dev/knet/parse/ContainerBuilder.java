package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.ContainerBlock;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.EnvSource;
import dev.knet.syntax.Name;
import dev.knet.syntax.Probe;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Containers and their properties. */
final class ContainerBuilder {
    private final SourceFile file;
    private final Names names;

    ContainerBuilder(SourceFile file, Names names) {
        this.file = file;
        this.names = names;
    }

    ContainerBlock block(KnetParser.ContainerBlockContext context) {
        List<ContainerItem> items = new ArrayList<>();
        for (KnetParser.ContainerItemContext item : context.containerItem()) {
            items.add(property(item.containerProperty()));
        }
        ContainerBlock.Role role = context.INIT() != null
                ? ContainerBlock.Role.INIT
                : context.SIDECAR() != null ? ContainerBlock.Role.SIDECAR : ContainerBlock.Role.MAIN;
        return new ContainerBlock(role, names.name(context.name()), items, span(context));
    }

    ContainerItem property(KnetParser.ContainerPropertyContext context) {
        if (context instanceof KnetParser.ImageContext image) {
            return new ContainerItem.Image(names.text(image.text()), span(image));
        }
        if (context instanceof KnetParser.ContainerPortContext port) {
            Name name = port.name() == null ? null : names.name(port.name());
            return new ContainerItem.ContainerPort(name, names.port(port.portNumber()), span(port));
        }
        if (context instanceof KnetParser.CommandContext command) {
            return new ContainerItem.Command(names.texts(command.texts()), span(command));
        }
        if (context instanceof KnetParser.ArgsContext args) {
            return new ContainerItem.Args(names.texts(args.texts()), span(args));
        }
        if (context instanceof KnetParser.ResourceContext resource) {
            return resource(resource);
        }
        return context instanceof KnetParser.ProbeContext probe ? probe(probe) : env(context);
    }

    private ContainerItem env(KnetParser.ContainerPropertyContext context) {
        if (context instanceof KnetParser.EnvFromContext env) {
            return new ContainerItem.EnvFrom(names.name(env.envName()), source(env.envSource()), span(env));
        }
        if (context instanceof KnetParser.EnvFromAllContext env) {
            return new ContainerItem.EnvFromAll(env.SECRET() != null, names.name(env.objectName()), span(env));
        }
        KnetParser.EnvContext env = (KnetParser.EnvContext) context;
        return new ContainerItem.Env(names.name(env.envName()), names.text(env.text()), span(env));
    }

    private EnvSource source(KnetParser.EnvSourceContext context) {
        if (context instanceof KnetParser.EnvFieldContext field) {
            return new EnvSource.Field(names.name(field.fieldPath()), span(field));
        }
        KnetParser.EnvKeyContext key = (KnetParser.EnvKeyContext) context;
        return new EnvSource.Key(
                key.SECRET() != null,
                names.name(key.objectName()),
                names.name(key.dataKey()),
                key.OPTIONAL() != null,
                span(key));
    }

    private ContainerItem resource(KnetParser.ResourceContext context) {
        return new ContainerItem.Resource(
                context.getStart().getText(),
                names.value(context.quantity(0)),
                context.RANGE() == null ? null : names.value(context.quantity(1)),
                span(context));
    }

    private Probe probe(KnetParser.ProbeContext context) {
        List<Probe.Timing> timings = new ArrayList<>();
        for (KnetParser.ProbeTimingContext timing : context.probeTiming()) {
            String amount = timing.duration() == null
                    ? timing.INTEGER().getText()
                    : timing.duration().getText();
            timings.add(new Probe.Timing(timing.getStart().getText(), amount, span(timing)));
        }
        Probe.Purpose purpose = context.READY() != null
                ? Probe.Purpose.READY
                : context.LIVE() != null ? Probe.Purpose.LIVE : Probe.Purpose.STARTUP;
        return new Probe(purpose, action(context.probeAction()), timings, span(context));
    }

    private Probe.Action action(KnetParser.ProbeActionContext context) {
        Span span = span(context);
        if (context.EXEC() != null) {
            return new Probe.Exec(names.texts(context.texts()), span);
        }
        Probe.PortRef port = port(context.probePort());
        if (context.TCP() != null) {
            return new Probe.Tcp(port, span);
        }
        return context.GRPC() != null
                ? new Probe.Grpc(context.text() == null ? null : names.text(context.text()), port, span)
                : new Probe.Http(context.HTTPS() != null, names.text(context.text()), port, span);
    }

    private Probe.PortRef port(KnetParser.ProbePortContext context) {
        return context.portName() == null
                ? new Probe.PortRef(null, names.port(context.portNumber()), span(context.portNumber()))
                : new Probe.PortRef(names.name(context.portName()), null, span(context.portName()));
    }

    private Span span(ParserRuleContext context) {
        return Spans.of(file, context);
    }
}
