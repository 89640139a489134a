package dev.knet.reach.read;

import dev.knet.reach.read.Node.Entry;
import dev.knet.reach.read.Node.Mapping;
import dev.knet.reach.read.Node.Scalar;
import dev.knet.reach.read.Node.Sequence;
import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads all of YAML: many documents, anchors, merge keys. Where one is broken, the next is read. */
final class YamlDocuments {
    private static final String TAGS = "tag:yaml.org,2002:";

    /** The parser copies all of a word or comment that is not at its end whenever it reads on. */
    private static final int READS = 64;

    private static final int SMALLEST_BUFFER = 1024;

    private final ManifestText text;
    private final DocumentSink sink;

    /** Of the stretch that is being read: what reads it, and the number of lines above it. */
    private Iterator<Event> events = List.<Event>of().iterator();

    private int above;
    /** Looked for once: it takes all of the text. */
    private Optional<String> advice = Optional.empty();
    /** The line of the last event. */
    private int line;

    /** Of the document that is being read. */
    private Map<Anchor, Node> anchors = Map.of();

    private int nodes;

    private YamlDocuments(ManifestText text, DocumentSink sink) {
        this.text = text;
        this.sink = sink;
    }

    static void read(ManifestText text, DocumentSink sink) {
        new YamlDocuments(text, sink).read();
    }

    /** The parser reads ahead, so a character that it does not take would hide the documents before it. */
    private void read() {
        int from = text.start();
        while (from < text.end() && !sink.hasEnough()) {
            int bad = text.unprintableFrom(from);
            if (bad == text.end()) {
                documents(from, text.end());
                return;
            }
            documents(from, text.separatorBefore(bad, from));
            String character = Quoted.of(Character.toString(text.chars()[bad]));
            sink.error(text.lineAt(bad), "the text is not YAML: the character " + character + " does not belong there");
            from = text.separatorFrom(bad);
        }
    }

    /** Reads on behind what is broken, with the next line that begins a document. */
    private void documents(int from, int to) {
        int at = from;
        above = text.lineAt(from) - 1;
        while (at < to && !sink.hasEnough()) {
            int broken = stretch(at, to);
            if (broken < 0) {
                return;
            }
            int next = at;
            int lines = above;
            while (next < to && lines < broken - 1) {
                lines += text.chars()[next++] == '\n' ? 1 : 0;
            }
            next = text.separatorFrom(Math.max(next, at + 1));
            above += text.linesBetween(at, Math.min(next, to));
            at = next;
        }
    }

    /** The line from which it could not be read, or a negative number. */
    private int stretch(int from, int to) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("yaml")
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(Math.max((to - from) / READS, SMALLEST_BUFFER))
                .build();
        events = new Parse(settings)
                .parseReader(new CharArrayReader(text.chars(), from, to - from))
                .iterator();
        line = above + 1;
        try {
            stream();
            return -1;
        } catch (TooMuch e) {
            sink.error(e.line(), e.why());
            return Math.max(line, e.line());
        } catch (MarkedYamlEngineException e) {
            line = e.getProblemMark().or(e::getContextMark).map(this::lineOf).orElse(line);
            unreadable(words(e.getProblem()));
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The parser means the first; `"\UFFFFFFFF"` is one way to the second.
            unreadable("it cannot be read");
        }
        return line;
    }

    private void unreadable(String why) {
        if (advice.isEmpty()) {
            advice = Optional.of(text.advice());
        }
        sink.error(line, "the text is not YAML: " + why + advice.get());
    }

    /** What the parser says, on one line and in the form of our messages; what only its authors understand in other words. */
    private static String words(@Nullable String problem) {
        String said = problem == null ? "" : problem.replaceAll("\\s+", " ").strip();
        if (said.contains("<block end>")) {
            return "this is not indented like what is above it";
        }
        if (said.contains("<document start>")) {
            return "this belongs to nothing above it";
        }
        String trimmed = said.replaceAll("\\. \\(.*", "").replaceAll("[.!]+$", "");
        String shown = Quoted.of(trimmed);
        return trimmed.isEmpty() ? "it cannot be read" : shown.substring(1, shown.length() - 1);
    }

    private void stream() {
        next();
        while (!sink.hasEnough() && next().getEventId() == Event.ID.DocumentStart) {
            anchors = Map.of();
            nodes = 0;
            sink.document(node(next(), 1));
            next();
        }
    }

    private Node node(Event event, int depth) {
        if (depth > Limits.DEPTH) {
            throw Limits.deep(line);
        }
        if (++nodes > Limits.NODES) {
            throw Limits.large(line);
        }
        if (event instanceof AliasEvent alias) {
            return meantBy(alias);
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isPresent()) {
            remember(anchor.get(), new Node.Broken("is within itself", line));
        }
        Node node = event instanceof ScalarEvent scalar
                ? scalar(scalar)
                : event instanceof MappingStartEvent mapping ? mapping(mapping, depth) : sequence(event, depth);
        if (anchor.isPresent()) {
            remember(anchor.get(), node);
        }
        return node;
    }

    private void remember(Anchor anchor, Node node) {
        if (anchors.isEmpty()) {
            anchors = new HashMap<>();
        }
        anchors.put(anchor, node);
    }

    private Node meantBy(AliasEvent alias) {
        Node meant = anchors.get(alias.getAlias());
        if (meant == null) {
            String name = Quoted.of("*" + alias.getAlias().getValue());
            throw new TooMuch("the text is not YAML: nothing above is what " + name + " stands for", line);
        }
        return meant;
    }

    private Node scalar(ScalarEvent event) {
        String value = event.getValue();
        boolean isPlain = event.isPlain();
        if (!isPlain && SurrogateHalves.areIn(value)) {
            return new Node.Broken(SurrogateHalves.WHY, line);
        }
        if (event.getTag().isPresent()) {
            switch (event.getTag().get()) {
                case "!", TAGS + "str" -> isPlain = false;
                case TAGS + "null", TAGS + "bool", TAGS + "int", TAGS + "float" -> isPlain = true;
                default -> {
                    return unknownTag(event.getTag().get(), line);
                }
            }
        }
        return new Scalar(value, isPlain, line);
    }

    private static Node unknownTag(String tag, int at) {
        return new Node.Broken("has the tag " + Quoted.of(tag.replace(TAGS, "!!")) + ", which is not read", at);
    }

    private static Node tagged(CollectionStartEvent event, Node node, String usual) {
        Optional<String> tag = event.getTag();
        return tag.isEmpty() || tag.get().equals("!") || tag.get().equals(TAGS + usual)
                ? node
                : unknownTag(tag.get(), node.line());
    }

    private Node sequence(Event event, int depth) {
        int begin = line;
        List<Node> items = new ArrayList<>();
        Event next = next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(next, depth + 1));
            next = next();
        }
        return tagged((CollectionStartEvent) event, new Sequence(items, begin), "seq");
    }

    private Node mapping(MappingStartEvent event, int depth) {
        int begin = line;
        List<Entry> entries = new ArrayList<>();
        List<Node> merged = List.of();
        Event next = next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            int at = line;
            boolean isMerge = next instanceof ScalarEvent scalar
                    && scalar.isPlain()
                    && scalar.getValue().equals("<<");
            Node key = node(next, depth + 1);
            Node value = node(next(), depth + 1);
            if (isMerge) {
                merged = merged.isEmpty() ? new ArrayList<>() : merged;
                merged.add(value);
            } else {
                entries.add(new Entry(key instanceof Scalar scalar ? scalar.text() : "", at, value));
            }
            next = next();
        }
        if (!merged.isEmpty()) {
            merge(merged, entries);
        }
        return tagged(event, new Mapping(entries, begin), "map");
    }

    /** What is said here counts, then what is merged first. */
    private void merge(List<Node> merged, List<Entry> entries) {
        Set<String> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.key()));
        for (Node from : merged) {
            if (from instanceof Sequence sequence) {
                sequence.items().forEach(item -> merge(item, keys, entries));
            } else {
                merge(from, keys, entries);
            }
        }
    }

    private void merge(Node from, Set<String> keys, List<Entry> entries) {
        if (!(from instanceof Mapping mapping)) {
            throw new TooMuch("`<<` takes a mapping, or a list of mappings", from.line());
        }
        nodes += mapping.entries().size() + 1;
        if (nodes > Limits.NODES) {
            throw Limits.expanded(line);
        }
        for (Entry entry : mapping.entries()) {
            if (keys.add(entry.key())) {
                entries.add(entry);
            }
        }
    }

    private Event next() {
        Event event = events.next();
        line = event.getStartMark().map(this::lineOf).orElse(line);
        return event;
    }

    private int lineOf(Mark mark) {
        return above + mark.getLine() + 1;
    }
}
