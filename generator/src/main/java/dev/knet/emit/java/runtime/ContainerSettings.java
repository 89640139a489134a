package dev.knet.emit.java.runtime;

import io.fabric8.kubernetes.api.model.Container;
import javax.annotation.processing.Generated;

/** What code can change of one container of several. */
@Generated("knet")
public final class ContainerSettings implements ContainerWords<ContainerSettings> {
    private final Container container;

    ContainerSettings(Container container) {
        this.container = container;
    }

    @Override
    public Container container() {
        return container;
    }
}
