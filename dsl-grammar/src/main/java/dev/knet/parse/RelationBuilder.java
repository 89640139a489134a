package dev.knet.parse;

import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.AddressRange;
import dev.knet.syntax.Expectation;
import dev.knet.syntax.GroupStatement;
import dev.knet.syntax.Int;
import dev.knet.syntax.Isolation;
import dev.knet.syntax.Motive;
import dev.knet.syntax.Name;
import dev.knet.syntax.Peer;
import dev.knet.syntax.PolicyBlock;
import dev.knet.syntax.Port;
import dev.knet.syntax.PortNumber;
import dev.knet.syntax.PortsStatement;
import dev.knet.syntax.Relation;
import dev.knet.syntax.Requirement;
import dev.knet.syntax.Scope;
import dev.knet.syntax.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Sentences and what they are made of: peers, selectors, ports, addresses. */
final class RelationBuilder {
    private final SourceFile file;
    private final Names names;
    private final TokenStream tokens;

    RelationBuilder(SourceFile file, Names names, TokenStream tokens) {
        this.file = file;
        this.names = names;
        this.tokens = tokens;
    }

    PolicyBlock policy(KnetParser.PolicyContext context) {
        List<Relation> relations = new ArrayList<>();
        for (KnetParser.PolicyItemContext item : context.policyItem()) {
            relations.add(item.sentence() != null ? sentence(item.sentence()) : isolation(item.isolation()));
        }
        return new PolicyBlock(names.name(context.name()), relations, span(context));
    }

    Sentence sentence(KnetParser.SentenceContext context) {
        return new Sentence(
                verb(context.verb()),
                peers(context.peers(0)),
                peers(context.peers(1)),
                context.ports() == null ? List.of() : ports(context.ports()),
                motive(context.motive()),
                Quotation.of(tokens, context),
                span(context));
    }

    private static Sentence.Verb verb(KnetParser.VerbContext context) {
        return switch (context.getStart().getType()) {
            case KnetParser.ALLOWS, KnetParser.ALLOW -> Sentence.Verb.ALLOWS;
            case KnetParser.REACHES, KnetParser.REACH -> Sentence.Verb.REACHES;
            default -> Sentence.Verb.DENIES;
        };
    }

    Expectation expectation(KnetParser.ExpectationContext context) {
        return new Expectation(
                claim(context.claim()),
                peers(context.claim().peers()),
                peers(context.peers()),
                context.ports() == null ? List.of() : ports(context.ports()),
                motive(context.motive()),
                Quotation.of(tokens, context),
                span(context));
    }

    private static Expectation.Claim claim(KnetParser.ClaimContext context) {
        if (context.ONLY() != null) {
            return Expectation.Claim.ONLY;
        }
        return context.cannotReach() == null ? Expectation.Claim.REACHES : Expectation.Claim.CANNOT_REACH;
    }

    private Motive motive(KnetParser.@Nullable MotiveContext context) {
        if (context == null) {
            return Motive.NONE;
        }
        return new Motive(
                context.because() == null
                        ? null
                        : names.reason(context.because().STRING()),
                context.until() == null ? null : date(context.until().date()));
    }

    private Motive.Date date(KnetParser.DateContext context) {
        return new Motive.Date(context.getText(), span(context));
    }

    GroupStatement group(KnetParser.GroupContext context) {
        return new GroupStatement(
                context.NEW() != null,
                context.NETWORK() != null,
                names.name(context.name()),
                peers(context.peers()),
                span(context));
    }

    PortsStatement ports(KnetParser.PortListContext context) {
        return new PortsStatement(
                context.NEW() != null, names.name(context.name()), ports(context.ports()), span(context));
    }

    Isolation isolation(KnetParser.IsolationContext context) {
        Isolation.Side side = context.INGRESS() != null
                ? Isolation.Side.INGRESS
                : context.EGRESS() != null ? Isolation.Side.EGRESS : Isolation.Side.ALL;
        List<Peer> subjects = context.peers() == null ? List.of() : peers(context.peers());
        return new Isolation(side, subjects, motive(context.motive()), Quotation.of(tokens, context), span(context));
    }

    List<Peer> peers(KnetParser.PeersContext context) {
        List<KnetParser.PeerContext> written = context.peer();
        List<Peer> peers = new ArrayList<>();
        for (int first = 0, next; first < written.size(); first = next) {
            next = first + 1;
            while (hasException(written.get(first)) && next < written.size() && isPlainAddress(written.get(next))) {
                next++;
            }
            peers.add(next > first + 1 ? addresses(written.subList(first, next)) : peer(written.get(first)));
        }
        return peers;
    }

    private static boolean hasException(KnetParser.PeerContext context) {
        return context instanceof KnetParser.AddressPeerContext address && address.EXCEPT() != null;
    }

    private static boolean isPlainAddress(KnetParser.PeerContext context) {
        return context instanceof KnetParser.AddressPeerContext address && address.EXCEPT() == null;
    }

    private Peer peer(KnetParser.PeerContext context) {
        Span span = span(context);
        if (context instanceof KnetParser.NamedPeerContext named) {
            return new Peer.Named(names.qualified(named.peerName()), span);
        }
        if (context instanceof KnetParser.ServicePeerContext service) {
            return new Peer.OfService(names.qualified(service.qualifiedName()), span);
        }
        if (context instanceof KnetParser.PodsPeerContext pods) {
            Scope scope = pods.scope() == null ? null : scope(pods.scope());
            return new Peer.Pods(
                    requirements(
                            pods.selector() == null
                                    ? List.of()
                                    : pods.selector().requirement()),
                    scope,
                    span);
        }
        if (context instanceof KnetParser.AddressPeerContext) {
            return addresses(List.of(context));
        }
        return wellKnown(context, span).orElseGet(() -> new Peer.OfNamespaces(namespaces(context, span), span));
    }

    private static Optional<Peer> wellKnown(KnetParser.PeerContext context, Span span) {
        return switch (context.getStart().getType()) {
            case KnetParser.ANYONE -> Optional.of(new Peer.Anyone(span));
            case KnetParser.DNS -> Optional.of(new Peer.Dns(span));
            case KnetParser.INTERNET -> Optional.of(new Peer.Internet(span));
            case KnetParser.NODES -> Optional.of(new Peer.Nodes(span));
            case KnetParser.APISERVER -> Optional.of(new Peer.Apiserver(span));
            default -> Optional.empty();
        };
    }

    private Scope namespaces(KnetParser.PeerContext context, Span span) {
        if (context instanceof KnetParser.NamespacePeerContext named) {
            return new Scope.Named(names.name(named.name()), span);
        }
        return context instanceof KnetParser.NamespacesPeerContext matching
                ? new Scope.Matching(requirements(matching.labelSelector().requirement()), span)
                : new Scope.Matching(List.of(), span);
    }

    private Scope scope(KnetParser.ScopeContext context) {
        Span span = span(context);
        if (context instanceof KnetParser.NamedScopeContext named) {
            return new Scope.Named(names.name(named.name()), span);
        }
        return context instanceof KnetParser.MatchingScopeContext matching
                ? new Scope.Matching(requirements(matching.labelSelector().requirement()), span)
                : new Scope.Matching(List.of(), span);
    }

    /** The first with its exception; the others are further exceptions. */
    private Peer addresses(List<KnetParser.PeerContext> contexts) {
        List<AddressRange> ranges = new ArrayList<>();
        for (KnetParser.PeerContext context : contexts) {
            for (KnetParser.AddressRangeContext range : ((KnetParser.AddressPeerContext) context).addressRange()) {
                ranges.add(addressRange(range));
            }
        }
        Span span = span(contexts.get(0)).to(span(contexts.get(contexts.size() - 1)));
        return new Peer.Addresses(ranges.get(0), ranges.subList(1, ranges.size()), span);
    }

    AddressRange addressRange(KnetParser.AddressRangeContext context) {
        return new AddressRange(context.getText(), span(context));
    }

    private List<Requirement> requirements(List<KnetParser.RequirementContext> written) {
        List<Requirement> requirements = new ArrayList<>();
        for (KnetParser.RequirementContext requirement : written) {
            requirements.add(requirement(requirement));
        }
        return requirements;
    }

    private Requirement requirement(KnetParser.RequirementContext context) {
        List<Name> values = new ArrayList<>();
        for (KnetParser.LabelValueContext value : values(context)) {
            values.add(names.name(value));
        }
        return new Requirement(names.name(context.labelKey()), operator(context), values, span(context));
    }

    private static List<KnetParser.LabelValueContext> values(KnetParser.RequirementContext context) {
        if (context.labelValues() != null) {
            return context.labelValues().labelValue();
        }
        return context.labelValue() == null ? List.of() : List.of(context.labelValue());
    }

    private static Requirement.Operator operator(KnetParser.RequirementContext context) {
        if (context.NOT() != null) {
            return Requirement.Operator.ABSENT;
        }
        if (context.NOT_EQUALS() != null || context.NOTIN() != null) {
            return Requirement.Operator.NOT_IN;
        }
        return values(context).isEmpty() ? Requirement.Operator.PRESENT : Requirement.Operator.IN;
    }

    List<Port> ports(KnetParser.PortsContext context) {
        List<Port> ports = new ArrayList<>();
        for (KnetParser.PortContext port : context.port()) {
            ports.add(port(port));
        }
        return ports;
    }

    private Port port(KnetParser.PortContext context) {
        Span span = span(context);
        if (context instanceof KnetParser.ProtocolPortContext port) {
            return port(port, span);
        }
        return context instanceof KnetParser.NamedPortContext named
                ? new Port.Named(names.name(named.portName()), span)
                : new Port.Any(span);
    }

    private Port port(KnetParser.ProtocolPortContext context, Span span) {
        String protocol = context.protocol().getText();
        if (context.INTEGER() != null) {
            return new Port.One(new PortNumber(protocol, names.integer(context.INTEGER()), span), span);
        }
        return context.INTEGER_RANGE() != null
                ? range(protocol, context.INTEGER_RANGE(), span)
                : new Port.AllOf(protocol, span);
    }

    private Port range(String protocol, TerminalNode numbers, Span span) {
        String text = numbers.getText();
        Span whole = Spans.of(file, numbers.getSymbol());
        int dash = text.indexOf('-');
        Int first = new Int(text.substring(0, dash), new Span(file, whole.start(), whole.start() + dash));
        Int last = new Int(text.substring(dash + 1), new Span(file, whole.start() + dash + 1, whole.end()));
        return new Port.Range(protocol, first, last, span);
    }

    private Span span(ParserRuleContext context) {
        return Spans.of(file, context);
    }
}
