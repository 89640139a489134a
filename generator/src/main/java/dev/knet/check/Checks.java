package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All checks. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new NamesAreValid(),
            new ContainersAreWhole(),
            new PropertiesBelong(),
            new PortsAreDistinct(),
            new EnvIsValid(),
            new AccountsAgree(),
            new StatefulSetsHaveAService(),
            new WorkloadsCanBeToldApart(),
            new ServicesFit(),
            new ServicePortsLeadSomewhere(),
            new HostsAreValid(),
            new HostNetworksAreUnseen(),
            new SubjectsAreOwn(),
            new PoliciesHaveOneSubject(),
            new PeersAreInSight(),
            new EndsAreDecidable(),
            new DenialsAreEnforced(),
            new DenialsCanBeSubtracted(),
            new SentencesHaveAnEffect(),
            new SelectionsSelectSomething(),
            new PublicServicesAreOpen(),
            new CallersAreSeen(),
            new PortsSurviveApply(),
            new NamesResolve(),
            new HeadlessPortsAreThePods(),
            new NamedPortsAreEverywhere(),
            new PortsAreThePods(),
            new IsolationReachesSomething(),
            new RangesAreDistinct(),
            new PluginEnforces());

    private Checks() {}

    /** Everything that any of them finds, in no particular order. */
    public static Stream<Diagnostic> check(Topology topology) {
        return ALL.stream().flatMap(check -> check.check(topology));
    }

    /** What is wrong between topologies that use each other. */
    public static List<Diagnostic> checkBetween(List<Topology> topologies) {
        List<Diagnostic> found = new ArrayList<>(OtherEndsAreOpen.check(topologies));
        found.addAll(DenialsHoldBetween.check(topologies));
        found.addAll(NamespacesAgree.check(topologies));
        found.addAll(ClustersAgree.check(topologies));
        return found;
    }
}
