package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Box;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Dns;
import dev.knet.model.DnsClients;
import dev.knet.model.IsolatedPods;
import dev.knet.model.Obstacle;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Subtraction;
import dev.knet.model.Topology;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is left of each permission after all that is denied can be written exactly, and of each is something left. */
final class DenialsCanBeSubtracted implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        if (topology.denials().isEmpty()) {
            return Stream.empty();
        }
        Search search = new Search(topology);
        topology.permissions().forEach(search::look);
        topology.dns().ifPresent(search::look);
        return search.found.stream();
    }

    private static final class Search {
        private final Topology topology;
        private final IsolatedPods isolated;
        private final List<Denial> denials;
        private final List<Diagnostic> found = new ArrayList<>();
        private final Set<Object> told = new HashSet<>();

        /** Of which nothing is told twice: a denial and the permission that it cannot be taken from. */
        private record Pair(Denial denial, Span permitted) {}

        Search(Topology topology) {
            this.topology = topology;
            this.isolated = IsolatedPods.of(topology);
            this.denials = Denial.sorted(topology.denials());
        }

        void look(Permission permission) {
            boolean isLeft = false;
            for (Permission.Opening opening : permission.openings()) {
                isLeft |= look(Direction.INGRESS, permission, opening.targets(), permission.sources(), opening);
                isLeft |= look(Direction.EGRESS, permission, permission.sources(), opening.targets(), opening);
            }
            if (!isLeft) {
                reportNothingLeft(permission);
            }
        }

        /** Whether something is left for its subjects. */
        private boolean look(
                Direction direction,
                Permission permission,
                List<Peer> ends,
                List<Peer> peers,
                Permission.Opening opening) {
            boolean isLeft = false;
            for (Peer.Pods pods : isolated.ends(permission, direction, ends)) {
                isLeft |= subtract(direction, new Box(pods, peers, opening.ports()), permission.span());
            }
            return isLeft && permission.isolates() == direction;
        }

        void look(Dns dns) {
            Set<Peer.Pods> clients = DnsClients.of(topology, isolated);
            for (Permission.Opening opening : clients.isEmpty() ? List.<Permission.Opening>of() : dns.openings()) {
                for (Peer.Pods client : clients) {
                    subtract(Direction.EGRESS, new Box(client, opening.targets(), opening.ports()), dns.span());
                }
                for (Peer server : opening.targets()) {
                    for (Peer.Pods pods : isolated.in(Direction.INGRESS, server).pods()) {
                        Box box = new Box(pods, List.copyOf(clients), opening.ports());
                        subtract(Direction.INGRESS, box, dns.span());
                    }
                }
            }
        }

        /** Whether something is left. */
        private boolean subtract(Direction direction, Box box, Span permitted) {
            Subtraction subtraction = new Subtraction(direction, box);
            for (Denial denial : denials) {
                Set<Obstacle> before = EnumSet.noneOf(Obstacle.class);
                before.addAll(subtraction.obstacles());
                subtraction.less(denial);
                for (Obstacle obstacle : subtraction.obstacles()) {
                    if (!before.contains(obstacle)) {
                        report(denial, permitted, obstacle);
                    }
                }
            }
            return !subtraction.left().isEmpty() || !subtraction.obstacles().isEmpty();
        }

        private void report(Denial denial, Span permitted, Obstacle obstacle) {
            if (obstacle == Obstacle.TOO_MANY) {
                reportTooMany(denial, permitted);
            } else if (told.add(new Pair(denial, permitted))) {
                found.add(diagnostic(denial, permitted, obstacle));
            }
        }

        /** It is the denials together that make too many, so it is told once of what they are taken from. */
        private void reportTooMany(Denial denial, Span permitted) {
            if (told.add(permitted)) {
                found.add(Diagnostic.of(
                                Rule.NOT_SUBTRACTABLE,
                                permitted,
                                "too many rules would be needed to write this without what is denied")
                        .withNote(why(Obstacle.TOO_MANY))
                        .withLabel(denial.span(), "with this they become too many")
                        .withHelp(whatToDo(Obstacle.TOO_MANY)));
            }
        }

        private static Diagnostic diagnostic(Denial denial, Span permitted, Obstacle obstacle) {
            return Diagnostic.of(
                            Rule.NOT_SUBTRACTABLE,
                            denial.span(),
                            "what this leaves of another sentence cannot be written exactly")
                    .withNote(why(obstacle))
                    .withLabel(permitted, "this cannot be narrowed by it")
                    .withHelp(whatToDo(obstacle));
        }

        private static String why(Obstacle obstacle) {
            return switch (obstacle) {
                case EVERYONE_BUT_PODS -> "a rule for all other addresses would let the pods in again, by theirs";
                case ADDRESSES_OF_PODS ->
                    "pods may have addresses in there, and some network plugins match them by these";
                case ANY_PORT_BUT_SOME -> "`any port` is every protocol, of which a policy can name only three";
                case UNKNOWN_PORT -> "which number a port's name stands for differs from pod to pod";
                case UNKNOWN_NAMESPACE -> "not all labels of the namespace are written here";
                case NAMELESS_NAMESPACE ->
                    "what stands outside all namespaces is in none that a policy could leave out";
                case TOO_MANY -> "each denial divides what those before it leave, once for each label that it asks for";
            };
        }

        private static String whatToDo(Obstacle obstacle) {
            return switch (obstacle) {
                case EVERYONE_BUT_PODS ->
                    "name `internet`, pods and single addresses there in place of `anyone`, or deny `anyone`";
                case ADDRESSES_OF_PODS -> "name `internet` or single addresses there in place of the range";
                case ANY_PORT_BUT_SOME -> "write `on tcp, udp, sctp` there in place of `any port`, or deny every port";
                case UNKNOWN_PORT -> "name the port in both sentences, or write its number in both";
                case UNKNOWN_NAMESPACE ->
                    "write the labels into the namespace's block, or name the namespaces that are meant";
                case NAMELESS_NAMESPACE -> "put it into a namespace";
                case TOO_MANY -> "write fewer denials, or ones with fewer labels, or allow less in the first place";
            };
        }

        private void reportNothingLeft(Permission permission) {
            Diagnostic diagnostic = Diagnostic.of(
                            Rule.ALL_DENIED, permission.span(), "nothing is left of this: all of it is denied")
                    .withHelp("delete it, or deny less");
            for (Denial denial : denials) {
                if (takesFrom(denial, permission)) {
                    diagnostic = diagnostic.withLabel(denial.span(), "denied here");
                }
            }
            found.add(diagnostic);
        }

        private static boolean takesFrom(Denial denial, Permission permission) {
            Direction direction = permission.isolates();
            for (Permission.Opening opening : permission.openings()) {
                List<Peer> peers = direction == Direction.INGRESS ? permission.sources() : opening.targets();
                for (Peer subject : direction == Direction.INGRESS ? opening.targets() : permission.sources()) {
                    Box box = new Box(subject.asPods().orElseThrow(), peers, opening.ports());
                    if (new Subtraction(direction, box).less(denial)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
