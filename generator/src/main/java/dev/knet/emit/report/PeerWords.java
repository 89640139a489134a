package dev.knet.emit.report;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.PolicyObject;
import dev.knet.reach.objects.PolicyObject.Block;
import dev.knet.reach.objects.PolicyObject.Peer;
import dev.knet.reach.objects.PolicyObject.Pods;
import java.util.ArrayList;
import java.util.List;

/** Whom a rule is about, in words. */
final class PeerWords {
    private static final int MOST = 3;

    private PeerWords() {}

    static String of(PolicyObject policy, List<Peer> peers) {
        List<String> words = new ArrayList<>();
        for (Peer peer : peers.subList(0, Math.min(MOST, peers.size()))) {
            words.add(peer.fold(pods -> of(policy, pods), PeerWords::of));
        }
        String rest = peers.size() > MOST ? " or " + (peers.size() - MOST) + " more" : "";
        return String.join(" or ", words) + rest;
    }

    private static String of(PolicyObject policy, Pods pods) {
        String which = pods.pods().isEverything() ? "all pods" : "pods with " + pods.pods();
        return which + pods.namespaces().map(PeerWords::in).orElse(" in namespace " + policy.namespace());
    }

    private static String in(LabelQuery namespaces) {
        return namespaces.isEverything() ? " in any namespace" : " in namespaces with " + namespaces;
    }

    private static String of(Block block) {
        if (block.except().isEmpty()) {
            return block.range().toString();
        }
        List<String> except = new ArrayList<>();
        block.except().forEach(range -> except.add(range.toString()));
        return block.range() + " except " + String.join(", ", except);
    }
}
