package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Expectation;
import dev.knet.model.Namespace;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.syntax.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is expected to come of all sentences. Nothing is written for it, so anything may stand at either end. */
final class ExpectationResolver {
    private final Viewpoints viewpoints;
    private final PortResolver ports;
    private final Motives motives;
    private final Problems problems;
    private final List<Expectation> all = new ArrayList<>();

    ExpectationResolver(Viewpoints viewpoints, PortResolver ports, Motives motives, Problems problems) {
        this.viewpoints = viewpoints;
        this.ports = ports;
        this.motives = motives;
        this.problems = problems;
    }

    List<Expectation> all() {
        return all;
    }

    void read(Namespace namespace, List<Member> members) {
        for (Member member : members) {
            if (member instanceof dev.knet.syntax.Expectation expectation) {
                read(namespace, expectation);
            }
        }
    }

    private void read(Namespace namespace, dev.knet.syntax.Expectation written) {
        PeerResolver resolver = viewpoints.from(namespace);
        Optional<List<Target>> sources = Target.all(written.sources(), resolver);
        Optional<List<Target>> targets = Target.all(written.targets(), resolver);
        if (sources.isEmpty() || targets.isEmpty() || !areInCluster(sources.get(), targets.get())) {
            return;
        }
        openings(written, targets.get(), namespace)
                .ifPresent(openings -> all.add(new Expectation(
                        claim(written.claim()),
                        Target.peers(sources.get()),
                        openings,
                        motives.ofExpectation(written.motive()),
                        written.text(),
                        written.span())));
    }

    private Optional<List<Permission.Opening>> openings(
            dev.knet.syntax.Expectation written, List<Target> targets, Namespace namespace) {
        return switch (written.claim()) {
            case REACHES, ONLY -> ports.openings(targets, written.ports(), namespace);
            case CANNOT_REACH -> ports.unreached(targets, written.ports(), namespace);
        };
    }

    private static Expectation.Claim claim(dev.knet.syntax.Expectation.Claim claim) {
        return switch (claim) {
            case REACHES -> Expectation.Claim.REACHES;
            case CANNOT_REACH -> Expectation.Claim.CANNOT_REACH;
            case ONLY -> Expectation.Claim.ONLY;
        };
    }

    /** Each of the sources with each of the targets: of two that are both outside, no policy says anything. */
    private boolean areInCluster(List<Target> sources, List<Target> targets) {
        Optional<Target> source = outside(sources);
        Optional<Target> target = outside(targets);
        if (source.isEmpty() || target.isEmpty()) {
            return true;
        }
        problems.add(Diagnostic.of(
                        Rule.BOTH_OUTSIDE,
                        target.get().span(),
                        source.get().quoted() + " and " + target.get().quoted() + " are both outside of the cluster")
                .withLabel(source.get().span(), "this is to reach it, or not to")
                .withNote("policies are about pods, so nothing can be checked between addresses")
                .withHelp("name pods at one end; if others of the list are pods, write an `expect` for them alone"));
        return false;
    }

    private static Optional<Target> outside(List<Target> targets) {
        for (Target target : targets) {
            if (target.peers().stream().allMatch(Peer.Addresses.class::isInstance)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }
}
