package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Account;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A service account is either in the cluster already or written, whoever names it. */
final class AccountsAgree implements Check {

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Map<String, Account> first = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Workload workload : topology.workloads()) {
            Account account = workload.account().orElse(null);
            if (account != null && !account.name().equals(Account.DEFAULT)) {
                Account earlier = first.putIfAbsent(account.qualifiedName(), account);
                if (earlier != null && earlier.existing() != account.existing()) {
                    found.add(diagnostic(account, earlier));
                }
            }
        }
        return found.stream();
    }

    private static Diagnostic diagnostic(Account account, Account earlier) {
        String name = account.name();
        return Diagnostic.of(
                        Rule.ACCOUNT_MIX,
                        account.span(),
                        account.existing()
                                ? "account `" + name + "` is said to be in the cluster already, and to be made"
                                : "account `" + name + "` is to be made, and said to be in the cluster already")
                .withLabel(earlier.span(), earlier.existing() ? "in the cluster already" : "to be made")
                .withHelp("write `existing account " + name + "` in both places or in neither");
    }
}
