package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Motive;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads why a statement is there, and until when. */
final class Motives {
    private static final String FORM = "dddd-dd-dd";

    private final Parameters parameters;
    private final LocalDate today;
    private final Problems problems;

    /** Today is the day of the build, for what was to end before it. */
    Motives(Parameters parameters, LocalDate today, Problems problems) {
        this.today = today;
        this.parameters = parameters;
        this.problems = problems;
    }

    Motive read(dev.knet.syntax.Motive written) {
        return read(written, "it is written all the same");
    }

    Motive ofExpectation(dev.knet.syntax.Motive written) {
        return read(written, "it is checked all the same");
    }

    /** The note is what a day that has passed changes, which is nothing. */
    private Motive read(dev.knet.syntax.Motive written, String note) {
        if (written.because() == null && written.until() == null) {
            return Motive.NONE;
        }
        Optional<String> reason =
                written.because() == null ? Optional.empty() : Optional.of(parameters.value(written.because()));
        return new Motive(reason, end(written.until(), note));
    }

    private Optional<Motive.End> end(dev.knet.syntax.Motive.@Nullable Date date, String note) {
        if (date == null) {
            return Optional.empty();
        }
        Optional<LocalDate> day = day(date.text());
        if (day.isEmpty()) {
            problems.add(
                    Rule.INVALID_DATE,
                    date.span(),
                    "`" + date.text() + "` is no day",
                    "write year, month and day, as in `2027-03-31`");
        }
        if (day.isPresent() && day.get().isBefore(today)) {
            problems.add(Diagnostic.of(Rule.EXPIRED, date.span(), "this was to end on " + day.get())
                    .withNote(note)
                    .withHelp("delete the sentence, or give it a later day"));
        }
        return day.map(it -> new Motive.End(it, date.span()));
    }

    private static Optional<LocalDate> day(String text) {
        if (text.length() != FORM.length()) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            boolean isDigit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (FORM.charAt(i) == 'd' ? !isDigit : text.charAt(i) != FORM.charAt(i)) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text.substring(start, end));
    }
}
