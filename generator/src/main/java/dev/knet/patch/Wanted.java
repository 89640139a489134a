package dev.knet.patch;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** What the values of a field are: the few types that the model's fields have. */
enum Wanted {
    TEXT("text", "write one word, or text in quotes"),
    WHOLE_NUMBER("a whole number", "write digits alone, such as `3`"),
    BOOLEAN("`true` or `false`", "write `true` or `false`"),
    QUANTITY("a quantity", "write it like `250m`, `1.5` or `64Mi`"),
    WHOLE_NUMBER_OR_TEXT("a whole number or text", "write one word"),
    LIST("a list", "write each item on a line of its own, with `- ` in front"),
    MAP("names with values", "write each as `name: value`, on a line of its own"),
    OBJECT("fields", "write each as `field: value`, on a line of its own");

    private final String words;
    private final String help;

    Wanted(String words, String help) {
        this.words = words;
        this.help = help;
    }

    static Wanted of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? LIST : MAP;
        }
        if (type == String.class) {
            return TEXT;
        }
        if (type == Boolean.class) {
            return BOOLEAN;
        }
        if (type == Integer.class || type == Long.class) {
            return WHOLE_NUMBER;
        }
        if (type == Quantity.class) {
            return QUANTITY;
        }
        return type == IntOrString.class ? WHOLE_NUMBER_OR_TEXT : OBJECT;
    }

    boolean isWord() {
        return compareTo(LIST) < 0;
    }

    String words() {
        return words;
    }

    /** How to write one. */
    String help() {
        return help;
    }
}
