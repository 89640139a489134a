package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.ContainerPort;
import dev.knet.model.EnvVar;
import dev.knet.model.Protocol;
import dev.knet.source.Span;
import dev.knet.syntax.ContainerBlock;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.Int;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Name;
import dev.knet.syntax.Node;
import dev.knet.syntax.Replicas;
import dev.knet.syntax.Text;
import dev.knet.syntax.WorkloadBlock;
import dev.knet.syntax.WorkloadItem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The items of a workload's block, put where they belong. */
final class WorkloadParts implements WorkloadItem.Visitor<Boolean> {
    private final Problems problems;
    private final List<Labels> labels = new ArrayList<>();
    private final List<Replicas> replicas = new ArrayList<>();
    private final List<ContainerItem> own = new ArrayList<>();
    private final List<ContainerBlock> blocks = new ArrayList<>();
    private final List<Container> containers = new ArrayList<>();

    private WorkloadParts(Problems problems) {
        this.problems = problems;
    }

    static WorkloadParts of(WorkloadBlock block, Problems problems) {
        WorkloadParts parts = new WorkloadParts(problems);
        for (WorkloadItem item : block.items()) {
            item.accept(parts);
        }
        parts.assemble(block);
        return parts;
    }

    List<Labels> labels() {
        return labels;
    }

    List<Container> containers() {
        return containers;
    }

    boolean hasImage() {
        return containers.stream().anyMatch(container -> container.image() != null);
    }

    OptionalInt replicas() {
        return replicas.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(replicas.get(0).count().value());
    }

    /** Properties that stand directly in the block are those of its one container, which has the workload's name. */
    private void assemble(WorkloadBlock block) {
        once(replicas, "replicas");
        if (blocks.isEmpty()) {
            containers.add(container(block.name().text(), own, block.name().span()));
            return;
        }
        for (ContainerItem item : own) {
            problems.add(
                    Rule.CONTAINER_MIX,
                    item.span(),
                    "this belongs to a container, and `" + block.name().text() + "` has `container` blocks for that",
                    "move it into one of the `container` blocks");
        }
        for (ContainerBlock container : blocks) {
            containers.add(container(
                    container.name().text(), container.items(), container.name().span()));
        }
    }

    private Container container(String name, List<ContainerItem> items, Span span) {
        Properties properties = new Properties();
        items.forEach(item -> item.accept(properties));
        once(properties.images, "image");
        once(properties.commands, "command");
        once(properties.args, "args");
        properties.numbers.forEach(number -> PortNumbers.check(number, problems));
        return new Container(
                name,
                properties.images.isEmpty()
                        ? null
                        : properties.images.get(0).image().value(),
                properties.commands.isEmpty()
                        ? List.of()
                        : texts(properties.commands.get(0).words()),
                properties.args.isEmpty()
                        ? List.of()
                        : texts(properties.args.get(0).words()),
                properties.env,
                properties.ports,
                span);
    }

    private void once(List<? extends Node> nodes, String what) {
        for (Node again : nodes.subList(Math.min(1, nodes.size()), nodes.size())) {
            problems.add(Diagnostic.of(Rule.GIVEN_TWICE, again.span(), "`" + what + "` is given twice")
                    .withLabel(nodes.get(0).span(), "first here")
                    .withHelp("delete one of them"));
        }
    }

    private static List<String> texts(List<Text> texts) {
        return texts.stream().map(Text::value).toList();
    }

    @Override
    public Boolean visit(Labels statement) {
        return labels.add(statement);
    }

    @Override
    public Boolean visit(Replicas statement) {
        return replicas.add(statement);
    }

    @Override
    public Boolean visit(ContainerBlock block) {
        return blocks.add(block);
    }

    @Override
    public Boolean visit(ContainerItem.Image image) {
        return own.add(image);
    }

    @Override
    public Boolean visit(ContainerItem.ContainerPort port) {
        return own.add(port);
    }

    @Override
    public Boolean visit(ContainerItem.Command command) {
        return own.add(command);
    }

    @Override
    public Boolean visit(ContainerItem.Args args) {
        return own.add(args);
    }

    @Override
    public Boolean visit(ContainerItem.Env env) {
        return own.add(env);
    }

    /** The properties of one container. */
    private static final class Properties implements ContainerItem.Visitor<Boolean> {
        private final List<ContainerItem.Image> images = new ArrayList<>();
        private final List<ContainerItem.Command> commands = new ArrayList<>();
        private final List<ContainerItem.Args> args = new ArrayList<>();
        private final List<ContainerPort> ports = new ArrayList<>();
        private final List<Int> numbers = new ArrayList<>();
        private final List<EnvVar> env = new ArrayList<>();

        @Override
        public Boolean visit(ContainerItem.Image image) {
            return images.add(image);
        }

        @Override
        public Boolean visit(ContainerItem.ContainerPort port) {
            Name name = port.name();
            numbers.add(port.number().number());
            return ports.add(new ContainerPort(
                    name == null ? null : name.text(),
                    Protocol.of(port.number().protocol()),
                    port.number().number().value(),
                    port.span()));
        }

        @Override
        public Boolean visit(ContainerItem.Command command) {
            return commands.add(command);
        }

        @Override
        public Boolean visit(ContainerItem.Args words) {
            return args.add(words);
        }

        @Override
        public Boolean visit(ContainerItem.Env variable) {
            return env.add(new EnvVar(variable.name().text(), variable.value().value(), variable.span()));
        }
    }
}
