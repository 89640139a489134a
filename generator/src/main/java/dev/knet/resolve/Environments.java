package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.syntax.ClusterBlock;
import dev.knet.syntax.EnvironmentBlock;
import dev.knet.syntax.GroupStatement;
import dev.knet.syntax.Member;
import dev.knet.syntax.Name;
import dev.knet.syntax.NamespaceBlock;
import dev.knet.syntax.NamespaceItem;
import dev.knet.syntax.ParamStatement;
import dev.knet.syntax.PortsStatement;
import dev.knet.syntax.ServiceStatement;
import dev.knet.syntax.Statement;
import dev.knet.syntax.WorkloadBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of a topology as they are in one environment. What an environment names must be outside of it, or be
 * marked as new: a misspelt name would change nothing, silently.
 */
final class Environments {
    private final Problems problems;
    /** What has been laid over so far, by where and what it is: a second time, one of the two would be lost. */
    private final Map<String, Name> laid = new HashMap<>();

    /** Of several, what is said twice is found where it is read. */
    private final List<Statement> laidClusters = new ArrayList<>();

    private List<Statement> statements;

    private Environments(List<Statement> statements, Problems problems) {
        this.statements = statements;
        this.problems = problems;
    }

    /** Those outside of all environments, with the blocks of this one laid over them. */
    static List<Statement> in(List<EnvironmentBlock> blocks, List<Statement> outside, Problems problems) {
        Environments environments = new Environments(outside, problems);
        environments.checkNothingIsNew();
        for (EnvironmentBlock block : blocks) {
            environments.lay(block.statements());
        }
        return environments.statements;
    }

    private void checkNothingIsNew() {
        for (Statement statement : statements) {
            checkNotNew(statement);
            if (statement instanceof NamespaceBlock block) {
                members(block.items()).forEach(this::checkNotNew);
            }
        }
    }

    private void checkNotNew(Statement statement) {
        if (isNew(statement)) {
            problems.add(
                    Rule.NOT_OUTSIDE,
                    statement.span(),
                    "`new` stands in an environment only",
                    "leave the word out; everything outside of environments is new");
        }
    }

    private void lay(List<Statement> over) {
        List<Member> own = new ArrayList<>();
        List<Statement> others = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Member member) {
                own.add(member);
            } else {
                others.add(statement);
            }
        }
        MemberOverlay members = new MemberOverlay(own, "", laid, problems);
        for (Statement statement : over) {
            if (statement instanceof Member member) {
                member.accept((Member.Visitor<Boolean>) members);
            } else if (statement instanceof NamespaceBlock block) {
                lay(block, others);
            } else if (statement instanceof ParamStatement param) {
                lay(param, others);
            } else if (statement instanceof ClusterBlock cluster) {
                lay(cluster, others);
            }
        }
        others.addAll(members.members());
        statements = others;
    }

    private void lay(NamespaceBlock over, List<Statement> others) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i) instanceof NamespaceBlock base) {
                names.add(base.name().text());
                if (base.name().text().equals(over.name().text())) {
                    if (over.fresh()) {
                        problems.add(alreadyThere(over.name(), base.name()));
                    } else {
                        others.set(i, merged(base, over));
                    }
                    return;
                }
            }
        }
        if (over.fresh()) {
            others.add(over);
        } else {
            MemberOverlay.notThere(over.name(), names, problems);
        }
    }

    private NamespaceBlock merged(NamespaceBlock base, NamespaceBlock over) {
        MemberOverlay.checkExisting(over.existing(), base.existing(), over.name(), problems);
        MemberOverlay members =
                new MemberOverlay(members(base.items()), base.name().text() + "/", laid, problems);
        members(over.items()).forEach(member -> member.accept((Member.Visitor<Boolean>) members));
        List<NamespaceItem> items =
                new ArrayList<>(ItemOverlay.ofNamespace(others(base.items()), others(over.items())));
        items.addAll(members.members());
        return new NamespaceBlock(base.doc(), base.fresh(), base.existing(), base.name(), items, base.span());
    }

    static List<Member> members(List<NamespaceItem> items) {
        List<Member> members = new ArrayList<>();
        for (NamespaceItem item : items) {
            if (item instanceof Member member) {
                members.add(member);
            }
        }
        return members;
    }

    private static List<NamespaceItem> others(List<NamespaceItem> items) {
        return items.stream().filter(item -> !(item instanceof Member)).toList();
    }

    /** A parameter has another default here. */
    private void lay(ParamStatement over, List<Statement> others) {
        MemberOverlay.once("parameter", over.name(), "", laid, problems);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i) instanceof ParamStatement base) {
                names.add(base.name().text());
                if (base.name().text().equals(over.name().text())) {
                    others.set(i, new ParamStatement(base.name(), over.defaultValue(), base.span()));
                    return;
                }
            }
        }
        MemberOverlay.notThere(over.name(), names, problems);
    }

    /** Each thing that is said of the cluster is said anew as a whole. */
    private void lay(ClusterBlock over, List<Statement> others) {
        List<Statement> blocks = others.stream()
                .filter(it -> it instanceof ClusterBlock && !laidClusters.contains(it))
                .toList();
        others.removeAll(blocks);
        laidClusters.add(over);
        for (Statement statement : blocks) {
            ClusterBlock base = (ClusterBlock) statement;
            others.add(new ClusterBlock(
                    over.cni().isEmpty() ? base.cni() : List.of(),
                    over.kubernetes().isEmpty() ? base.kubernetes() : List.of(),
                    over.dns().isEmpty() ? base.dns() : List.of(),
                    over.nodes().isEmpty() ? base.nodes() : List.of(),
                    over.apiservers().isEmpty() ? base.apiservers() : List.of(),
                    base.span()));
        }
        others.add(over);
    }

    static Diagnostic alreadyThere(Name name, Name base) {
        return Diagnostic.of(Rule.NOT_OUTSIDE, name.span(), "`" + name.text() + "` is not new in the environment")
                .withLabel(base.span(), "it is here outside of it")
                .withHelp("leave the word `new` out to change it here, or give it another name");
    }

    private static boolean isNew(Statement statement) {
        if (statement instanceof WorkloadBlock block) {
            return block.fresh();
        }
        if (statement instanceof ServiceStatement service) {
            return service.fresh();
        }
        if (statement instanceof GroupStatement group) {
            return group.fresh();
        }
        if (statement instanceof PortsStatement ports) {
            return ports.fresh();
        }
        return statement instanceof NamespaceBlock block && block.fresh();
    }
}
