package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import dev.knet.emit.java.NameDraft.Kind;
import dev.knet.model.Account;
import dev.knet.model.Namespace;
import dev.knet.model.PeerGroup;
import dev.knet.model.Service;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Every name in the generated Java. One rule leads from a name in the file to its names in Java:
 *
 * <ol>
 *   <li>Its words are joined as Java joins words: {@code web-service} becomes {@code webService()}, {@code WebService}
 *       and {@code WEB_SERVICE_HOST}. A digit in front gets an underscore: {@code 3scale} becomes {@code _3scale()}.
 *   <li>The kind is added, as one more word, to every namespace ({@code shopNamespace()}) and service account ({@code
 *       apiAccount()}), to a service that is called like a workload ({@code dbService()}), to a group that is called like either, and to what is {@linkplain ReservedNames reserved} or called like the
 *       facade ({@code newWorkload()}).
 *   <li>Things that are still called the same get their namespace in front, all of them: {@code shopWeb()}, {@code
 *       blogWeb()}.
 *   <li>Things that are called the same even so are written out, all of them: {@code shop__web_2__workload()}.
 * </ol>
 *
 * <p>Two names are the same if they differ only in case, because their files might. Nobody wins: a name that becomes
 * ambiguous disappears, so that code that used it does not compile, rather than meaning something else from then on.
 * That makes the names independent of the order in the file as well.
 *
 * <p>The facade has the name of the topology, and {@code Topology} behind it if that is reserved.
 *
 * <p>A port's constant is its name, or its protocol and number: {@code HTTP}, {@code TCP_8080}. Where two would be the
 * same, both have protocol and number behind them: {@code HTTP__TCP_8080}. The method that leads to a service's port has
 * the same words: {@code http()}, {@code tcp8080()}, {@code http__tcp_8080()}; {@code newPort()} if it is reserved.
 */
final class JavaNames {
    private final ClassName facade;
    private final IdentityHashMap<Object, ThingName> names = new IdentityHashMap<>();

    private JavaNames(Topology topology) {
        facade = ClassName.get(topology.javaPackage(), Identifiers.pascal(facadeWords(topology.name())));
        for (NameDraft draft : drafts(topology)) {
            names.put(draft.thing(), draft.in(topology.javaPackage()));
        }
    }

    static JavaNames of(Topology topology) {
        return new JavaNames(topology);
    }

    ClassName facade() {
        return facade;
    }

    /** Of the classes that take what is too much for the facade; written out like no thing is. */
    ClassName facadePart(int number) {
        return part(facade, number);
    }

    static ClassName part(ClassName type, int number) {
        return type.peerClass(type.simpleName() + "__" + number);
    }

    /** Of the enum of a topology's environments, which is in the package above theirs. */
    static ClassName environments(String javaPackage, ClassName facade) {
        return ClassName.get(javaPackage, facade.simpleName() + "Environment");
    }

    /** What leads to a service whose name is ambiguous. */
    static String writtenOut(Service service) {
        NameDraft draft = NameDraft.of(service);
        draft.writeOut();
        return draft.in("").accessor();
    }

    ThingName of(Workload workload) {
        return named(workload);
    }

    /** Whether there is a class for it: for a workload of another topology, there is one in that one's package only. */
    boolean hasClass(Workload workload) {
        return names.containsKey(workload);
    }

    ThingName of(Service service) {
        return named(service);
    }

    ThingName of(Namespace namespace) {
        return named(namespace);
    }

    ThingName of(Account account) {
        return named(account);
    }

    ThingName of(PeerGroup group) {
        return named(group);
    }

    /** Of a class that is the same for every topology. */
    ClassName runtime(String name) {
        return facade.peerClass(name);
    }

    private ThingName named(Object thing) {
        return Objects.requireNonNull(names.get(thing));
    }

    private static String facadeWords(String topology) {
        return ReservedNames.contains(Identifiers.key(topology)) ? topology + "-topology" : topology;
    }

    private List<NameDraft> drafts(Topology topology) {
        List<NameDraft> drafts = new ArrayList<>();
        topology.workloads().forEach(workload -> drafts.add(NameDraft.of(workload)));
        Set<String> workloads = keys(drafts);
        topology.services().forEach(service -> drafts.add(NameDraft.of(service)));
        topology.namespaces().forEach(namespace -> drafts.add(NameDraft.of(namespace)));
        Account.madeBy(topology).forEach(account -> drafts.add(NameDraft.of(account)));
        Set<String> things = keys(drafts);
        topology.groups().forEach(group -> drafts.add(NameDraft.of(group)));
        for (NameDraft draft : drafts) {
            boolean shared = draft.is(Kind.SERVICE) && workloads.contains(draft.key())
                    || draft.isGroup() && things.contains(draft.key());
            boolean isOther = draft.is(Kind.NAMESPACE) || draft.is(Kind.ACCOUNT);
            if (shared || isOther || isTaken(draft.key())) {
                draft.addKind();
            }
        }
        clashing(drafts).forEach(NameDraft::addNamespace);
        clashing(drafts).forEach(NameDraft::writeOut);
        if (!clashing(drafts).isEmpty()) {
            throw new IllegalStateException("two things have one name in Java, even written out");
        }
        return drafts;
    }

    private static Set<String> keys(List<NameDraft> drafts) {
        Set<String> keys = new HashSet<>();
        drafts.forEach(draft -> keys.add(draft.key()));
        return keys;
    }

    private boolean isTaken(String key) {
        return ReservedNames.contains(key) || key.equals(Identifiers.lower(facade.simpleName()));
    }

    private List<NameDraft> clashing(List<NameDraft> drafts) {
        Map<String, Integer> counts = new HashMap<>();
        drafts.forEach(draft -> counts.merge(draft.key(), 1, Integer::sum));
        return drafts.stream()
                .filter(draft -> counts.getOrDefault(draft.key(), 0) > 1 || isTaken(draft.key()))
                .toList();
    }

    /** The constants of these ports, in their order. */
    static List<String> ports(List<DeclaredPort> ports) {
        Map<String, Integer> counts = new HashMap<>();
        ports.forEach(port -> counts.merge(constant(port), 1, Integer::sum));
        List<String> constants = new ArrayList<>();
        for (DeclaredPort port : ports) {
            String constant = constant(port);
            constants.add(counts.getOrDefault(constant, 0) > 1 ? constant + "__" + number(port) : constant);
        }
        return constants;
    }

    /** The methods that lead to where these ports are reached, in their order. */
    static List<String> portMethods(List<DeclaredPort> ports) {
        List<String> methods = ports.stream().map(JavaNames::portMethod).toList();
        Map<String, Integer> counts = new HashMap<>();
        methods.forEach(method -> counts.merge(Identifiers.lower(method), 1, Integer::sum));
        List<String> free = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            boolean isAlone = counts.getOrDefault(Identifiers.lower(methods.get(i)), 0) == 1;
            free.add(isAlone ? methods.get(i) : methods.get(i) + "__" + Identifiers.lower(number(ports.get(i))));
        }
        return free;
    }

    private static String portMethod(DeclaredPort port) {
        String words = port.called() == null ? Identifiers.lower(number(port)) : port.called();
        return Identifiers.camel(ReservedNames.isOfServices(Identifiers.key(words)) ? words + "-port" : words);
    }

    private static String constant(DeclaredPort port) {
        return port.called() == null ? number(port) : Identifiers.constant(port.called());
    }

    private static String number(DeclaredPort port) {
        return port.protocol().name() + "_" + port.number();
    }

    /** The constants of these names, in their order; those that would be the same are spelled out, all of them. */
    static List<String> constants(List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> counts.merge(Identifiers.constant(text), 1, Integer::sum));
        List<String> constants = new ArrayList<>();
        for (String text : texts) {
            String constant = Identifiers.constant(text);
            boolean isAlone = counts.getOrDefault(constant, 0) == 1;
            constants.add(
                    isAlone
                            ? constant
                            : Identifiers.startable(Identifiers.spelled(text).toUpperCase(Locale.ROOT)));
        }
        return constants;
    }

    /** The methods, for the package alone, that make the policies of these names, in their order. */
    static List<String> policies(List<String> policies) {
        return policies(policies, "Policy");
    }

    /** The same of policies that are not written unless a sentence in Java needs them. */
    static List<String> latentPolicies(List<String> policies) {
        return policies(policies, "Latent");
    }

    private static List<String> policies(List<String> policies, String suffix) {
        Set<String> taken = new HashSet<>();
        List<String> methods = new ArrayList<>();
        for (String policy : policies) {
            String method = Identifiers.camel(policy) + suffix;
            String free = method;
            for (int number = 2; !taken.add(free); number++) {
                free = method + "_" + number;
            }
            methods.add(free);
        }
        return methods;
    }
}
