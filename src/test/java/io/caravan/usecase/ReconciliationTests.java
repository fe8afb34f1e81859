package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.Difference;
import io.caravan.core.payment.ListPage;
import io.caravan.core.payment.Listed;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PhoneBill;
import io.caravan.store.Database;
import io.caravan.usecase.reconciliation.MeasureReconciliation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The acquirer's list of a day against ours. */
class ReconciliationTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void aDayIsComparedOnceAnHourAfterItsEnd(Database database) {
        var books = new Books(database);
        books.at(MIDNIGHT.minusSeconds(60));
        assertThat(books.begin()).isEmpty();

        books.at(MIDNIGHT.plus(Duration.ofMinutes(59)));
        assertThat(books.begin()).isEmpty();
        books.at(MIDNIGHT.plus(Duration.ofMinutes(60)));
        assertThat(books.begin()).contains(DAY);
        assertThat(books.begin()).isEmpty();
        books.finish();
        assertThat(books.begin()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnInstanceDidNotFinishIsTakenOver(Database database) {
        var books = new Books(database).afterTheDay();
        assertThat(books.begin()).contains(DAY);

        books.world.realTime.advance(Duration.ofMinutes(11));

        assertThat(books.begin()).contains(DAY);
    }

    @ParameterizedTest
    @EnumSource
    void daysThatWereMissedAreMadeUpForOneByOne(Database database) {
        var books = new Books(database).afterTheDay();
        books.begin();
        books.finish();

        books.world.realTime.advance(Duration.ofDays(2));

        assertThat(books.begin()).contains(DAY.plusDays(1));
        books.world.finishReconciliation.finish(DAY.plusDays(1));
        assertThat(books.begin()).contains(DAY.plusDays(2));
        books.world.finishReconciliation.finish(DAY.plusDays(2));
        assertThat(books.begin()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void booksThatAgreeDifferInNothing(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        books.afterTheDay();

        books.compare(books.listed(charge));

        assertThat(books.finish()).isFalse();
        assertThat(books.world.differences).isEmpty();
        assertThat(books.world.jdbc.queryForObject(
                        "select listed_on from operation where id = ?", LocalDate.class, charge.value()))
                .isEqualTo(DAY);
    }

    @ParameterizedTest
    @EnumSource
    void eachProvidersListIsComparedWithItsOwnOperations(Database database) {
        var books = new Books(database);
        var bill = books.billed();
        books.afterTheDay();

        books.compare();
        assertThat(books.finish()).isFalse();
        assertThat(books.world.differences).as("the acquirer's empty list").isEmpty();

        books.world.compareCarrierList.compare(new ListPage(List.of(books.listed(bill)), Optional.empty()), DAY);
        assertThat(books.world.differences).as("the carrier's list").isEmpty();

        books.compare(books.listed(bill));
        assertThat(books.kinds()).as("a bill on the acquirer's list").containsExactly(Difference.Kind.MISSING_HERE);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheAcquirerListsAndNobodyAskedForIsReported(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var listed = books.listed(charge);

        books.compare(listed, with(listed, "ch_9", OperationId.random().toString(), 36000, "charged"));
        books.compare(with(listed, "ch_8", "", 36000, "charged"));

        assertThat(books.kinds()).containsExactly(Difference.Kind.MISSING_HERE, Difference.Kind.MISSING_HERE);
        assertThat(books.world.differences).allMatch(found -> found.payment()
                .equals(Optional.of(books.operation(charge).payment())));
        assertThat(books.history(charge))
                .containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_QUESTIONED", "PAYMENT_QUESTIONED");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsListedTwiceUnderOurKeyIsReported(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var listed = books.listed(charge);

        books.compare(listed, with(listed, "ch_2", listed.key(), 36000, "charged"));

        assertThat(books.kinds()).containsExactly(Difference.Kind.MISSING_HERE);
    }

    @ParameterizedTest
    @EnumSource
    void anotherAmountIsReportedOnce(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var lie = with(books.listed(charge), books.reference(charge), charge.toString(), 3600, "charged");

        books.compare(lie);
        books.compare(lie);

        assertThat(books.kinds()).containsExactly(Difference.Kind.OTHER_AMOUNT);
        assertThat(books.history(charge)).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_QUESTIONED");
        assertThat(books.world.jdbc.queryForObject(
                        "select count(*) from payment_difference where operation_id = ?",
                        Integer.class,
                        charge.value()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anotherOutcomeIsReported(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var refused = books.refused();

        books.compare(with(books.listed(charge), books.reference(charge), charge.toString(), 36000, "declined"));
        books.compare(with(books.listed(refused), "ch_3", refused.toString(), 36000, "charged"));
        books.compare(with(books.listed(refused), "ch_3", refused.toString(), 36000, "maybe"));

        assertThat(books.kinds()).containsExactly(Difference.Kind.OTHER_STATUS, Difference.Kind.OTHER_STATUS);
    }

    @ParameterizedTest
    @EnumSource
    void anotherPaymentIsReported(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var listed = books.listed(charge);

        books.compare(new Listed(
                listed.id(),
                listed.key(),
                "somebody else",
                listed.minor(),
                listed.currency(),
                listed.kind(),
                listed.state(),
                listed.words()));

        assertThat(books.kinds()).containsExactly(Difference.Kind.OTHER_REFERENCE);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheAcquirerDidByItsWordAndDoesNotListIsReportedOnce(Database database) {
        var books = new Books(database);
        books.at(MIDNIGHT.minus(Duration.ofHours(6)));
        var charge = books.charged();
        books.refused();
        books.afterTheDay();

        books.compare();
        assertThat(books.finish()).isFalse();
        assertThat(books.finish()).isFalse();

        assertThat(books.kinds()).containsExactly(Difference.Kind.MISSING_THERE);
        assertThat(books.history(charge)).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_QUESTIONED");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneAtMidnightMayBeOnTheNextList(Database database) {
        var books = new Books(database);
        books.at(MIDNIGHT.minus(Duration.ofMinutes(1)));
        books.charged();
        books.at(MIDNIGHT.plus(Duration.ofMinutes(1)));
        books.charged();
        books.afterTheDay();

        books.finish();

        assertThat(books.world.differences).isEmpty();

        books.world.finishReconciliation.finish(DAY.plusDays(1));

        assertThat(books.kinds()).containsExactly(Difference.Kind.MISSING_THERE, Difference.Kind.MISSING_THERE);
    }

    @ParameterizedTest
    @EnumSource
    void nothingHasBeenComparedForTheTimeSinceTheLastDay(Database database) {
        var books = new Books(database);
        var measure = books.world.transactions(new MeasureReconciliation(
                books.world.reconciliation, books.world.holds, "reconcile", books.world.realTime));
        books.world.jdbc.update("delete from reconciliation");
        assertThat(measure.measure()).isEqualTo(Duration.ZERO);

        books.at(MIDNIGHT.minusSeconds(60));
        books.begin();
        books.at(MIDNIGHT.plus(Duration.ofHours(3)));

        assertThat(measure.measure()).isEqualTo(Duration.ofHours(27));

        books.world.inTransaction(() ->
                books.world.holds.place(new Hold(HoldKind.JOB, "reconcile", MIDNIGHT, "ops", "there is no acquirer")));

        assertThat(measure.measure()).isEqualTo(Duration.ZERO);
    }

    private static Listed with(Listed listed, String id, String key, long minor, String status) {
        var state =
                switch (status) {
                    case "charged" -> Optional.of(OperationState.DONE);
                    case "declined" -> Optional.of(OperationState.REFUSED);
                    default -> Optional.<OperationState>empty();
                };
        return new Listed(
                id,
                key,
                listed.reference(),
                minor,
                listed.currency(),
                Optional.of(OperationKind.CHARGE),
                state,
                "charge " + status);
    }

    /** Charges, and the acquirer's list of them. */
    private static final class Books {

        final PaymentWorld world;

        Books(Database database) {
            world = new PaymentWorld(database);
            at(MIDNIGHT.minus(Duration.ofHours(12)));
            begin();
        }

        Books afterTheDay() {
            return at(MIDNIGHT.plus(Duration.ofHours(2)));
        }

        Books at(Instant time) {
            world.realTime.advance(Duration.between(world.realTime.instant(), time));
            return this;
        }

        OperationId charged() {
            return settled(Outcome.done("ch_" + java.util.UUID.randomUUID()));
        }

        OperationId billed() {
            var payer = world.aPayer();
            var bill = new PhoneBill(payer.phone(), Confirmation.REPLY);
            var charge = world.startBilling.start(new BillingRequest(world.anInvoiceFor(payer), bill));
            world.sendOperation.send(charge).orElseThrow();
            world.settleOperation.settle(charge, 1, Outcome.done("crr_" + java.util.UUID.randomUUID()));
            return charge;
        }

        OperationId refused() {
            return settled(Outcome.refused("declined"));
        }

        private OperationId settled(Outcome outcome) {
            var payer = world.aPayer();
            var charge = world.startPayment.start(now(payer, world.anInvoiceFor(payer)));
            world.sendOperation.send(charge).orElseThrow();
            world.settleOperation.settle(charge, 1, outcome);
            return charge;
        }

        Operation operation(OperationId id) {
            return world.operation(id);
        }

        String reference(OperationId id) {
            return operation(id).providerReference().orElse("ch_0");
        }

        Listed listed(OperationId id) {
            var operation = operation(id);
            return new Listed(
                    reference(id),
                    id.toString(),
                    operation.payment().toString(),
                    operation.amount().minor(),
                    "DKK",
                    Optional.of(operation.kind()),
                    Optional.of(operation.state()),
                    "charge charged");
        }

        Optional<LocalDate> begin() {
            return world.beginReconciliation.begin();
        }

        void compare(Listed... listed) {
            world.compareList.compare(new ListPage(List.of(listed), Optional.empty()), DAY);
        }

        boolean finish() {
            return world.finishReconciliation.finish(DAY);
        }

        List<Difference.Kind> kinds() {
            return world.differences.stream().map(Difference::kind).toList();
        }

        List<String> history(OperationId id) {
            return world.historyOf(operation(id).payment().value());
        }
    }
}
