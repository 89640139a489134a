package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * What code can change of a namespace.
 *
 * @param <S> these settings
 */
@Generated("knet")
public abstract class NamespaceSettings<S extends NamespaceSettings<S>> extends ObjectSettings<Namespace, S> {
    NamespaceSettings(Namespace object) {
        super(object);
    }

    @Override
    final Map<String, String> knownBy(Set<String> selectedLabels, Set<String> selectedPorts) {
        Map<String, String> known = super.knownBy(selectedLabels, selectedPorts);
        addLabels(known, "label", object().getMetadata(), selectedLabels);
        return known;
    }

    /**
     * Changes what there is no word for.
     *
     * @param change is given the builder of the whole object, and gives it back
     * @return this
     */
    public final S namespace(UnaryOperator<NamespaceBuilder> change) {
        return replace(change.apply(new NamespaceBuilder(object())).build());
    }
}
