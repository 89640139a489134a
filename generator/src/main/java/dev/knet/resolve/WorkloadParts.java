package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.Additions;
import dev.knet.model.Container;
import dev.knet.model.Namespace;
import dev.knet.syntax.Account;
import dev.knet.syntax.Annotations;
import dev.knet.syntax.ContainerBlock;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.HostNetwork;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Replicas;
import dev.knet.syntax.WorkloadBlock;
import dev.knet.syntax.WorkloadItem;
import dev.knet.syntax.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The items of a workload's block, put where they belong. */
final class WorkloadParts implements WorkloadItem.Visitor<Boolean> {
    private final Parameters parameters;
    private final Problems problems;
    private final List<Labels> labels = new ArrayList<>();
    private final List<Annotations> annotations = new ArrayList<>();
    private final List<Yaml> patches = new ArrayList<>();
    private final List<Replicas> replicas = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<HostNetwork> hostNetworks = new ArrayList<>();
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

    Additions additions() {
        return new AdditionsReader(parameters, problems).read(annotations, patches);
    }

    boolean hostNetwork() {
        return problems.onlyOne(hostNetworks, "host network") != null;
    }

    Optional<dev.knet.model.Account> account(Namespace namespace) {
        Account account = problems.onlyOne(accounts, "account");
        return account == null
                ? Optional.empty()
                : Optional.of(new dev.knet.model.Account(
                        namespace, account.name().text(), account.existing(), account.span()));
    }

    /** A number, or a parameter that has one for its value. */
    OptionalInt replicas() {
        Replicas statement = problems.onlyOne(replicas, "replicas");
        if (statement == null) {
            return OptionalInt.empty();
        }
        String text = parameters.value(statement.count());
        OptionalInt number = Numbers.below(Integer.MAX_VALUE, text);
        if (number.isEmpty() && parameters.areKnown(statement.count())) {
            problems.add(
                    Rule.INVALID_VALUE,
                    statement.span(),
                    "`" + text + "` is no number of replicas",
                    "write a whole number below " + Integer.MAX_VALUE);
        }
        return number;
    }

    /**
     * Properties that stand directly in the block are those of its one main container, which has the workload's name;
     * what runs before or beside it has a block in any case.
     */
    private void assemble(WorkloadBlock block) {
        boolean hasMain = blocks.stream().anyMatch(it -> it.role() == ContainerBlock.Role.MAIN);
        if (hasMain) {
            own.forEach(item -> misplaced(item, block));
        } else {
            containers.add(ContainerReader.read(Container.Role.MAIN, block.name(), own, parameters, problems));
        }
        for (ContainerBlock container : blocks) {
            containers.add(
                    ContainerReader.read(role(container), container.name(), container.items(), parameters, problems));
        }
    }

    private void misplaced(ContainerItem item, WorkloadBlock block) {
        problems.add(
                Rule.CONTAINER_MIX,
                item.span(),
                "this belongs to a container, and `" + block.name().text() + "` has `container` blocks for that",
                "move it into one of the `container` blocks");
    }

    private static Container.Role role(ContainerBlock block) {
        return Container.Role.valueOf(block.role().name());
    }

    @Override
    public Boolean visit(Labels statement) {
        return labels.add(statement);
    }

    @Override
    public Boolean visit(Annotations statement) {
        return annotations.add(statement);
    }

    @Override
    public Boolean visit(Account account) {
        return accounts.add(account);
    }

    @Override
    public Boolean visit(HostNetwork item) {
        return hostNetworks.add(item);
    }

    @Override
    public Boolean visit(Yaml yaml) {
        return patches.add(yaml);
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
    public Boolean visit(ContainerItem item) {
        return own.add(item);
    }
}
