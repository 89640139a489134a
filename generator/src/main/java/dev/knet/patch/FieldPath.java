package dev.knet.patch;

import java.util.ArrayList;
import java.util.List;

/** The way to a field of an object: `spec.containers[web].image`. */
record FieldPath(List<Step> steps) {
    static final FieldPath ROOT = new FieldPath(List.of());

    /**
     * One step of the way.
     *
     * @param name of a field, of an entry of a map, or what tells an item of a list
     * @param isField whether it is the first of them
     */
    record Step(String name, boolean isField) {}

    FieldPath {
        steps = List.copyOf(steps);
    }

    /** To fields, one within the other: `spec.template`; of no step if there is no text. */
    FieldPath to(String fields) {
        FieldPath path = this;
        for (String field : fields.isEmpty() ? new String[0] : fields.split("\\.")) {
            path = path.with(new Step(field, true));
        }
        return path;
    }

    FieldPath field(String name) {
        return with(new Step(name, true));
    }

    FieldPath item(String name) {
        return with(new Step(name, false));
    }

    /** What the last step is in. */
    FieldPath parent() {
        return new FieldPath(steps.subList(0, steps.size() - 1));
    }

    /** Of the last step. */
    String name() {
        return steps.get(steps.size() - 1).name();
    }

    private FieldPath with(Step last) {
        List<Step> more = new ArrayList<>(steps);
        more.add(last);
        return new FieldPath(more);
    }

    /** Names that are too long to be read are not shown whole. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step.isField()) {
                text.append(text.isEmpty() ? "" : ".").append(Problems.shortened(step.name()));
            } else {
                text.append('[').append(Problems.shortened(step.name())).append(']');
            }
        }
        return text.toString();
    }
}
