package dev.knet.model;

import dev.knet.source.Span;
import java.time.LocalDate;
import java.util.Optional;

/** Why a statement is there, and until when it should be. That a day has passed changes nothing that is written. */
public record Motive(Optional<String> reason, Optional<End> end) {
    public static final Motive NONE = new Motive(Optional.empty(), Optional.empty());

    /** The last day, and where it is written. */
    public record End(LocalDate day, Span span) {}
}
