package dev.knet.reach.read;

import dev.knet.reach.objects.LabelQuery;
import dev.knet.reach.objects.LabelQuery.Operator;
import dev.knet.reach.objects.LabelQuery.Requirement;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads what several kinds have in common. */
final class SharedFields {
    static final int LOWEST_PORT = 1;
    static final int HIGHEST_PORT = 65535;

    private static final Set<String> SELECTOR = Set.of("matchLabels", "matchExpressions");
    private static final Set<String> REQUIREMENT = Set.of("key", "operator", "values");

    private SharedFields() {}

    /** A label selector; one that is missing selects all. */
    static LabelQuery selector(Field field) {
        return selector(field, UnaryOperator.identity());
    }

    /** The same where keys are written otherwise than labels have them. */
    static LabelQuery selector(Field field, UnaryOperator<String> keys) {
        field.expect(SELECTOR);
        Field labels = field.get("matchLabels");
        Map<String, String> matched = new LinkedHashMap<>();
        labels.words().forEach((key, value) -> matched.put(keys.apply(key), value));
        for (Map.Entry<String, String> label : matched.entrySet()) {
            checkKey(labels, label.getKey());
            checkValue(labels, label.getValue());
        }
        List<Field> expressions = field.get("matchExpressions").items();
        LabelQuery query = matched.isEmpty() ? LabelQuery.EVERYTHING : LabelQuery.of(matched);
        if (expressions.isEmpty()) {
            return query;
        }
        List<Requirement> requirements = new ArrayList<>(query.requirements());
        for (Field expression : expressions) {
            requirement(expression, keys).ifPresent(requirements::add);
        }
        return new LabelQuery(requirements);
    }

    private static void checkKey(Field field, String key) {
        if (!LabelSyntax.isKey(key)) {
            field.error("has a key that no label has: " + Quoted.of(key));
        }
    }

    private static void checkValue(Field field, String value) {
        if (!LabelSyntax.isValue(value)) {
            field.error("has a value that no label has: " + Quoted.of(value));
        }
    }

    private static Optional<Requirement> requirement(Field field, UnaryOperator<String> keys) {
        field.expect(REQUIREMENT);
        String key = keys.apply(field.get("key").requiredText());
        if (!key.isEmpty()) {
            checkKey(field.get("key"), key);
        }
        List<String> values = new ArrayList<>();
        for (Field item : field.get("values").items()) {
            String value = item.text("");
            checkValue(item, value);
            values.add(value);
        }
        String word = field.get("operator").requiredText();
        Operator operator = null;
        for (Operator one : Operator.values()) {
            operator = one.word().equals(word) ? one : operator;
        }
        if (operator == null) {
            if (!word.isEmpty()) {
                field.get("operator").error("takes `In`, `NotIn`, `Exists` or `DoesNotExist`, not " + Quoted.of(word));
            }
            return Optional.empty();
        }
        boolean takesValues = operator == Operator.IN || operator == Operator.NOT_IN;
        if (takesValues == values.isEmpty()) {
            field.get("values").error((takesValues ? "is empty" : "is not") + ", and the operator is `" + word + "`");
        }
        return Optional.of(new Requirement(key, operator, values));
    }

    /** TCP if it is not said. */
    static Protocol protocol(Field field) {
        String word = field.text("TCP");
        Optional<Protocol> protocol = word.isEmpty() ? Optional.of(Protocol.TCP) : Protocol.of(word);
        if (protocol.isEmpty()) {
            field.error("takes `TCP`, `UDP` or `SCTP`, not " + Quoted.of(word));
        }
        return protocol.orElse(Protocol.TCP);
    }

    static int port(Field field) {
        return field.number(LOWEST_PORT, HIGHEST_PORT);
    }

    /** Nothing, with an error, if it is no CIDR. */
    static Optional<AddressRange> cidr(Field field) {
        String text = field.requiredText();
        Optional<AddressRange> range = AddressRange.ofCidr(text);
        if (range.isEmpty() && !text.isEmpty()) {
            field.error("is no CIDR: " + Quoted.of(text));
        }
        return range;
    }
}
