package dev.knet.testing.semantics;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.testing.Lowered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A file whose statements can be left out, and what became of it. */
record Candidate(Fragment file, Lowered lowered) {
    private static final int MOST_REPAIRS = 20;

    static Optional<Candidate> of(Fragment file) {
        return of(file, new ArrayList<>());
    }

    private static Optional<Candidate> of(Fragment file, List<Diagnostic> errors) {
        return Lowered.of("t.knet", file.text(), errors).map(lowered -> new Candidate(file, lowered));
    }

    /** The same file without the statements in which there are errors. */
    static Optional<Candidate> repaired(Fragment file) {
        Optional<Fragment> current = Optional.of(file);
        for (int i = 0; i < MOST_REPAIRS && current.isPresent(); i++) {
            List<Diagnostic> errors = new ArrayList<>();
            Optional<Candidate> candidate = of(current.get(), errors);
            if (candidate.isPresent()) {
                return candidate;
            }
            current = current.get().withoutStatementAt(errors.get(0).span().start());
        }
        return Optional.empty();
    }

    /** Leaves statements out for as long as there is a problem. */
    Candidate smallest(Predicate<Candidate> isProblem) {
        Candidate smallest = this;
        for (Optional<Candidate> next = Optional.of(this); next.isPresent(); ) {
            smallest = next.get();
            next = smallest.file
                    .smaller()
                    .flatMap(smaller -> of(smaller).stream())
                    .filter(isProblem)
                    .findFirst();
        }
        return smallest;
    }
}
