package dev.knet.model;

import java.util.function.Function;

/** The value of an environment variable: written out, or found when the pod starts. */
public sealed interface EnvValue {

    <R> R fold(Function<Written, R> written, Function<Key, R> key, Function<Field, R> field);

    /** The text itself. */
    record Written(String text) implements EnvValue {
        @Override
        public <R> R fold(Function<Written, R> written, Function<Key, R> key, Function<Field, R> field) {
            return written.apply(this);
        }
    }

    /** What a Secret or ConfigMap has under a key; an optional one may be missing. */
    record Key(boolean secret, String object, String key, boolean optional) implements EnvValue {
        @Override
        public <R> R fold(Function<Written, R> written, Function<Key, R> key, Function<Field, R> field) {
            return key.apply(this);
        }
    }

    /** A field of the pod. */
    record Field(String path) implements EnvValue {
        @Override
        public <R> R fold(Function<Written, R> written, Function<Key, R> key, Function<Field, R> field) {
            return field.apply(this);
        }
    }
}
