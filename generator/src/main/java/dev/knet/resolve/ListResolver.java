package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.syntax.GroupStatement;
import dev.knet.syntax.Member;
import dev.knet.syntax.PortsStatement;
import java.util.List;

/** Names for several: groups, networks and lists of ports, which sentences anywhere may use. */
final class ListResolver {
    private final Directory directory;
    private final Viewpoints viewpoints;
    private final PortLists ports;
    private final Problems problems;

    ListResolver(Directory directory, Viewpoints viewpoints, PortLists ports, Problems problems) {
        this.problems = problems;
        this.directory = directory;
        this.viewpoints = viewpoints;
        this.ports = ports;
    }

    void read(Namespace namespace, List<Member> members) {
        for (Member member : members) {
            if (member instanceof GroupStatement statement) {
                Group group = new Group(namespace, statement);
                if (isNamed(group) && directory.add(group)) {
                    viewpoints.groups().add(group);
                }
            } else if (member instanceof PortsStatement statement) {
                PortList list = new PortList(namespace, statement);
                if (directory.add(list)) {
                    ports.add(list);
                }
            }
        }
    }

    /** Its name becomes one in Java. */
    private boolean isNamed(Group group) {
        if (KubernetesNames.isDnsLabel(group.name())) {
            return true;
        }
        problems.add(
                Rule.INVALID_NAME,
                group.span(),
                "`" + group.name() + "` is no name for a " + group.kind(),
                "write `" + KubernetesNames.near(group.name())
                        + "`: a name is lower-case letters, digits and `-`, at most 63");
        return false;
    }

    /** When all sentences have been read; what other topologies share may be for these. */
    void finish(boolean shared) {
        viewpoints.groups().finish(viewpoints, shared);
        ports.finish(shared);
    }
}
