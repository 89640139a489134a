package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Account;
import dev.knet.model.Container;
import dev.knet.model.ContainerPort;
import dev.knet.model.Kind;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Namespace;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every name is one that the API server accepts. */
final class NamesAreValid implements Check {
    private static final String LABEL =
            "lower-case letters, digits and `-`, at most 63, with a letter or digit at both ends";
    private static final Form NAMESPACE = new Form("a namespace", KubernetesNames::isDnsLabel, LABEL);
    private static final Form WORKLOAD = new Form("a workload", KubernetesNames::isDnsLabel, LABEL);
    private static final Form LONG_POD_NAMES = new Form(
            "a workload of this kind",
            name -> KubernetesNames.isDnsLabel(name) && name.length() <= 52,
            "lower-case letters, digits and `-`, at most 52, with a letter or digit at both ends: "
                    + "the cluster adds up to 11 characters to make a label of it");
    private static final Form ACCOUNT = new Form("a service account", KubernetesNames::isDnsLabel, LABEL);
    private static final Form EXISTING_ACCOUNT = new Form(
            "a service account",
            KubernetesNames::isSubdomain,
            "lower-case letters, digits, `-` and `.`, at most 253, with a letter or digit at both ends");
    private static final Form CONTAINER = new Form("a container", KubernetesNames::isDnsLabel, LABEL);
    private static final Form PORT = new Form(
            "a port",
            KubernetesNames::isPortName,
            "lower-case letters, digits and single `-` between them, at most 15, with at least one letter");
    private static final Form SERVICE = new Form(
            "a service",
            KubernetesNames::isServiceName,
            "lower-case letters, digits and `-`, at most 63, with a letter in front and no `-` at the end");

    /** What the names of one kind of thing look like. */
    private record Form(String what, Predicate<String> isValid, String words) {

        /** The nearest name that is one, if there is any. */
        String help(String wrong) {
            String name = KubernetesNames.near(wrong);
            return (isValid.test(name) ? "write `" + name + "`: " : "") + "a name is " + words;
        }
    }

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        Search search = new Search();
        topology.namespaces().forEach(search::namespace);
        topology.workloads().forEach(search::workload);
        topology.services().forEach(search::service);
        return search.found.stream();
    }

    private static final class Search {
        private final List<Diagnostic> found = new ArrayList<>();

        void namespace(Namespace namespace) {
            if (!namespace.isOutside()) {
                judge(NAMESPACE, namespace.name(), namespace.span());
            }
        }

        void workload(Workload workload) {
            judge(isExtended(workload) ? LONG_POD_NAMES : WORKLOAD, workload.name(), workload.span());
            workload.account().ifPresent(this::account);
            for (Container container : workload.containers()) {
                if (!container.name().equals(workload.name())) {
                    judge(CONTAINER, container.name(), container.span());
                }
                container.ports().forEach(this::port);
            }
        }

        /** What is made has a class in Java as well, and a file for it, so its name has no dots and is short. */
        private void account(Account account) {
            judge(account.isMade() ? ACCOUNT : EXISTING_ACCOUNT, account.name(), account.span());
        }

        /** A stateful set's revision and a cron job's jobs are called like it, with a number behind. */
        private static boolean isExtended(Workload workload) {
            return workload.kind() == Kind.STATEFULSET || workload.kind() == Kind.CRONJOB;
        }

        private void port(ContainerPort port) {
            String name = port.name();
            if (name != null) {
                judge(PORT, name, port.span());
            }
        }

        void service(Service service) {
            judge(SERVICE, service.name(), service.span());
        }

        private void judge(Form form, String name, Span span) {
            if (!form.isValid.test(name)) {
                found.add(Diagnostic.of(Rule.INVALID_NAME, span, "`" + name + "` is no name for " + form.what)
                        .withHelp(form.help(name)));
            }
        }
    }
}
