package dev.knet.resolve;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.syntax.Expectation;
import dev.knet.syntax.GroupStatement;
import dev.knet.syntax.Isolation;
import dev.knet.syntax.Member;
import dev.knet.syntax.Name;
import dev.knet.syntax.PolicyBlock;
import dev.knet.syntax.PortsStatement;
import dev.knet.syntax.Sentence;
import dev.knet.syntax.ServiceStatement;
import dev.knet.syntax.WorkloadBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** The members of one namespace, or of none, with those of an environment laid over them. Sentences and expectations are added. */
final class MemberOverlay implements Member.Visitor<Boolean> {
    private final List<Member> members;
    private final String place;
    private final Map<String, Name> laid;
    private final Problems problems;

    /** The place is that of the namespace; what is laid over is noted, so that nothing is twice. */
    MemberOverlay(List<Member> base, String place, Map<String, Name> laid, Problems problems) {
        this.members = new ArrayList<>(base);
        this.place = place;
        this.laid = laid;
        this.problems = problems;
    }

    List<Member> members() {
        return members;
    }

    @Override
    public Boolean visit(WorkloadBlock block) {
        return lay(WorkloadBlock.class, block, block.fresh(), block.name(), WorkloadBlock::name, this::merged);
    }

    private WorkloadBlock merged(WorkloadBlock base, WorkloadBlock over) {
        if (!base.kind().equals(over.kind())) {
            problems.add(
                    Rule.NOT_OUTSIDE,
                    over.name().span(),
                    "outside of the environment, `" + base.name().text() + "` is a " + base.kind(),
                    "write `" + base.kind() + " " + base.name().text() + "`; the kind is the same everywhere");
        }
        checkExisting(over.existing(), base.existing(), over.name(), problems);
        return new WorkloadBlock(
                base.doc(),
                base.fresh(),
                base.existing(),
                base.kind(),
                base.name(),
                over.schedule() == null ? base.schedule() : over.schedule(),
                ItemOverlay.ofWorkload(base.items(), over.items()),
                base.span());
    }

    /** What is written elsewhere cannot be there already in one environment. */
    static void checkExisting(boolean over, boolean base, Name name, Problems problems) {
        if (over && !base) {
            problems.add(
                    Rule.NOT_OUTSIDE,
                    name.span(),
                    "outside of the environment, `" + name.text() + "` is written by knet and not there already",
                    "leave `existing` out; it is the same everywhere");
        }
    }

    @Override
    public Boolean visit(ServiceStatement statement) {
        return lay(
                ServiceStatement.class,
                statement,
                statement.fresh(),
                statement.name(),
                ServiceStatement::name,
                (base, over) -> new ServiceStatement(
                        base.doc(),
                        base.fresh(),
                        over.target() == null ? base.name() : over.name(),
                        over.target() == null ? base.target() : over.target(),
                        ItemOverlay.ofService(base.items(), over.items()),
                        base.span()));
    }

    @Override
    public Boolean visit(GroupStatement statement) {
        return lay(
                GroupStatement.class,
                statement,
                statement.fresh(),
                statement.name(),
                GroupStatement::name,
                (base, over) -> over);
    }

    @Override
    public Boolean visit(PortsStatement statement) {
        return lay(
                PortsStatement.class,
                statement,
                statement.fresh(),
                statement.name(),
                PortsStatement::name,
                (base, over) -> over);
    }

    @Override
    public Boolean visit(PolicyBlock block) {
        return members.add(block);
    }

    @Override
    public Boolean visit(Sentence sentence) {
        return members.add(sentence);
    }

    @Override
    public Boolean visit(Isolation isolation) {
        return members.add(isolation);
    }

    @Override
    public Boolean visit(Expectation expectation) {
        return members.add(expectation);
    }

    private <M extends Member> boolean lay(
            Class<M> type, M over, boolean fresh, Name name, Function<M, Name> nameOf, BinaryOperator<M> merged) {
        once(type.getSimpleName(), name, place, laid, problems);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (type.isInstance(members.get(i))) {
                M base = type.cast(members.get(i));
                names.add(nameOf.apply(base).text());
                if (nameOf.apply(base).text().equals(name.text())) {
                    return fresh ? alreadyThere(name, nameOf.apply(base)) : replace(i, merged.apply(base, over));
                }
            }
        }
        if (!fresh) {
            notThere(name, names, problems);
        }
        return fresh && members.add(over);
    }

    static void once(String what, Name name, String place, Map<String, Name> laid, Problems problems) {
        Name earlier = laid.putIfAbsent(what + " " + place + name.text(), name);
        if (earlier != null) {
            problems.twice(name, earlier, "`" + name.text() + "` of this environment");
        }
    }

    private boolean replace(int at, Member merged) {
        members.set(at, merged);
        return true;
    }

    private boolean alreadyThere(Name name, Name base) {
        problems.add(Environments.alreadyThere(name, base));
        return false;
    }

    static void notThere(Name name, List<String> names, Problems problems) {
        Optional<String> near = NearMisses.help(name.text(), names);
        problems.add(
                Rule.NOT_OUTSIDE,
                name.span(),
                "there is no `" + name.text() + "` outside of the environment",
                near.orElse("if there is one in this environment only, write `new` in front;"
                        + " what is in a namespace is changed in a block of that namespace"));
    }
}
