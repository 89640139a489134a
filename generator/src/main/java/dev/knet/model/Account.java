package dev.knet.model;

import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The service account that the pods of a workload run as. An existing one is in the cluster already. */
public record Account(Namespace namespace, String name, boolean existing, Span span) {
    /** The account that the cluster makes in every namespace. */
    public static final String DEFAULT = "default";

    /** Those that a topology makes, each once: of several workloads with one account, it is that of the first. */
    public static List<Account> madeBy(Topology topology) {
        List<Account> made = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Workload workload : topology.workloads()) {
            Account account = workload.account().orElse(null);
            if (account != null && account.isMade() && names.add(account.qualifiedName())) {
                made.add(account);
            }
        }
        return made;
    }

    public boolean isMade() {
        return !existing && !name.equals(DEFAULT);
    }

    /** `shop/api`, or `api` outside all namespaces. */
    public String qualifiedName() {
        return namespace.qualify(name);
    }

    /** Two are the same if they are the same object, each statement being one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
