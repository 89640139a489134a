package dev.knet.parse;

import dev.knet.grammar.KnetLexer;
import dev.knet.grammar.KnetParser;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import dev.knet.syntax.EnvironmentBlock;
import dev.knet.syntax.Member;
import dev.knet.syntax.NamespaceBlock;
import dev.knet.syntax.NamespaceItem;
import dev.knet.syntax.PackageStatement;
import dev.knet.syntax.ParamStatement;
import dev.knet.syntax.Statement;
import dev.knet.syntax.TopologyStatement;
import dev.knet.syntax.UseStatement;
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
    private final ClusterBuilder clusters;
    /** What has been read of the namespace that is being read. */
    private List<NamespaceItem> items = new ArrayList<>();
    /** What has been read of the environment that is being read. */
    private List<Statement> environmentItems = new ArrayList<>();

    TreeBuilder(SourceFile file, CommonTokenStream tokens, Literals literals) {
        this.file = file;
        this.docs = new Docs(tokens);
        Names names = new Names(file, literals);
        this.relations = new RelationBuilder(file, names, tokens);
        this.things = new ThingBuilder(file, names, relations, docs);
        this.clusters = new ClusterBuilder(file, names, relations);
    }

    Statement statement(KnetParser.FileStatementContext context) {
        if (context.member() != null) {
            return member(context.member());
        }
        if (context.namespaceBlock() != null) {
            return namespace(context.namespaceBlock());
        }
        if (context.clusterBlock() != null) {
            return clusters.cluster(context.clusterBlock());
        }
        if (context.environment() != null) {
            return environment(context.environment());
        }
        if (context.param() != null) {
            return param(context.param());
        }
        if (context.use() != null) {
            return new UseStatement(things.names().text(context.use().text()), span(context.use()));
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

    private ParamStatement param(KnetParser.ParamContext context) {
        return new ParamStatement(
                things.names().name(context.name()),
                context.paramValue() == null ? null : things.names().value(context.paramValue()),
                span(context));
    }

    private EnvironmentBlock environment(KnetParser.EnvironmentContext context) {
        return new EnvironmentBlock(things.names().name(context.name()), takenOfEnvironment(), span(context));
    }

    private List<Statement> takenOfEnvironment() {
        List<Statement> own = environmentItems;
        environmentItems = new ArrayList<>();
        return own;
    }

    /** Items come before the namespace that they are in, which is complete only behind them. */
    void take(KnetParser.NamespaceItemContext item) {
        if (item.member() != null) {
            items.add(member(item.member()));
        } else if (item.labels() != null) {
            items.add(things.labels(item.labels()));
        } else {
            items.add(item.yaml() == null ? things.annotations(item.annotations()) : things.yaml(item.yaml()));
        }
    }

    void take(KnetParser.EnvironmentItemContext item) {
        if (item.member() != null) {
            environmentItems.add(member(item.member()));
        } else if (item.namespaceBlock() != null) {
            environmentItems.add(namespace(item.namespaceBlock()));
        } else {
            environmentItems.add(item.param() == null ? clusters.cluster(item.clusterBlock()) : param(item.param()));
        }
    }

    private NamespaceBlock namespace(KnetParser.NamespaceBlockContext context) {
        List<NamespaceItem> own = items;
        items = new ArrayList<>();
        return new NamespaceBlock(
                docs.above(context),
                context.NEW() != null,
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
        if (context.isolation() != null) {
            return relations.isolation(context.isolation());
        }
        if (context.group() != null) {
            return relations.group(context.group());
        }
        if (context.expectation() != null) {
            return relations.expectation(context.expectation());
        }
        return context.policy() != null ? relations.policy(context.policy()) : relations.ports(context.portList());
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
