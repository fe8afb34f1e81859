package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Outcome;
import io.caravan.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpireInvoicesTests {

    /** The end of 18 April in Copenhagen, thirty days after the due date. */
    private static final Instant END = Instant.parse("2026-04-18T22:00:00Z");

    private PaymentWorld world;
    private Payer payer;
    private InvoiceId invoice;

    @ParameterizedTest
    @EnumSource
    void anInvoiceExpiresWhenThirtyDaysAfterItsDueDateHaveEnded(Database database) {
        prepare(database);

        assertThat(expireAt(END.minusMillis(1))).isEqualTo(InvoiceStatus.CREATED);
        assertThat(expireAt(END)).isEqualTo(InvoiceStatus.EXPIRED);

        assertThat(world.historyOf(invoice.value())).containsExactly("INVOICE_CREATED", "INVOICE_EXPIRED");
        assertThat(world.invoice(invoice).number()).isEqualTo(1);
        assertThat(waitingInOutbox()).isEqualTo(2);
        assertThat(world.expireInvoices.expire()).isFalse();
    }

    /** Days of 23 and of 25 hours, and the days after them. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Copenhagen, 2026-02-27, 2026-03-29T22:00:00Z",
        "Europe/Copenhagen, 2026-02-26, 2026-03-28T23:00:00Z",
        "Europe/Helsinki, 2026-02-27, 2026-03-29T21:00:00Z",
        "Europe/Helsinki, 2026-02-26, 2026-03-28T22:00:00Z",
        "Europe/Copenhagen, 2026-09-25, 2026-10-25T23:00:00Z",
        "Europe/Copenhagen, 2026-09-24, 2026-10-24T22:00:00Z",
        "Europe/Helsinki, 2026-09-25, 2026-10-25T22:00:00Z",
        "Europe/Helsinki, 2026-09-24, 2026-10-24T21:00:00Z"
    })
    void theDayEndsInTheMerchantsZoneAlsoWhenClocksChange(ZoneId zone, LocalDate dueDate, Instant end) {
        for (var database : Database.values()) {
            world = new PaymentWorld(database);
            world.moveTo(zone);
            invoice = world.anInvoice(world.aPayer(), dueDate, Delivery.DIRECT);

            assertThat(expireAt(end.minusMillis(1))).isEqualTo(InvoiceStatus.CREATED);
            assertThat(expireAt(end)).isEqualTo(InvoiceStatus.EXPIRED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterAnOutageAllThatIsOverExpires(Database database) {
        prepare(database);
        var later = world.anInvoice(payer, TODAY.plusDays(20), Delivery.LINK);

        assertThat(expireAt(END.plus(Duration.ofDays(90)))).isEqualTo(InvoiceStatus.EXPIRED);

        assertThat(world.invoice(later).status()).isEqualTo(InvoiceStatus.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkThatNobodyTookUpLosesWhatItSaysOfPeople(Database database) {
        prepare(database);
        var ignored = world.anInvoice(payer, TODAY, Delivery.LINK);
        var accepted = world.anInvoice(payer, TODAY, Delivery.LINK);
        world.jdbc.update("update invoice set payment_date = due_date where id = ?", accepted.value());

        expireAt(END.plus(Duration.ofDays(1)));

        assertThat(saidOf(ignored))
                .isEqualTo("null {\"consumerAddressLines\":[],\"deliveryAddressLines\":[],\"articles\":[]}");
        assertThat(world.invoice(ignored).draft().document().articles()).isEmpty();
        assertThat(saidOf(accepted)).contains(payer.phone().number(), "301");
        assertThat(saidOf(invoice)).contains(payer.phone().number(), "301");
    }

    private String saidOf(InvoiceId id) {
        return world.jdbc.queryForObject(
                "select coalesce(phone, 'null') || ' ' || document from invoice where id = ?",
                String.class,
                id.value());
    }

    @ParameterizedTest
    @EnumSource
    void aClaimedInvoiceDoesNotExpireBeforeItsPaymentHasEnded(Database database) {
        prepare(database);
        var charge = world.startPayment.start(now(payer, invoice));
        world.sendOperation.send(charge);

        assertThat(expireAt(END)).isEqualTo(InvoiceStatus.CREATED);
        world.settleOperation.settle(charge, 1, Outcome.refused("declined"));

        assertThat(expireAt(END)).isEqualTo(InvoiceStatus.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsClosedStaysAsItIs(Database database) {
        prepare(database);
        var charge = world.startPayment.start(now(payer, invoice));
        world.settleOperation.settle(charge, 1, Outcome.done("ch_1"));

        assertThat(expireAt(END)).isEqualTo(InvoiceStatus.PAID);
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredInvoiceMayComeAgain(Database database) {
        prepare(database);
        expireAt(END);

        var fingerprints = world.jdbc.queryForObject(
                "select count(fingerprint) from invoice where id = ?", Integer.class, invoice.value());

        assertThat(fingerprints).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void manyExpireInBatches(Database database) {
        prepare(database);
        var row = world.jdbc.queryForMap("select * from invoice where id = ?", invoice.value());
        world.jdbc.batchUpdate(
                """
                insert into invoice (id, merchant_id, issuer_id, dialect, delivery, currency, total, due_date, document, status,
                    number, created_at, expires_at)
                values (?, ?, ?, 'MOBILEPAY', 'LINK', 'DKK', 1, ?, '{}', 'CREATED', 0, ?, ?)
                """,
                java.util.stream.IntStream.range(0, 1100)
                        .mapToObj(i -> new Object[] {
                            java.util.UUID.randomUUID(),
                            row.get("merchant_id"),
                            row.get("issuer_id"),
                            row.get("due_date"),
                            row.get("created_at"),
                            row.get("expires_at")
                        })
                        .toList());
        world.businessTime.moveTo(END);

        assertThat(world.expireInvoices.expire()).isTrue();
        assertThat(open()).isEqualTo(101);
        assertThat(world.expireInvoices.expire()).isTrue();
        assertThat(open()).isZero();
        assertThat(world.expireInvoices.expire()).isFalse();
    }

    private void prepare(Database database) {
        world = new PaymentWorld(database);
        payer = world.aPayer();
        invoice = world.anInvoiceFor(payer);
    }

    private InvoiceStatus expireAt(Instant instant) {
        world.businessTime.moveTo(instant);
        world.expireInvoices.expire();
        return world.invoice(invoice).status();
    }

    private int waitingInOutbox() {
        return world.jdbc.queryForObject(
                "select count(*) from outbox o join event e on e.id = o.event_id where e.subject_id = ?",
                Integer.class,
                invoice.value());
    }

    private int open() {
        return world.jdbc.queryForObject(
                "select count(*) from invoice where merchant_id = ? and status = 'CREATED'",
                Integer.class,
                world.merchant.value());
    }
}
