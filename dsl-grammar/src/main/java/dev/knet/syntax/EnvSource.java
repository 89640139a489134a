package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.function.Function;

/** Where the value of an environment variable comes from when the pod starts. */
public sealed interface EnvSource extends Node {

    <R> R fold(Function<Key, R> key, Function<Field, R> field);

    /** `secret db key password`, `config settings key mode optional`. */
    record Key(boolean secret, Name object, Name key, boolean optional, Span span) implements EnvSource {
        @Override
        public <R> R fold(Function<Key, R> key, Function<Field, R> field) {
            return key.apply(this);
        }
    }

    /** `field status.podIP`: a field of the pod itself. */
    record Field(Name path, Span span) implements EnvSource {
        @Override
        public <R> R fold(Function<Key, R> key, Function<Field, R> field) {
            return field.apply(this);
        }
    }
}
