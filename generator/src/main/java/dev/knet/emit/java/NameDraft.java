package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import dev.knet.model.Account;
import dev.knet.model.Namespace;
import dev.knet.model.PeerGroup;
import dev.knet.model.Service;
import dev.knet.model.Workload;
import java.util.Locale;

/** A thing and its name so far: words with dashes between them, or written out. */
final class NameDraft {
    private final Object thing;
    private final Kind kind;
    private final String namespace;
    private final String name;
    private String words;
    private boolean writtenOut;

    /** What a thing is, as far as its name is concerned. */
    enum Kind {
        WORKLOAD,
        SERVICE,
        NAMESPACE,
        ACCOUNT,
        GROUP,
        NETWORK;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private NameDraft(Object thing, Kind kind, String namespace, String name, String words) {
        this.thing = thing;
        this.kind = kind;
        this.namespace = namespace;
        this.name = name;
        this.words = words;
    }

    static NameDraft of(Workload workload) {
        String name = workload.name();
        return new NameDraft(workload, Kind.WORKLOAD, workload.namespace().name(), name, name);
    }

    static NameDraft of(Service service) {
        String name = service.name();
        return new NameDraft(service, Kind.SERVICE, service.namespace().name(), name, name);
    }

    static NameDraft of(Account account) {
        String name = account.name();
        return new NameDraft(account, Kind.ACCOUNT, account.namespace().name(), name, name);
    }

    /** The outside of all namespaces has no name, so it gets words of its own. */
    static NameDraft of(Namespace namespace) {
        String name = namespace.name();
        return new NameDraft(namespace, Kind.NAMESPACE, "", name, namespace.isOutside() ? "no" : name);
    }

    static NameDraft of(PeerGroup group) {
        Kind kind = group.network() ? Kind.NETWORK : Kind.GROUP;
        String name = group.name();
        return new NameDraft(group, kind, group.namespace().name(), name, name);
    }

    Object thing() {
        return thing;
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isGroup() {
        return kind == Kind.GROUP || kind == Kind.NETWORK;
    }

    /** Two things must not have the same. */
    String key() {
        return writtenOut ? Identifiers.lower(words) : Identifiers.key(words);
    }

    void addKind() {
        words = words + "-" + kind.word();
    }

    void addNamespace() {
        words = namespace.isEmpty() ? words : namespace + "-" + words;
    }

    /** No two things get the same: a dash is an underscore, two are three and so on, so only here two are two. */
    void writeOut() {
        String place = namespace.isEmpty() ? "" : Identifiers.spelled(namespace) + "__";
        words = Identifiers.startable(place + Identifiers.spelled(name) + "__" + kind.word());
        writtenOut = true;
    }

    ThingName in(String javaPackage) {
        return writtenOut
                ? new ThingName(
                        ClassName.get(javaPackage, Identifiers.capitalized(words)),
                        words,
                        words.toUpperCase(Locale.ROOT),
                        words)
                : new ThingName(
                        ClassName.get(javaPackage, Identifiers.pascal(words)),
                        Identifiers.camel(words),
                        Identifiers.constant(words),
                        words);
    }
}
