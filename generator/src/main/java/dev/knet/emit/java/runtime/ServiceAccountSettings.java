package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * What code can change of a service account.
 *
 * @param <S> these settings
 */
@Generated("knet")
public abstract class ServiceAccountSettings<S extends ServiceAccountSettings<S>>
        extends ObjectSettings<ServiceAccount, S> {
    ServiceAccountSettings(ServiceAccount object) {
        super(object);
    }

    /**
     * Changes what there is no word for.
     *
     * @param change is given the builder of the whole object, and gives it back
     * @return this
     */
    public final S serviceAccount(UnaryOperator<ServiceAccountBuilder> change) {
        return replace(change.apply(new ServiceAccountBuilder(object())).build());
    }
}
