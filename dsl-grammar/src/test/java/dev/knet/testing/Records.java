package dev.knet.testing;

import java.lang.reflect.RecordComponent;
import java.util.List;

/** Reads the components of any record, so that a new kind of node is checked without a word about it. */
final class Records {
    /** What Class.getRecordComponents makes anew at every call. */
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private Records() {}

    static List<RecordComponent> components(Record record) {
        return COMPONENTS.get(record.getClass());
    }

    static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Record> nested(List<?> list) {
        return list.stream()
                .filter(Record.class::isInstance)
                .map(Record.class::cast)
                .toList();
    }
}
