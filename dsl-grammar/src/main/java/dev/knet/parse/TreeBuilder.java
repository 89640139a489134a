package dev.knet.parse;

import dev.knet.grammar.KnetLexer;
import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.ClusterBlock;
import dev.knet.syntax.ClusterDns;
import dev.knet.syntax.Member;
import dev.knet.syntax.NamespaceBlock;
import dev.knet.syntax.NamespaceItem;
import dev.knet.syntax.PackageStatement;
import dev.knet.syntax.Statement;
import dev.knet.syntax.TopologyStatement;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Makes the syntax tree of statements that parsed without error: files and namespaces; the rest is delegated. */
final class TreeBuilder {
    private final SourceFile file;
    private final Docs docs;
    private final RelationBuilder relations;
    private final ThingBuilder things;
    /** What has been read of the namespace that is being read. */
    private List<NamespaceItem> items = new ArrayList<>();

    TreeBuilder(SourceFile file, CommonTokenStream tokens, Literals literals) {
        this.file = file;
        this.docs = new Docs(tokens);
        Names names = new Names(file, literals);
        this.relations = new RelationBuilder(file, names, tokens);
        this.things = new ThingBuilder(file, names, relations, docs);
    }

    Statement statement(KnetParser.FileStatementContext context) {
        if (context.member() != null) {
            return member(context.member());
        }
        if (context.namespaceBlock() != null) {
            return namespace(context.namespaceBlock());
        }
        if (context.clusterBlock() != null) {
            return cluster(context.clusterBlock());
        }
        return context.packageStatement() != null
                ? packageStatement(context.packageStatement())
                : topology(context.topologyStatement());
    }

    private PackageStatement packageStatement(KnetParser.PackageStatementContext context) {
        return new PackageStatement(context.packageName().getText(), span(context));
    }

    private TopologyStatement topology(KnetParser.TopologyStatementContext context) {
        return new TopologyStatement(things.names().name(context.name()), span(context));
    }

    private ClusterBlock cluster(KnetParser.ClusterBlockContext context) {
        List<ClusterDns> dns = new ArrayList<>();
        for (KnetParser.ClusterItemContext item : context.clusterItem()) {
            dns.add(clusterDns(item.clusterDns()));
        }
        return new ClusterBlock(dns, span(context));
    }

    private ClusterDns clusterDns(KnetParser.ClusterDnsContext context) {
        if (context instanceof KnetParser.OwnDnsContext own) {
            return new ClusterDns(null, relations.peers(own.peers()), relations.ports(own.ports()), span(context));
        }
        return new ClusterDns(context.getText(), List.of(), List.of(), span(context));
    }

    /** Items come before the namespace that they are in, which is complete only behind them. */
    void take(KnetParser.NamespaceItemContext item) {
        items.add(item.labels() != null ? things.labels(item.labels()) : member(item.member()));
    }

    private NamespaceBlock namespace(KnetParser.NamespaceBlockContext context) {
        List<NamespaceItem> own = items;
        items = new ArrayList<>();
        return new NamespaceBlock(
                docs.above(context),
                context.EXISTING() != null,
                things.names().name(context.name()),
                own,
                span(context));
    }

    private Member member(KnetParser.MemberContext context) {
        if (context.sentence() != null) {
            return relations.sentence(context.sentence());
        }
        if (context.workload() != null) {
            return things.workload(context.workload());
        }
        if (context.service() != null) {
            return things.service(context.service());
        }
        return context.isolation() != null
                ? relations.isolation(context.isolation())
                : relations.policy(context.policy());
    }

    private Span span(ParserRuleContext context) {
        return Spans.of(file, context);
    }

    /** The `///` lines right above a declaration. */
    record Docs(CommonTokenStream tokens) {
        String above(ParserRuleContext declaration) {
            List<Token> lines =
                    tokens.getHiddenTokensToLeft(declaration.getStart().getTokenIndex(), KnetLexer.DOCS);
            if (lines == null) {
                return "";
            }
            StringBuilder doc = new StringBuilder();
            for (Token line : lines) {
                doc.append(doc.length() == 0 ? "" : "\n")
                        .append(line.getText().substring(3).strip());
            }
            return doc.toString().strip();
        }
    }
}
