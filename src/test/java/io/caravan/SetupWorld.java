package io.caravan;

import io.caravan.core.ops.Acts;
import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.setup.DoneForms;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.Rehearsed;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.SetupStores;
import io.caravan.ops.setup.SetupReader;
import io.caravan.store.JdbcActs;
import io.caravan.store.JdbcOperators;
import io.caravan.store.JdbcSecrets;
import io.caravan.store.Sealer;
import io.caravan.support.Fixtures;
import io.caravan.support.MovableClock;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.setup.ApplySetup;
import io.caravan.usecase.setup.ExportSetup;
import io.caravan.usecase.setup.ListThings;
import io.caravan.usecase.setup.PurgeForms;
import io.caravan.usecase.setup.RehearseSetup;
import io.caravan.usecase.setup.RotateSecret;
import io.caravan.usecase.setup.ShowDone;
import io.caravan.usecase.setup.SubmitRotation;
import io.caravan.usecase.setup.SubmitSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Setting up as the service does it, on a database of a test's, with a clock that can be moved. */
final class SetupWorld {

    static final Duration OVERLAP = Duration.ofHours(24);

    private static final AtomicInteger NUMBERS = new AtomicInteger(800_000);

    final MovableClock clock = new MovableClock(Fixtures.NOW);
    final Acts acts;
    final SetupStores stores;
    final ApplySetup applySetup;
    final RotateSecret rotateSecret;
    final RehearseSetup rehearseSetup;
    final DoneForms forms;
    final SubmitSetup submitSetup;
    final SubmitRotation submitRotation;
    final ShowDone showDone;
    final PurgeForms purgeForms;
    final ListThings listThings;
    final ExportSetup exportSetup;

    SetupWorld(StoreFixture store) {
        var wiring = new SetupWiring();
        var sealer = new Sealer("k1", Map.of("k1", new byte[32]));
        var transactions = new Transactions(new JdbcTransactionManager(store.dataSource()));
        var secrets = new JdbcSecrets(store.jdbc(), sealer);
        acts = new JdbcActs(store.jdbc());
        var credentials = new CredentialProperties(OVERLAP);
        stores = wiring.setupStores(store.jdbc(), sealer, new JdbcOperators(store.jdbc()), secrets, clock);
        applySetup = wiring.applySetup(transactions, stores, credentials, acts, clock);
        rotateSecret = wiring.rotateSecret(transactions, store.jdbc(), secrets, acts, clock);
        rehearseSetup = wiring.rehearseSetup(transactions, stores, credentials, acts, clock);
        forms = wiring.doneForms(store.jdbc(), sealer);
        submitSetup = wiring.submitSetup(transactions, stores, forms, credentials, acts, clock);
        submitRotation = wiring.submitRotation(transactions, stores, forms, acts, clock);
        purgeForms = wiring.purgeForms(transactions, forms, clock);
        showDone = wiring.showDone(transactions, forms, clock);
        listThings = wiring.listThings(transactions, stores);
        exportSetup = wiring.exportSetup(transactions, stores, acts, clock);
    }

    Plan apply(String json) {
        return applySetup.apply(read(json), "dina");
    }

    Plan rehearse(String json) {
        try {
            rehearseSetup.rehearse(read(json));
            throw new AssertionError("a rehearsal ended");
        } catch (Rehearsed e) {
            return e.plan();
        }
    }

    /** How everything is set up, as operators get it. */
    String export() {
        var request = new OperatorRequest("dina", true, "", Map.of());
        return new String(
                new SetupWiring()
                        .setupDesk(new SetupReader(text -> text, 16), rehearseSetup, submitSetup, exportSetup)
                        .export(request)
                        .body(),
                StandardCharsets.UTF_8);
    }

    static Setup read(String json) {
        return new SetupReader(text -> text, 16).read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A number that no other test's sales unit or partner has. */
    static int number() {
        return NUMBERS.incrementAndGet();
    }
}
