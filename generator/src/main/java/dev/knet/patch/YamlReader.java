package dev.knet.patch;

import dev.knet.diagnostic.Rule;
import dev.knet.patch.YamlNode.Entry;
import dev.knet.patch.YamlNode.Mapping;
import dev.knet.patch.YamlNode.Scalar;
import dev.knet.patch.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the part of YAML that says what JSON can say: one document, no anchors, tags or directives. So a text is never
 * more than what it shows.
 */
final class YamlReader {
    /** An object that is larger is none that an API server stores. */
    private static final int LONGEST = 1_500_000;
    /** No object of the model goes half as deep. */
    private static final int DEEPEST = 60;

    private final Problems problems;
    private final Offsets offsets;
    private final Iterator<Event> events;

    /** Where the last event ended. */
    private int reached;

    private YamlReader(Offsets offsets, Problems problems, Iterator<Event> events) {
        this.offsets = offsets;
        this.problems = problems;
        this.events = events;
    }

    /** What the text says; nothing if it cannot be read, and an empty mapping if there is nothing in it. */
    static Optional<Mapping> read(String text, Problems problems) {
        if (text.length() > LONGEST) {
            problems.add(
                    Rule.NOT_YAML, 0, 0, "the text is longer than any Kubernetes object can be", "say less in `yaml`");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel("yaml")
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        Iterator<Event> events = new Parse(settings).parseString(text).iterator();
        return new YamlReader(Offsets.of(text), problems, events).read(text);
    }

    private Optional<Mapping> read(String text) {
        try {
            return Optional.of(stream());
        } catch (Refusal refusal) {
            problems.add(Rule.NOT_YAML, refusal.start, refusal.end, refusal.message, refusal.help);
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().or(e::getContextMark).map(offsets::of).orElse(reached);
            notYaml(text, at, words(e.getProblem()));
        } catch (ReaderException e) {
            int at = offsets.of(Math.max(0, e.getPosition()));
            problems.add(
                    Rule.NOT_YAML, at, at, "character " + e.getCodePoint() + " does not belong into YAML", "delete it");
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The parser means the first; `"\UFFFFFFFF"` is one way to the second.
            notYaml(text, reached, "it cannot be read");
        }
        return Optional.empty();
    }

    private void notYaml(String text, int at, String why) {
        problems.add(Rule.NOT_YAML, at, at, "the text is not YAML: " + why, help(text, at));
    }

    /** What the parser says, on one line and in the form of our messages; what only its authors understand in other words. */
    private static String words(@Nullable String problem) {
        String line = problem == null ? "" : problem.replaceAll("\\s+", " ").strip();
        if (line.contains("<block end>")) {
            return "this is not indented like what is above it";
        }
        if (line.contains("<document start>")) {
            return "this belongs to nothing above it";
        }
        String trimmed = line.replaceAll("\\. \\(.*", "").replaceAll("[.!]+$", "");
        return trimmed.isEmpty() ? "it cannot be read" : trimmed;
    }

    private static String help(String text, int at) {
        if (text.startsWith("${", at - 1) || text.startsWith("${", at)) {
            return "within `{…}` and `[…]`, put a parameter in quotes, or write the field on a line of its own";
        }
        int line = text.lastIndexOf('\n', at - 1) + 1;
        return text.substring(line, Math.min(text.length(), at + 1)).indexOf('\t') >= 0
                ? "indent with blanks; YAML takes no tabs"
                : "look at the indentation, and put text that holds `: ` or begins with a sign in quotes";
    }

    /** The one document of the stream. */
    private Mapping stream() {
        next();
        Event start = next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            return new Mapping(List.of(), 0, 0);
        }
        refuseDirectives((DocumentStartEvent) start);
        YamlNode root = node(next(), 1);
        next();
        Event next = next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw refusal(next, "there is a second document", "leave one, and no `---`");
        }
        return mapping(root);
    }

    private static Mapping mapping(YamlNode root) {
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        if (root.isNull()) {
            return new Mapping(List.of(), root.start(), root.end());
        }
        throw new Refusal(
                root.start(),
                root.end(),
                "a Kubernetes object is a mapping, and this is " + (root instanceof Sequence ? "a list" : "a word"),
                "write the fields from the top of the object, such as `spec:`");
    }

    private void refuseDirectives(DocumentStartEvent start) {
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
            throw refusal(start, "directives of YAML are not taken", "leave out the lines that begin with `%`");
        }
    }

    private YamlNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw refusal(event, "this is nested too deeply", "no Kubernetes object has so many levels");
        }
        if (event instanceof AliasEvent) {
            throw refusal(event, "aliases are not taken", "write out what `*` stands for");
        }
        if (((NodeEvent) event).getAnchor().isPresent()) {
            throw refusal(event, "anchors are not taken", "leave out `&` and the name; where it is used, write it out");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        CollectionStartEvent collection = (CollectionStartEvent) event;
        refuseTag(event, collection.getTag());
        return event instanceof MappingStartEvent ? mapping(event, depth) : sequence(event, depth);
    }

    private void refuseTag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw refusal(
                    event, "tags are not taken", "leave out `!` and the name: Kubernetes says what a field takes");
        }
    }

    private Scalar scalar(ScalarEvent event) {
        refuseTag(event, event.getTag());
        if (!isUnicode(event.getValue())) {
            throw refusal(event, "half a surrogate pair is no character", "write the number of the whole character");
        }
        return new Scalar(event.getValue(), event.isPlain(), start(event), end(event));
    }

    static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private Sequence sequence(Event begin, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event next = next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(next, depth + 1));
            next = next();
        }
        return new Sequence(items, start(begin), Math.max(start(begin), end(begin)));
    }

    private Mapping mapping(Event begin, int depth) {
        List<Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Event next = next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Scalar key = key(next, depth);
            if (!keys.add(key.text())) {
                problems.add(
                        Rule.NOT_YAML,
                        key,
                        "the key " + Problems.quoted(key.text()) + " stands here twice",
                        "leave one of them");
            }
            entries.add(new Entry(key, node(next(), depth + 1)));
            next = next();
        }
        int end = entries.isEmpty() ? end(begin) : entries.get(0).key().end();
        return new Mapping(entries, start(begin), Math.max(start(begin), end));
    }

    private Scalar key(Event event, int depth) {
        if (!(node(event, depth + 1) instanceof Scalar key)) {
            throw refusal(
                    event, "a key is a word, not a list or a mapping", "put text that begins with a sign in quotes");
        }
        if (key.isPlain() && key.text().equals("<<")) {
            throw refusal(event, "merge keys are not taken", "write out what is to be merged");
        }
        return key;
    }

    private Event next() {
        Event event = events.next();
        reached = end(event);
        return event;
    }

    private int start(Event event) {
        return event.getStartMark().map(offsets::of).orElse(0);
    }

    private int end(Event event) {
        return event.getEndMark().map(offsets::of).orElse(0);
    }

    private Refusal refusal(Event event, String message, String help) {
        return new Refusal(start(event), Math.max(start(event), end(event)), message, help);
    }

    /** Why there is no reading on. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int start;
        private final int end;
        private final String message;
        private final String help;

        Refusal(int start, int end, String message, String help) {
            super(message, null, false, false);
            this.start = start;
            this.end = end;
            this.message = message;
            this.help = help;
        }
    }

    /** The parser counts characters, Java UTF-16 units. */
    private static final class Offsets {
        /** By number of a character, its offset; empty if they are the same. */
        private final int[] units;

        private final int length;

        private Offsets(int[] units, int length) {
            this.units = units;
            this.length = length;
        }

        static Offsets of(String text) {
            int count = text.codePointCount(0, text.length());
            if (count == text.length()) {
                return new Offsets(new int[0], text.length());
            }
            int[] units = new int[count];
            for (int i = 0, offset = 0; i < count; i++) {
                units[i] = offset;
                offset += Character.charCount(text.codePointAt(offset));
            }
            return new Offsets(units, text.length());
        }

        int of(Mark mark) {
            return of(mark.getIndex());
        }

        int of(int character) {
            if (units.length == 0) {
                return Math.min(character, length);
            }
            return character < units.length ? units[character] : length;
        }
    }
}
