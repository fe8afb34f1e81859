package io.caravan.usecase;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.SessionRequest;
import io.caravan.store.Database;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Payers who visit the provider's pages for one invoice, as the use cases see them. */
final class Visits {

    final PaymentWorld world;
    final InvoiceId invoice;

    Visits(Database database) {
        this(new PaymentWorld(database));
    }

    Visits(PaymentWorld world) {
        this.world = world;
        invoice = world.anInvoiceFor(world.aPayer());
    }

    /** A page that waits for its payer. */
    OperationId open() {
        var session = world.startSession.start(
                new SessionRequest(invoice, Optional.empty(), URI.create("https://shop.example/back")));
        world.sendOperation.send(session).orElseThrow();
        settle(session, Outcome.waiting(reference(session), Optional.of(URI.create("https://psp.example/" + session))));
        return session;
    }

    /** A page on which the payer reserves the money. */
    OperationId authorized() {
        var session = open();
        authorize(session);
        return session;
    }

    void authorize(OperationId session) {
        settle(session, Outcome.done(reference(session)));
    }

    void settle(OperationId operation, Outcome outcome) {
        world.settleOperation.settle(operation, 1, outcome);
    }

    /** Sends what waits to be sent, and has the provider do it or refuse it. */
    List<Operation> followUp(boolean refuse) {
        var taken = world.takeUnsent.take();
        taken.forEach(id -> {
            world.sendOperation.send(id).orElseThrow();
            settle(id, refuse ? Outcome.refused("refused") : Outcome.done("op_" + id));
        });
        return taken.stream().map(world::operation).toList();
    }

    Payment payment(OperationId session) {
        return world.paymentOf(session);
    }

    List<OperationKind> operations(OperationId session) {
        return world
                .inTransaction(() -> world.payments.operations(payment(session).id()))
                .stream()
                .map(Operation::kind)
                .sorted()
                .toList();
    }

    List<String> history(OperationId session) {
        return world.historyOf(payment(session).id().value());
    }

    List<String> invoiceHistory() {
        return world.historyOf(invoice.value());
    }

    void close(String status) {
        world.jdbc.update("update invoice set status = ?, claim = null where id = ?", status, invoice.value());
    }

    static String reference(OperationId session) {
        return "se_" + session;
    }
}
