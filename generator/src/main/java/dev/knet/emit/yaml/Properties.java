package dev.knet.emit.yaml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of the objects of one class, in the order in which they are written. */
interface Properties {
    void read(Object object, Visitor visitor);

    /** Takes the properties of an object; keys are as they are written. */
    interface Visitor {
        /** Says nothing if it is null, an empty list or an empty map. */
        void property(String key, @Nullable Object value);

        /** May be anything; says nothing only if it is null. */
        void freeForm(String key, @Nullable Object value);

        /** Those that the class does not know, after all that it does. */
        void additional(@Nullable Map<?, ?> properties);
    }
}
