package dev.knet.emit.report;

import dev.knet.reach.objects.NativePolicy.Action;
import dev.knet.reach.policy.Explanation.Judging;
import dev.knet.reach.policy.Explanation.Ruling;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told of a policy that is none of Kubernetes itself: what its rules decide of what is asked for.
 *
 * @param title its tier, its kind, its name and where it stands
 * @param refused what of the asked ports its rules refuse
 */
record NativeAccount(String title, List<String> says, PortSet refused) {

    static NativeAccount of(Judging judging, PortSet asked) {
        List<String> says = new ArrayList<>();
        PortSet refused = PortSet.NONE;
        for (Ruling ruling : judging.rules()) {
            PortSet decided = ruling.decided().and(asked);
            if (!decided.isEmpty()) {
                says.add(ruling.rule().path() + " " + ruling.rule().action().words() + " " + Words.ofPorts(decided)
                        + (ruling.rule().isCertain() ? "" : ", or some of it"));
                refused = ruling.rule().action() == Action.DENY ? refused.or(decided) : refused;
            } else if (ruling.ports().overlaps(asked)) {
                says.add(ruling.rule().path() + " " + ruling.rule().action().words()
                        + " it, but another has decided before");
            }
        }
        PortSet shut = judging.shut().and(asked);
        if (!shut.isEmpty()) {
            says.add("isolates it, and no rule of its tier lets through " + Words.ofPorts(shut));
        }
        if (says.isEmpty()) {
            says.add("no rule of it is about this");
        }
        String origin = judging.policy().origin().toString();
        String title = "tier " + judging.policy().tier() + ": "
                + judging.policy().title() + (origin.isEmpty() ? "" : " (" + origin + ")") + " selects it";
        return new NativeAccount(title, says, refused);
    }
}
