package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.ContainerPort;
import dev.knet.model.EnvVar;
import dev.knet.model.Protocol;
import dev.knet.source.Span;
import dev.knet.syntax.Account;
import dev.knet.syntax.Annotations;
import dev.knet.syntax.ContainerBlock;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.HostNetwork;
import dev.knet.syntax.Int;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Name;
import dev.knet.syntax.Probe;
import dev.knet.syntax.Replicas;
import dev.knet.syntax.Text;
import dev.knet.syntax.WorkloadBlock;
import dev.knet.syntax.WorkloadItem;
import dev.knet.syntax.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The items of a workload's block, put where they belong. */
final class WorkloadParts implements WorkloadItem.Visitor<Boolean> {
    private final Parameters parameters;
    private final Problems problems;
    private final List<Labels> labels = new ArrayList<>();
    private final List<Replicas> replicas = new ArrayList<>();
    private final List<ContainerItem> own = new ArrayList<>();
    private final List<ContainerBlock> blocks = new ArrayList<>();
    private final List<Container> containers = new ArrayList<>();

    private WorkloadParts(Parameters parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    static WorkloadParts of(WorkloadBlock block, Parameters parameters, Problems problems) {
        WorkloadParts parts = new WorkloadParts(parameters, problems);
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
                : OptionalInt.of(new Int(
                                parameters.value(replicas.get(0).count()),
                                replicas.get(0).span())
                        .value());
    }

    /** Properties that stand directly in the block are those of its one container, which has the workload's name. */
    private void assemble(WorkloadBlock block) {
        problems.onlyOne(replicas, "replicas");
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
        problems.onlyOne(properties.images, "image");
        problems.onlyOne(properties.commands, "command");
        problems.onlyOne(properties.args, "args");
        properties.numbers.forEach(number -> PortNumbers.check(number, problems));
        return new Container(
                name,
                properties.images.isEmpty()
                        ? null
                        : parameters.value(properties.images.get(0).image()),
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

    private List<String> texts(List<Text> texts) {
        return texts.stream().map(parameters::value).toList();
    }

    @Override
    public Boolean visit(Labels statement) {
        return labels.add(statement);
    }

    @Override
    public Boolean visit(Annotations statement) {
        return problems.notYet(statement);
    }

    @Override
    public Boolean visit(Account account) {
        return problems.notYet(account);
    }

    @Override
    public Boolean visit(HostNetwork item) {
        return problems.notYet(item);
    }

    @Override
    public Boolean visit(Yaml yaml) {
        return problems.notYet(yaml);
    }

    @Override
    public Boolean visit(Replicas statement) {
        return replicas.add(statement);
    }

    @Override
    public Boolean visit(ContainerBlock block) {
        return block.role() == ContainerBlock.Role.MAIN ? blocks.add(block) : problems.notYet(block);
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

    @Override
    public Boolean visit(ContainerItem.EnvFrom item) {
        return own.add(item);
    }

    @Override
    public Boolean visit(ContainerItem.EnvFromAll item) {
        return own.add(item);
    }

    @Override
    public Boolean visit(ContainerItem.Resource item) {
        return own.add(item);
    }

    @Override
    public Boolean visit(Probe probe) {
        return own.add(probe);
    }

    /** The properties of one container. */
    private final class Properties implements ContainerItem.Visitor<Boolean> {
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
            return env.add(new EnvVar(variable.name().text(), parameters.value(variable.value()), variable.span()));
        }

        @Override
        public Boolean visit(ContainerItem.EnvFrom item) {
            return problems.notYet(item);
        }

        @Override
        public Boolean visit(ContainerItem.EnvFromAll item) {
            return problems.notYet(item);
        }

        @Override
        public Boolean visit(ContainerItem.Resource item) {
            return problems.notYet(item);
        }

        @Override
        public Boolean visit(Probe probe) {
            return problems.notYet(probe);
        }
    }
}
