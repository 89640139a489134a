package dev.knet.resolve;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.source.Span;
import dev.knet.syntax.Text;
import dev.knet.syntax.WorkloadBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the schedules of cron jobs, as strictly as the API server does and a little more where it takes nonsense. */
final class ScheduleReader {
    private static final List<String> WORDS =
            List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final String EVERY = "@every ";
    private static final List<Field> FIELDS = List.of(
            new Field("minute", 0, 59, List.of()),
            new Field("hour", 0, 23, List.of()),
            new Field("day of the month", 1, 31, List.of()),
            new Field(
                    "month",
                    1,
                    12,
                    List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
            new Field("day of the week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

    private final Parameters parameters;
    private final Problems problems;

    ScheduleReader(Parameters parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
    }

    /** One of the five; its names stand for the numbers from the lowest on. */
    private record Field(String what, int lowest, int highest, List<String> names) {

        OptionalInt value(String text) {
            int name = names.indexOf(text.toLowerCase(Locale.ROOT));
            OptionalInt number = Numbers.below(highest + 1, text);
            return name >= 0
                    ? OptionalInt.of(lowest + name)
                    : number.isPresent() && number.getAsInt() >= lowest ? number : OptionalInt.empty();
        }

        /** `*`, `5`, `1-5`, and each with a step behind it. */
        boolean isPart(String part) {
            int slash = part.indexOf('/');
            String range = slash < 0 ? part : part.substring(0, slash);
            if (slash >= 0
                    && Numbers.below(Integer.MAX_VALUE, part.substring(slash + 1))
                                    .orElse(0)
                            == 0) {
                return false;
            }
            int dash = range.indexOf('-');
            OptionalInt first = value(dash < 0 ? range : range.substring(0, dash));
            OptionalInt last = value(dash < 0 ? range : range.substring(dash + 1));
            return range.equals("*")
                    || range.equals("?")
                    || first.isPresent() && last.isPresent() && first.getAsInt() <= last.getAsInt();
        }
    }

    /** Whatever it is, if it is one of a cron job that exists: that is told by whoever judges what exists. */
    Optional<String> read(WorkloadBlock block, boolean existing) {
        Text written = block.schedule();
        if (written == null) {
            if (block.kind().equals("cronjob") && !existing) {
                wrong(
                        block.name().span(),
                        "cronjob `" + block.name().text() + "` has no schedule",
                        "say behind its name when it runs: `cronjob "
                                + block.name().text() + " \"*/5 * * * *\"`");
            }
            return Optional.empty();
        }
        String schedule = parameters.value(written);
        if (!existing) {
            judge(schedule, written.span());
        }
        return Optional.of(schedule);
    }

    private void judge(String schedule, Span span) {
        if (schedule.contains("TZ")) {
            wrong(
                    span,
                    "a schedule cannot name its time zone",
                    "leave `TZ=…` out, and give `timeZone` in `yaml` instead; without any, it is that of the cluster");
        } else if (schedule.startsWith("@")) {
            word(schedule, span);
        } else {
            fields(schedule, span);
        }
    }

    private void word(String schedule, Span span) {
        boolean isInterval = schedule.startsWith(EVERY)
                && Durations.seconds(schedule.substring(EVERY.length())).orElse(0) > 0;
        if (!WORDS.contains(schedule) && !isInterval) {
            wrong(
                    span,
                    "`" + schedule + "` is no schedule",
                    NearMisses.help(schedule, WORDS)
                            .orElse("there are `" + String.join("`, `", WORDS) + "` and `@every 90m`"));
        }
    }

    private void fields(String schedule, Span span) {
        List<String> fields = new ArrayList<>(Arrays.asList(schedule.split("[ \t]+")));
        fields.removeIf(String::isEmpty);
        if (fields.size() != FIELDS.size()) {
            wrong(
                    span,
                    quoted(schedule) + " has " + fields.size() + " fields instead of " + FIELDS.size(),
                    "they are minute, hour, day of the month, month and day of the week: `\"30 4 * * 1-5\"`");
            return;
        }
        for (int i = 0; i < fields.size(); i++) {
            field(FIELDS.get(i), fields.get(i), span);
        }
    }

    private void field(Field field, String text, Span span) {
        for (String part : text.split(",", -1)) {
            if (!field.isPart(part)) {
                String names = field.names.isEmpty()
                        ? ""
                        : ", `" + field.names.get(0) + "` to `" + field.names.get(field.names.size() - 1) + "`";
                wrong(
                        span,
                        quoted(part) + " is no " + field.what,
                        "write `*`, a number from " + field.lowest + " to " + field.highest + names
                                + ", a range `1-5`, or a step `*/5`; several with commas between them");
            }
        }
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "an empty text" : "`" + text + "`";
    }

    private void wrong(Span span, String message, String help) {
        problems.add(Rule.INVALID_SCHEDULE, span, message, help);
    }
}
