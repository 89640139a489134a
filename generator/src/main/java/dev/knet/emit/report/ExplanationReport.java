package dev.knet.emit.report;

import dev.knet.diagnostic.Printable;
import dev.knet.emit.report.Sentences.Sentence;
import dev.knet.emit.report.SideAccount.Policy;
import dev.knet.emit.report.SideAccount.Rule;
import dev.knet.reach.End;
import dev.knet.reach.objects.ClusterObjects;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.policy.Explanation;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Why one end can connect to another, or cannot: the answer first, then what the policies of both sides say. */
public final class ExplanationReport {
    private final Question question;
    private final Optional<String> mapping;
    private final Sentences sentences;
    private final PortSet open;
    private final List<Case> cases = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * What is asked.
     *
     * @param on the ports; empty for whatever is open
     * @param service the name of the service that is called, if the ports are its own and not the pods'
     */
    public record Question(End from, End to, Optional<PortSet> on, Optional<String> service) {
        public Question(End from, End to, Optional<PortSet> on) {
            this(from, to, on, Optional.empty());
        }
    }

    /** Pods of the two ends that policies tell from the others. */
    private record Case(PortSet open, SideAccount egress, SideAccount ingress) {}

    private ExplanationReport(Question question, Optional<String> mapping, Sentences sentences, PortSet open) {
        this.question = question;
        this.mapping = mapping;
        this.sentences = sentences;
        this.open = open;
    }

    /**
     * What there is to say.
     *
     * @throws IllegalArgumentException if the service has none of the ports
     * @param explanations what {@link dev.knet.reach.Reachability#explain} says of these two ends
     * @param objects what they were explained by
     */
    public static ExplanationReport of(
            Question asked, List<Explanation> explanations, ClusterObjects objects, Sentences sentences) {
        Optional<String> mapping = mapping(asked, objects);
        Question question = behindService(asked, objects);
        if (explanations.isEmpty()) {
            throw new IllegalArgumentException("nothing explains " + question);
        }
        PortSet open = PortSet.NONE;
        for (Explanation explanation : explanations) {
            open = open.or(explanation.open());
        }
        ExplanationReport report = new ExplanationReport(question, mapping, sentences, open);
        if (!report.isOutside()) {
            new LinkedHashSet<>(explanations).forEach(it -> report.add(it, objects));
            report.note(objects);
        }
        return report;
    }

    /** Policies judge the pods' ports: what is asked of a service is asked of the ports behind its own. */
    private static Question behindService(Question asked, ClusterObjects objects) {
        return asked.service.isEmpty()
                ? asked
                : new Question(
                        asked.from,
                        asked.to,
                        asked.on.map(it -> ServiceNotes.of(objects, asked.to).behind(asked.service.get(), it)),
                        asked.service);
    }

    /** {@code TCP 80 of service shop/web is TCP 8080 of these pods}; empty if they are the same. */
    private static Optional<String> mapping(Question asked, ClusterObjects objects) {
        if (asked.service.isEmpty() || asked.on.isEmpty()) {
            return Optional.empty();
        }
        List<String> ports = ServiceNotes.of(objects, asked.to).mapped(asked.service.get(), asked.on.get());
        return ports.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", ports));
    }

    /** Policies of a cluster say nothing of connections that it does not see. */
    private boolean isOutside() {
        return isExternal(question.from) && isExternal(question.to);
    }

    private static boolean isExternal(End end) {
        return range(end).isPresent();
    }

    private static Optional<AddressRange> range(End end) {
        return end.fold(workload -> Optional.empty(), it -> Optional.of(it.range()), stranger -> Optional.empty());
    }

    private void add(Explanation explanation, ClusterObjects objects) {
        PortSet asked = asked(explanation);
        End from = question.from;
        End to = question.to;
        cases.add(new Case(
                explanation.open(),
                SideAccount.of(explanation.egress(), from, to, asked, ServiceNotes.isSeen(objects, from)),
                SideAccount.of(explanation.ingress(), to, from, asked, ServiceNotes.isSeen(objects, to))));
    }

    /** Of no port in particular: what is open, else what one side opens and the other does not, else all. */
    private PortSet asked(Explanation explanation) {
        PortSet either = explanation.egress().open().or(explanation.ingress().open());
        return question.on.orElse(
                !explanation.open().isEmpty() ? explanation.open() : !either.isEmpty() ? either : PortSet.ALL);
    }

    private void note(ClusterObjects objects) {
        ServiceNotes services = ServiceNotes.of(objects, question.to);
        boolean alike = cases.stream().map(Case::open).distinct().count() == 1;
        if (question.from.equals(question.to)) {
            notes.add("a pod can always connect to itself; this is about different pods of " + question.to.text());
        }
        if (!alike) {
            notes.add("this is not the same for all pods of these ends");
        }
        List<String> mappings = question.service.isPresent()
                ? List.of()
                : question.on.map(services::mappings).orElse(List.of());
        cases.forEach(it -> {
            refusal(it.egress).ifPresent(notes::add);
            refusal(it.ingress).ifPresent(notes::add);
        });
        PortSet missing = missing(Direction.EGRESS).or(missing(Direction.INGRESS));
        boolean isMistaken = !mappings.isEmpty() && !services.isDeclared(missing);
        if (!isMistaken) {
            notes.addAll(advice(missing));
        }
        notes.addAll(mappings);
        if (isExternal(question.from) || isExternal(question.to)) {
            notes.add("policies only let it through; whether anything routes there is another question");
        }
        range(question.from).ifPresent(range -> notes.addAll(services.exposures(Optional.of(range))));
    }

    private PortSet missing(Direction direction) {
        PortSet missing = PortSet.NONE;
        for (Case it : cases) {
            SideAccount side = direction == Direction.EGRESS ? it.egress : it.ingress;
            missing = missing.or(side.missing().minus(side.refused()));
        }
        return missing;
    }

    private static Optional<String> refusal(SideAccount side) {
        PortSet refused = side.refused().and(side.missing());
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of("a rule refuses " + side.direction().word() + " of "
                        + side.own().text() + " on " + Words.ofPorts(refused)
                        + ": no other rule opens what is refused");
    }

    private List<String> advice(PortSet missing) {
        List<String> advice = new ArrayList<>();
        if (missing.isEmpty()) {
            return advice;
        }
        if (question.on.isEmpty()) {
            advice.add("ask about a port to be told which rule is missing");
            return advice;
        }
        PortSet leaving = missing(Direction.EGRESS);
        if (!leaving.isEmpty()) {
            advice.add("missing: an egress rule of " + question.from.text() + " to " + question.to.text() + " on "
                    + Words.ofPorts(leaving));
        }
        PortSet entering = missing(Direction.INGRESS);
        if (!entering.isEmpty()) {
            advice.add("missing: an ingress rule of " + question.to.text() + " for " + question.from.text() + " on "
                    + Words.ofPorts(entering));
        }
        Suggestion.of(question.from, question.to, missing).ifPresent(advice::add);
        return advice;
    }

    private String answer() {
        return verdict() + mapping.map(it -> " (" + it + ")").orElse("");
    }

    private String verdict() {
        String from = question.from.text();
        String to = question.to.text();
        if (isOutside()) {
            return from + " and " + to + " are both outside the cluster, and its policies say nothing of them";
        }
        PortSet asked = question.on.orElse(open);
        PortSet can = asked.and(open);
        PortSet cannot = asked.minus(open);
        if (can.isEmpty()) {
            return from + " cannot connect to " + to
                    + question.on.map(it -> " on " + Words.ofPorts(it)).orElse("");
        }
        return from + " can connect to " + to + " on " + Words.ofPorts(can)
                + (cannot.isEmpty() ? "" : ", but not on " + Words.ofPorts(cannot));
    }

    /** For people. */
    public String text() {
        StringBuilder out = new StringBuilder();
        line(out, 0, answer());
        for (int i = 0; i < cases.size(); i++) {
            if (cases.size() > 1) {
                out.append('\n');
                line(
                        out,
                        0,
                        "pods that policies tell apart, " + (i + 1) + " of " + cases.size() + ": open on "
                                + Words.ofPorts(cases.get(i).open));
            }
            write(out, cases.get(i).egress);
            write(out, cases.get(i).ingress);
        }
        if (!notes.isEmpty()) {
            out.append('\n');
            notes.forEach(note -> line(out, 0, note));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, int depth, String text) {
        out.append("  ".repeat(depth)).append(Printable.of(text)).append('\n');
    }

    private void write(StringBuilder out, SideAccount side) {
        out.append('\n');
        line(out, 0, side.direction().word() + " of " + side.own().text() + ": " + status(side));
        side.free().ifPresent(why -> line(out, 1, why));
        for (NativeAccount policy : side.natives()) {
            line(out, 1, policy.title());
            policy.says().forEach(it -> line(out, 2, it));
        }
        for (Policy policy : side.policies()) {
            String origin = policy.object().origin().toString();
            line(out, 1, "policy " + policy.name() + (origin.isEmpty() ? "" : " (" + origin + ")") + " selects it");
            for (Rule rule : policy.rules()) {
                line(out, 2, side.path(rule) + " " + rule.text());
                sentences
                        .behind(policy.object(), side.direction(), rule.number())
                        .forEach(it -> line(out, 3, quoted(it)));
            }
            if (policy.rules().isEmpty()) {
                line(out, 2, "no rule of it opens this");
            }
            if (!side.missing().isEmpty()) {
                isolating(side, policy).forEach(it -> line(out, 2, "isolates it by " + quoted(it)));
            }
        }
        if (side.untold() > 0) {
            line(out, 1, "and " + side.untold() + " more such rules that do not open it");
        }
    }

    private List<Sentence> isolating(SideAccount side, Policy policy) {
        return sentences.isolating(policy.object(), side.direction());
    }

    private static String quoted(Sentence sentence) {
        return "`" + sentence.text() + "`" + (sentence.place().isEmpty() ? "" : " (" + sentence.place() + ")");
    }

    private static String status(SideAccount side) {
        String closed = "closed on " + Words.ofPorts(side.missing());
        if (side.open().isEmpty()) {
            return closed;
        }
        return "open on " + Words.ofPorts(side.open()) + (side.missing().isEmpty() ? "" : ", " + closed);
    }

    /** For programs. */
    public String json() {
        JsonText json = new JsonText();
        json.object(() -> {
            json.put("answer", answer());
            json.put("src", question.from.text());
            json.put("dst", question.to.text());
            question.on.ifPresent(on -> json.put("asked", on.toString()));
            if (!isOutside()) {
                json.put("conn", open.toString());
            }
            json.array(
                    "cases",
                    () -> cases.forEach(it -> json.object(() -> {
                        json.put("conn", it.open.toString());
                        json.object("egress", () -> write(json, it.egress));
                        json.object("ingress", () -> write(json, it.ingress));
                    })));
            json.array("notes", () -> notes.forEach(json::add));
        });
        return json.text();
    }

    private void write(JsonText json, SideAccount side) {
        json.put("isolated", side.free().isEmpty());
        json.put("open", side.open().toString());
        json.put("missing", side.missing().toString());
        json.array(
                "policies",
                () -> side.policies()
                        .forEach(policy -> json.object(() -> {
                            json.put("namespace", policy.object().namespace());
                            json.put("name", policy.object().name());
                            json.put("origin", policy.object().origin().toString());
                            json.array(
                                    "rules",
                                    () -> policy.rules()
                                            .forEach(rule -> json.object(() -> {
                                                json.put("rule", side.path(rule));
                                                json.put("opens", rule.opens());
                                                json.put("conn", rule.ports().toString());
                                                json.put("says", rule.text());
                                                write(
                                                        json,
                                                        "sentences",
                                                        sentences.behind(
                                                                policy.object(), side.direction(), rule.number()));
                                            })));
                            write(json, "isolating", isolating(side, policy));
                        })));
        if (!side.natives().isEmpty()) {
            json.array(
                    "natives",
                    () -> side.natives()
                            .forEach(policy -> json.object(() -> {
                                json.put("policy", policy.title());
                                json.array("says", () -> policy.says().forEach(json::add));
                            })));
        }
        json.put("untold", side.untold());
    }

    private static void write(JsonText json, String key, List<Sentence> sentences) {
        json.array(
                key,
                () -> sentences.forEach(it -> json.object(() -> {
                    json.put("text", it.text());
                    json.put("place", it.place());
                })));
    }
}
