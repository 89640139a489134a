package dev.knet.reach.read;

import dev.knet.reach.objects.NativePolicy;
import java.util.List;
import java.util.Optional;

/** Finds policies of two network plugins: a cluster has one of these, and they do not decide in the same order. */
final class TwoPlugins {
    private TwoPlugins() {}

    static void findIn(List<NativePolicy> policies, Findings findings) {
        Optional<NativePolicy> calico =
                policies.stream().filter(it -> it.kind().isOfCalico()).findFirst();
        Optional<NativePolicy> cilium =
                policies.stream().filter(it -> it.kind().isOfCilium()).findFirst();
        if (calico.isPresent() && cilium.isPresent()) {
            findings.error(
                    cilium.get().origin(),
                    title(cilium.get()) + " is for Cilium, and " + title(calico.get())
                            + " is for Calico: a cluster has one of them; read those of one cluster only");
        }
    }

    private static String title(NativePolicy policy) {
        return Gathered.title(policy.kind().word(), policy.namespace(), policy.name());
    }
}
