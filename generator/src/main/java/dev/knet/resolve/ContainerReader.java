package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.ContainerPort;
import dev.knet.model.EnvSource;
import dev.knet.model.EnvVar;
import dev.knet.model.Environment;
import dev.knet.model.Protocol;
import dev.knet.model.Resource;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.Int;
import dev.knet.syntax.Name;
import dev.knet.syntax.Node;
import dev.knet.syntax.Probe;
import dev.knet.syntax.Text;
import java.util.ArrayList;
import java.util.List;

/** The properties of one container. */
final class ContainerReader implements ContainerItem.Visitor<Boolean> {
    private final Container.Role role;
    private final Parameters parameters;
    private final Problems problems;
    private final EnvReader envReader;
    private final List<ContainerItem.Image> images = new ArrayList<>();
    private final List<ContainerItem.Command> commands = new ArrayList<>();
    private final List<ContainerItem.Args> args = new ArrayList<>();
    private final List<ContainerPort> ports = new ArrayList<>();
    private final List<Int> numbers = new ArrayList<>();
    private final List<EnvVar> variables = new ArrayList<>();
    private final List<EnvSource> sources = new ArrayList<>();
    private final List<ContainerItem.Resource> resources = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();

    private ContainerReader(Container.Role role, Parameters parameters, Problems problems) {
        this.role = role;
        this.parameters = parameters;
        this.problems = problems;
        this.envReader = new EnvReader(parameters, problems);
    }

    static Container read(
            Container.Role role, Name name, List<ContainerItem> items, Parameters parameters, Problems problems) {
        ContainerReader reader = new ContainerReader(role, parameters, problems);
        items.forEach(item -> item.accept(reader));
        return reader.container(name);
    }

    private Container container(Name name) {
        ContainerItem.Image image = problems.onlyOne(images, "image");
        ContainerItem.Command command = problems.onlyOne(commands, "command");
        ContainerItem.Args words = problems.onlyOne(args, "args");
        numbers.forEach(number -> PortNumbers.check(number, problems));
        return new Container(
                role,
                name.text(),
                image == null ? null : parameters.value(image.image()),
                command == null ? List.of() : texts(command.words()),
                words == null ? List.of() : texts(words.words()),
                new Environment(variables, sources),
                ports,
                resources(),
                new ProbeReader(name.text(), ports, parameters, problems).read(probes),
                name.span());
    }

    private List<String> texts(List<Text> texts) {
        return texts.stream().map(parameters::value).toList();
    }

    private List<Resource> resources() {
        if (resources.isEmpty()) {
            return List.of();
        }
        ResourceReader reader = new ResourceReader(parameters, problems);
        List<Resource> read = new ArrayList<>();
        for (String name : List.of("cpu", "memory")) {
            List<ContainerItem.Resource> written = resources.stream()
                    .filter(resource -> resource.resource().equals(name))
                    .toList();
            ContainerItem.Resource resource = problems.onlyOne(written, name);
            if (resource != null) {
                reader.read(resource).ifPresent(read::add);
            }
        }
        return read;
    }

    @Override
    public Boolean visit(ContainerItem.Image image) {
        return images.add(image);
    }

    @Override
    public Boolean visit(ContainerItem.ContainerPort port) {
        if (role == Container.Role.INIT) {
            return tooEarly(port, "an init container has ended before its pod listens");
        }
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
        return variables.add(envReader.written(variable));
    }

    @Override
    public Boolean visit(ContainerItem.EnvFrom variable) {
        return envReader.found(variable).map(variables::add).orElse(false);
    }

    @Override
    public Boolean visit(ContainerItem.EnvFromAll item) {
        return envReader.source(item).map(sources::add).orElse(false);
    }

    @Override
    public Boolean visit(ContainerItem.Resource resource) {
        return resources.add(resource);
    }

    @Override
    public Boolean visit(Probe probe) {
        return role == Container.Role.INIT
                ? tooEarly(probe, "nobody asks an init container how it is")
                : probes.add(probe);
    }

    private boolean tooEarly(Node node, String why) {
        problems.add(
                Rule.NOT_HERE,
                node.span(),
                why,
                "leave it out, or make it a `sidecar container`, which starts as early and goes on");
        return false;
    }
}
