package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.lock.Lock;
import dev.knet.prove.Built;
import dev.knet.prove.Drift;
import dev.knet.reach.Change;
import dev.knet.resolve.Resolved;
import dev.knet.source.SourceFile;
import dev.knet.source.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The locks that stand beside the sources: read, compared with what is built, and renewed. */
final class Locks {
    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_LISTED = 5;

    private final NavigableMap<String, Kept> byPath = new TreeMap<>();
    private final NavigableMap<String, Lock> renewed = new TreeMap<>();
    private final Set<String> environments = new HashSet<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    /** A lock, and the file that it was read from. */
    private record Kept(SourceFile file, Lock lock) {
        Span start() {
            return new Span(file, 0, 0);
        }

        /** Of the line that begins like this; the beginning of the file if none does. */
        Span spanOf(String beginning) {
            int found = file.text().indexOf("\n" + beginning);
            return found < 0 ? start() : line(file, file.position(found + 1).line());
        }
    }

    Locks(List<CompileRequest.Source> sources) {
        for (CompileRequest.Source source : sources) {
            if (isLock(source)) {
                read(source);
            }
        }
    }

    static boolean isLock(CompileRequest.Source source) {
        return source.path().endsWith(CompileRequest.LOCK_ENDING);
    }

    private void read(CompileRequest.Source source) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            SourceFile unreadable = SourceFile.of(source.displayName(), "");
            problems.add(notALock(new Span(unreadable, 0, 0), "this is not UTF-8 text")
                    .withHelp("restore the file, or delete it, and run `mvn knet:lock`"));
            return;
        }
        SourceFile file = SourceFile.of(source.displayName(), text);
        Lock.Parsed parsed = Lock.read(file.text());
        for (Lock.Problem problem :
                parsed.problems().stream().limit(MOST_PROBLEMS).toList()) {
            problems.add(notALock(line(file, problem.line()), problem.message()).withHelp(problem.help()));
        }
        byPath.put(source.path(), new Kept(file, parsed.lock()));
    }

    private static Diagnostic notALock(Span span, String message) {
        return Diagnostic.of(Rule.NOT_A_LOCK, span, message);
    }

    private static Span line(SourceFile file, int number) {
        int start = 0;
        for (int i = 1; i < number; i++) {
            start = Math.max(start, file.text().indexOf('\n', start) + 1);
        }
        return new Span(file, start, start + file.line(number).length());
    }

    /** What is wrong with the files. */
    List<Diagnostic> problems() {
        return problems;
    }

    /** What is wider than a topology's lock says, and narrower, in an environment. Nothing if it has none. */
    List<Diagnostic> compare(Built built, Resolved.Unit unit, Optional<String> environment) {
        Kept kept = byPath.get(path(unit));
        if (kept == null) {
            return List.of();
        }
        Drift drift = built.drift(unit.topology(), kept.lock, section(environment));
        List<Diagnostic> told = new ArrayList<>(drift.wider());
        if (!drift.narrower().isEmpty()) {
            told.add(narrower(kept, drift.narrower()));
        }
        return told;
    }

    private static Diagnostic narrower(Kept kept, List<Change> changes) {
        Change first = changes.get(0);
        int others = changes.size() - 1;
        return Diagnostic.of(
                        Rule.NARROWER_THAN_LOCKED,
                        kept.spanOf(first.from().text() + " => " + first.to().text() + " : "),
                        others == 0
                                ? "this is not possible any more"
                                : "this and " + others + " more are not possible any more")
                .withNote(listed(changes))
                .withHelp("run `mvn knet:lock` and commit the lock, lest it comes back unnoticed");
    }

    boolean isLocked(Resolved.Unit unit) {
        return byPath.containsKey(path(unit));
    }

    /** So many of them that most is seen. */
    private static String listed(List<Change> changes) {
        List<String> lines = new ArrayList<>();
        for (Change change : changes.subList(0, Math.min(changes.size(), MOST_LISTED))) {
            lines.add(change.from().text() + " => " + change.to().text() + " : " + change.removed());
        }
        return String.join("; ", lines) + (changes.size() > MOST_LISTED ? "; …" : "");
    }

    /** Accepts what a topology does in an environment. */
    void renew(Built built, Resolved.Unit unit, Optional<String> environment) {
        String path = path(unit);
        environments.add(section(environment));
        Lock before = renewed.containsKey(path)
                ? Objects.requireNonNull(renewed.get(path))
                : Optional.ofNullable(byPath.get(path)).map(Kept::lock).orElse(Lock.EMPTY);
        renewed.put(path, built.renewed(unit.topology(), before, section(environment)));
    }

    /** The locks as they are to be written, by their paths below the folder of the sources. */
    Map<String, String> renewed() {
        NavigableMap<String, String> texts = new TreeMap<>();
        renewed.forEach((path, lock) -> texts.put(path, lock.only(kept()).write()));
        return texts;
    }

    /** What has no environment is there in every build. */
    private Set<String> kept() {
        Set<String> kept = new HashSet<>(environments);
        kept.add(Lock.NO_ENVIRONMENT);
        return kept;
    }

    /** A lock of nobody guards nothing, and whom it guarded nobody guards. */
    List<Diagnostic> withoutTopology(List<Resolved.Unit> units) {
        Set<String> paths = new HashSet<>();
        units.forEach(unit -> paths.add(path(unit)));
        List<Diagnostic> told = new ArrayList<>();
        byPath.forEach((path, kept) -> {
            if (!paths.contains(path)) {
                told.add(Diagnostic.of(Rule.LOCK_OF_NOBODY, kept.start(), "this is the lock of no topology")
                        .withHelp("delete it, or give it the name of the topology that it was of: `NAME"
                                + CompileRequest.LOCK_ENDING + "`, beside one of its files"));
            }
        });
        return told;
    }

    /** Where a topology's lock is, beside any of its files; where it has none, where it would be. */
    private String path(Resolved.Unit unit) {
        List<String> places = places(unit);
        return places.stream().filter(byPath::containsKey).findFirst().orElse(places.get(0));
    }

    /** Beside each of its files, the first one first. */
    private static List<String> places(Resolved.Unit unit) {
        return unit.files().stream()
                .map(file -> file.substring(0, file.lastIndexOf('/') + 1)
                        + unit.topology().name()
                        + CompileRequest.LOCK_ENDING)
                .distinct()
                .toList();
    }

    private static String section(Optional<String> environment) {
        return environment.orElse(Lock.NO_ENVIRONMENT);
    }
}
