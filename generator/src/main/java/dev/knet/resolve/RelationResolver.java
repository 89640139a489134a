package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Denial;
import dev.knet.model.Direction;
import dev.knet.model.Isolation;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.syntax.Member;
import dev.knet.syntax.Name;
import dev.knet.syntax.Node;
import dev.knet.syntax.PolicyBlock;
import dev.knet.syntax.Relation;
import dev.knet.syntax.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sentences: who may talk to whom, and who is isolated. */
final class RelationResolver {
    private static final String NAME_PODS = "name workloads, `pods(…)`, or each namespace";

    private final Viewpoints viewpoints;
    private final PortResolver ports;
    private final Motives motives;
    private final Problems problems;
    private final List<Permission> permissions = new ArrayList<>();
    private final List<Denial> denials = new ArrayList<>();
    private final List<Isolation> isolations = new ArrayList<>();

    RelationResolver(Viewpoints viewpoints, PortResolver ports, Motives motives, Problems problems) {
        this.viewpoints = viewpoints;
        this.ports = ports;
        this.motives = motives;
        this.problems = problems;
    }

    List<Permission> permissions() {
        return permissions;
    }

    List<Isolation> isolations() {
        return isolations;
    }

    List<Denial> denials() {
        return denials;
    }

    void read(Namespace namespace, List<Member> members) {
        PeerResolver resolver = viewpoints.from(namespace);
        for (Member member : members) {
            if (member instanceof Relation relation) {
                relation.accept(new Reader(resolver, namespace, Optional.empty()));
            } else if (member instanceof PolicyBlock policy) {
                checkName(policy.name());
                Reader reader = new Reader(
                        resolver, namespace, Optional.of(policy.name().text()));
                policy.relations().forEach(relation -> relation.accept(reader));
            }
        }
    }

    private void checkName(Name name) {
        if (!KubernetesNames.isSubdomain(name.text())) {
            problems.add(
                    Rule.INVALID_NAME,
                    name.span(),
                    "`" + name.text() + "` is no name for a policy",
                    "write `policy " + KubernetesNames.near(name.text())
                            + "`: a name is lower-case letters, digits, `-` and `.`, at most 253");
        }
    }

    /** Reads the statements of one namespace, or of one policy block in it. */
    private final class Reader implements Relation.Visitor<Boolean> {
        private final PeerResolver resolver;
        private final Namespace namespace;
        private final Optional<String> policyName;

        Reader(PeerResolver resolver, Namespace namespace, Optional<String> policyName) {
            this.resolver = resolver;
            this.namespace = namespace;
            this.policyName = policyName;
        }

        @Override
        public Boolean visit(Sentence sentence) {
            boolean allows = sentence.verb() == Sentence.Verb.ALLOWS;
            Optional<List<Target>> subjects = Target.all(sentence.subjects(), resolver);
            Optional<List<Target>> objects = Target.all(sentence.objects(), resolver);
            if (subjects.isEmpty() || objects.isEmpty()) {
                return false;
            }
            if (sentence.verb() == Sentence.Verb.DENIES) {
                return deny(sentence, subjects.get(), objects.get());
            }
            if (!areSubjects(subjects.get())) {
                return report(subjects.get(), turned(sentence, objects.get()));
            }
            List<Target> sources = allows ? objects.get() : subjects.get();
            List<Target> targets = allows ? subjects.get() : objects.get();
            return ports.openings(targets, sentence.ports(), namespace)
                    .map(openings -> permissions.add(new Permission(
                            allows ? Direction.INGRESS : Direction.EGRESS,
                            Target.peers(sources),
                            openings,
                            policyName,
                            motives.read(sentence.motive()),
                            sentence.text(),
                            sentence.span())))
                    .orElse(false);
        }

        /** No policy is written for its sake, so on its left may stand whatever can be reached. */
        private boolean deny(Sentence sentence, List<Target> targets, List<Target> sources) {
            return ports.denied(targets, sentence.ports(), namespace)
                    .map(openings -> denials.add(new Denial(
                            Target.peers(sources),
                            openings,
                            policyName,
                            motives.read(sentence.motive()),
                            sentence.text(),
                            sentence.span())))
                    .orElse(false);
        }

        @Override
        public Boolean visit(dev.knet.syntax.Isolation isolation) {
            Optional<List<Target>> subjects = isolation.subjects().isEmpty()
                    ? Optional.of(List.of(Target.of(Peer.Pods.all(namespace), isolation.span())))
                    : Target.all(isolation.subjects(), resolver);
            if (subjects.isEmpty()) {
                return false;
            }
            if (!areSubjects(subjects.get())) {
                return report(subjects.get(), NAME_PODS);
            }
            return isolations.add(new Isolation(
                    directions(isolation.side()),
                    pods(subjects.get()),
                    policyName,
                    motives.read(isolation.motive()),
                    isolation.text(),
                    isolation.span()));
        }

        private List<Direction> directions(dev.knet.syntax.Isolation.Side side) {
            return switch (side) {
                case INGRESS -> List.of(Direction.INGRESS);
                case EGRESS -> List.of(Direction.EGRESS);
                case ALL -> List.of(Direction.INGRESS, Direction.EGRESS);
            };
        }

        private List<Peer.Pods> pods(List<Target> targets) {
            List<Peer.Pods> pods = new ArrayList<>();
            for (Target target : targets) {
                for (Peer peer : target.peers()) {
                    peer.asPods().ifPresent(pods::add);
                }
            }
            return pods;
        }

        private boolean report(List<Target> targets, String help) {
            for (Target target : targets) {
                if (!isSubject(target)) {
                    problems.add(Diagnostic.of(
                                    Rule.NOT_A_SUBJECT,
                                    target.span(),
                                    "no policy can be written for " + target.quoted())
                            .withNote("a policy is for pods of one namespace")
                            .withHelp(help));
                }
            }
            return false;
        }

        /** Whom a statement isolates: a policy can be written only for pods of a namespace that is known. */
        private boolean areSubjects(List<Target> targets) {
            for (Target target : targets) {
                if (!isSubject(target)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isSubject(Target target) {
            for (Peer peer : target.peers()) {
                if (peer.asPods().flatMap(Peer.Pods::namespace).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        /** The policy can stand at the other end if that is pods. */
        private String turned(Sentence sentence, List<Target> objects) {
            String verb = sentence.verb() == Sentence.Verb.ALLOWS ? " reaches " : " allows ";
            String on = sentence.ports().isEmpty() ? "" : " on " + text(sentence.ports());
            return !areSubjects(objects)
                    ? NAME_PODS
                    : "turn the sentence round: `" + text(sentence.objects()) + verb + text(sentence.subjects()) + on
                            + "`";
        }

        private String text(List<? extends Node> nodes) {
            return nodes.get(0).span().to(nodes.get(nodes.size() - 1).span()).oneLine();
        }
    }
}
