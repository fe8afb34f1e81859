package io.caravan.usecase.setup;

import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.SetupStores;
import io.caravan.core.setup.Thing;
import io.caravan.core.setup.ThingKind;
import io.caravan.core.setup.ThingQuery;
import java.time.Clock;
import java.util.List;

/** Says how everything is set up, without secrets. Whoever applies that again changes nothing. */
public class ExportSetup {

    private static final int CHUNK = 500;

    private final SetupStores stores;
    private final Acts acts;
    private final Clock realTime;

    public ExportSetup(SetupStores stores, Acts acts, Clock realTime) {
        this.stores = stores;
        this.acts = acts;
        this.realTime = realTime;
    }

    /** That it was asked for is noted: payers are in it. */
    public Setup export(String operator) {
        stores.setups().takeTurn();
        var descriptions = new Descriptions(stores);
        for (var kind : ThingKind.values()) {
            add(kind, descriptions);
        }
        acts.add(Act.of(ActKind.EXPORT_SETUP, operator, "setup", "without secrets", realTime.instant()));
        return descriptions.setup();
    }

    private void add(ThingKind kind, Descriptions descriptions) {
        var query = ThingQuery.all(kind);
        List<Thing> things;
        do {
            things = stores.things().next(query, CHUNK);
            things.forEach(thing -> descriptions.add(thing.name()));
            query = things.isEmpty() ? query : query.from(things.get(things.size() - 1));
        } while (things.size() == CHUNK);
    }
}
