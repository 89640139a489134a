package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressRange;
import dev.knet.model.Peer;
import dev.knet.model.Permission;
import dev.knet.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** No range of a sentence lies in another of it: it would add nothing, or open again what the other has excepted. */
final class RangesAreDistinct implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        List<Diagnostic> found = new ArrayList<>();
        for (Permission permission : topology.permissions()) {
            check(permission.sources(), permission, found);
            check(permission.targets(), permission, found);
        }
        return found.stream();
    }

    private static void check(List<Peer> peers, Permission permission, List<Diagnostic> found) {
        List<Peer.Addresses> ranges = new ArrayList<>();
        for (Peer peer : peers) {
            if (peer instanceof Peer.Addresses addresses) {
                ranges.add(addresses);
            }
        }
        for (int i = 0; i < ranges.size(); i++) {
            for (int j = 0; j < ranges.size(); j++) {
                if (i != j && ranges.get(i).range().contains(ranges.get(j).range())) {
                    found.add(diagnostic(ranges.get(i), ranges.get(j), permission));
                    return;
                }
            }
        }
    }

    private static Diagnostic diagnostic(Peer.Addresses wide, Peer.Addresses narrow, Permission permission) {
        for (AddressRange except : wide.except()) {
            if (except.contains(narrow.range()) || narrow.range().contains(except)) {
                return Diagnostic.of(
                                Rule.NESTED_RANGES,
                                permission.span(),
                                "`" + narrow.range() + "` opens again what `" + wide.range() + "` excepts")
                        .withHelp("except less of `" + wide.range() + "`, or leave `" + narrow.range() + "` out");
            }
        }
        return Diagnostic.of(
                        Rule.NESTED_RANGES,
                        permission.span(),
                        "`" + narrow.range() + "` adds nothing: it is a part of `" + wide.range() + "`")
                .withHelp("leave one of them out");
    }
}
