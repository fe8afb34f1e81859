package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;

import io.caravan.PaymentWorld;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Charges, and the acquirer's list of them. */
final class Books {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

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

    /** The same, but for this. */
    static Listed with(Listed listed, String id, String key, long minor, String status) {
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
}
