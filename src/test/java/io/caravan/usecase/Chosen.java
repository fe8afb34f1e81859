package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.notice.NoticeState;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.store.Database;
import io.caravan.usecase.notice.ClaimNotice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** An invoice that is accepted for a day. Due is 19 March 2026, the last day 18 April. */
final class Chosen {

    static final LocalDate DAY = TODAY.plusDays(3);
    /** The beginning of that day in Copenhagen. */
    static final Instant MORNING = Instant.parse("2026-03-14T23:00:00Z");

    final PaymentWorld world;
    final Payer payer;
    final InvoiceId invoice;

    Chosen(Database database) {
        this(new PaymentWorld(database), DAY);
    }

    Chosen(PaymentWorld world, LocalDate day) {
        this.world = world;
        payer = world.aPayer();
        invoice = world.anInvoiceFor(payer);
        assertThat(world.scheduleInvoice.schedule(on(day, payer, invoice))).isPresent();
    }

    void at(Instant instant) {
        world.businessTime.moveTo(instant);
    }

    List<OperationId> tickAt(Instant instant) {
        at(instant);
        return world.payScheduled.begin();
    }

    OperationId onlyChargeAt(Instant instant) {
        at(instant);
        return onlyCharge();
    }

    OperationId onlyCharge() {
        var charges = world.payScheduled.begin();
        assertThat(charges).hasSize(1);
        return charges.get(0);
    }

    void settle(OperationId charge, Outcome outcome) {
        world.sendOperation.send(charge);
        world.settleOperation.settle(charge, 1, outcome);
    }

    /** As many attempts, on the day, four hours apart. */
    void refuse(int times) {
        for (int i = 0; i < times; i++) {
            settle(onlyChargeAt(MORNING.plus(Duration.ofHours(4L * i))), Outcome.refused("declined"));
        }
    }

    Invoice invoice() {
        return world.invoice(invoice);
    }

    boolean isOpen() {
        return world.inTransaction(() -> world.schedules.find(invoice))
                .orElseThrow()
                .isOpen();
    }

    List<String> invoiceHistory() {
        return world.historyOf(invoice.value());
    }

    Map<Detail, String> lastDetails() {
        var events = world.eventsOf(invoice.value());
        return events.get(events.size() - 1).details();
    }

    List<NoticeState> notices() {
        return world.jdbc.query(
                "select state from notice where subject_id = ?",
                (row, n) -> NoticeState.valueOf(row.getString("state")),
                invoice.value());
    }

    /** Whether the only notice is worth sending when a consumer takes it. */
    boolean announced() {
        var id = world.jdbc.queryForObject(
                "select id from notice where subject_id = ?", java.util.UUID.class, invoice.value());
        var claimNotice = new ClaimNotice(
                world.notices,
                world.invoices,
                world.merchants,
                world.schedules,
                world.consents,
                world.prompts,
                world.preTransactions,
                world.events,
                world.findOffer,
                world.businessTime);
        return world.inTransaction(() -> claimNotice.claim(id.toString())).isPresent();
    }

    int payments() {
        return world.jdbc.queryForObject(
                "select count(*) from payment where invoice_id = ?", Integer.class, invoice.value());
    }
}
