package dev.knet.emit.java;

import com.palantir.javapoet.ClassName;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that have no builder, as Java code. */
final class PlainValue {
    /** What is shorter without its builder. */
    private static final Set<Type> SHORT = Set.of(IntOrString.class, Quantity.class, Duration.class);

    private PlainValue() {}

    /** Whether such a value has a form of its own although it has a builder. */
    static boolean isPlain(Type type) {
        return SHORT.contains(type);
    }

    /** Empty if it is none: an object of the model, a list, a map. */
    static Optional<Code> of(Object value) {
        if (value instanceof String text) {
            return Optional.of(TextLiteral.of(text));
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return Optional.of(Code.of(value.toString()));
        }
        if (value instanceof IntOrString port) {
            Code either = port.getStrVal() == null
                    ? Code.of(String.valueOf(port.getIntVal()))
                    : TextLiteral.of(port.getStrVal());
            return Optional.of(made(IntOrString.class, either));
        }
        return Optional.ofNullable(rare(value));
    }

    private static @Nullable Code rare(Object value) {
        if (value instanceof Long) {
            return Code.of(value + "L");
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return Code.of(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return Code.of("$T." + constant.name(), ClassName.get(constant.getDeclaringClass()));
        }
        if (value instanceof Quantity) {
            return parsed(Quantity.class, value);
        }
        if (value instanceof Duration duration) {
            return made(Duration.class, parsed(java.time.Duration.class, duration.getDuration()));
        }
        if (value instanceof ZonedDateTime) {
            return parsed(ZonedDateTime.class, value);
        }
        boolean isLong = value instanceof BigInteger || value instanceof BigDecimal;
        return isLong ? made(value.getClass(), TextLiteral.of(value.toString())) : null;
    }

    private static Code made(Class<?> type, Code argument) {
        return Code.of("new $T(", ClassName.get(type)).then(argument.between("", ")"));
    }

    private static Code parsed(Class<?> type, Object value) {
        return Code.of("$T.parse(", ClassName.get(type))
                .then(TextLiteral.of(value.toString()).between("", ")"));
    }
}
