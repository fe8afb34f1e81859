package io.caravan.callback;

import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.event.EventType.INVOICE_CREATED;
import static io.caravan.core.event.EventType.INVOICE_PAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.access.Subscription;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.NewRegistration;
import io.caravan.core.callback.OwnRegistration;
import io.caravan.core.callback.Posting;
import io.caravan.core.callback.Registration;
import io.caravan.core.callback.RegistrationRequest;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.store.JdbcRegistrations;
import io.caravan.store.JdbcSalesUnits;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.callback.PurgeRegistrations;
import io.caravan.usecase.callback.RemoveRegistration;
import io.caravan.usecase.callback.StoreRegistration;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A sales unit that registers where it hears of what. */
abstract class AtSalesUnit {

    private static final SalesUnitSettings SETTINGS =
            new SalesUnitSettings(true, true, false, Duration.ofDays(60), false, true);

    static SalesUnit unit(StoreFixture store, MerchantId merchant) {
        var msn = String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000, 1_000_000_000));
        var unit = new SalesUnit(msn, merchant, "Shop", SETTINGS);
        store.inTransaction(() ->
                new JdbcSalesUnits(store.jdbc(), Clock.systemUTC()).put(new Subscription(unit, msn + "a", msn + "b")));
        return unit;
    }

    static JdbcRegistrations stored(StoreFixture store) {
        return new JdbcRegistrations(store.jdbc(), PlainForm.SEALER);
    }

    static NewRegistration register(
            StoreFixture store, CallbackRig rig, SalesUnit unit, String url, EventType... events) {
        var request = new RegistrationRequest(unit, url, Set.of(events));
        return store.inTransaction(() -> new StoreRegistration(stored(store), rig.business).store(request));
    }

    static boolean isRegistered(StoreFixture store, CallbackRig rig, SalesUnit unit, int n) {
        try {
            register(store, rig, unit, "https://shop.example/" + n, INVOICE_CREATED);
            return true;
        } catch (Problem e) {
            assertThat(e.code()).isEqualTo(ProblemCode.TOO_MANY_REGISTRATIONS);
            return false;
        }
    }

    static void remove(StoreFixture store, CallbackRig rig, SalesUnit unit, EndpointId id) {
        store.inTransaction(
                () -> new RemoveRegistration(stored(store), rig.business).remove(new OwnRegistration(unit, id)));
    }

    static List<Registration> registrations(StoreFixture store, SalesUnit unit) {
        return store.inTransaction(() -> stored(store).of(unit.merchant(), unit.msn()));
    }

    static Event event(CallbackRig rig, SalesUnit unit, UUID subject, int number) {
        return rig.event(new Event(
                EventId.next(),
                subject,
                number,
                number == 0 ? INVOICE_CREATED : INVOICE_PAID,
                unit.merchant(),
                EPAYMENT,
                rig.business.instant(),
                Map.of(Detail.SALES_UNIT, unit.msn())));
    }

    static List<Posting> postings(CallbackRig rig) {
        var postings = new ArrayList<Posting>();
        rig.lease().forEach(lease -> postings.addAll(rig.take(lease)));
        return postings;
    }

    static String url(Posting posting) {
        return posting.destination().orElseThrow().url();
    }

    static boolean purge(StoreFixture store, CallbackRig rig) {
        return store.inTransaction(
                () -> new PurgeRegistrations(stored(store), Duration.ofDays(14), rig.business, rig.real).purge());
    }
}
