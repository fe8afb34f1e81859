package io.caravan.usecase.setup;

import io.caravan.core.setup.Setup;
import io.caravan.core.setup.SetupStores;
import io.caravan.core.setup.ThingName;
import java.util.Optional;

/** Says how a thing is set up, without its secrets. */
public class DescribeThing {

    private final SetupStores stores;

    public DescribeThing(SetupStores stores) {
        this.stores = stores;
    }

    /** A setup of this thing and no other; empty if there is no such thing. */
    public Optional<Setup> describe(ThingName name) {
        var descriptions = new Descriptions(stores);
        return descriptions.add(name) ? Optional.of(descriptions.setup()) : Optional.empty();
    }
}
