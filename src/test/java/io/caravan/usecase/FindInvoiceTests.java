package io.caravan.usecase;

import static io.caravan.support.Fixtures.NOW;
import static io.caravan.support.Fixtures.TODAY;
import static io.caravan.support.Fixtures.aDraft;
import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.anInvoice;
import static io.caravan.support.Fixtures.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventId;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.JdbcEvents;
import io.caravan.store.JdbcInvoices;
import io.caravan.store.JdbcMerchants;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.invoice.CancelInvoice;
import io.caravan.usecase.invoice.FindInvoice;
import io.caravan.usecase.invoice.FindInvoiceStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

class FindInvoiceTests {

    @OnBothDatabases
    void anInvoiceIsFoundWithItsIssuer(StoreFixture store) {
        var world = new World(store);
        var invoice = world.stored(InvoiceStatus.CREATED);

        var details = world.find(invoice);

        assertThat(details.invoice()).isEqualTo(invoice);
        assertThat(details.issuer()).isEqualTo(world.issuer);
        assertThat(details.merchant()).isEqualTo(world.merchant);
        assertThat(details.payment()).isEmpty();
    }

    @OnBothDatabases
    void aPaidInvoiceIsFoundWithItsPayment(StoreFixture store) {
        var world = new World(store);
        var invoice = world.stored(InvoiceStatus.PAID);
        var payment = PaymentId.random();
        store.inTransaction(() -> world.events.record(new Event(
                EventId.next(),
                invoice.id().value(),
                1,
                EventType.INVOICE_PAID,
                world.merchant.id(),
                Dialect.MOBILEPAY,
                NOW,
                Map.of(Event.Detail.PAYMENT, payment.toString()))));

        assertThat(world.find(invoice).payment()).contains(payment.toString());
    }

    @OnBothDatabases
    void ofAnInvalidInvoiceOnlyTheStatusIsFound(StoreFixture store) {
        var world = new World(store);
        var invoice = world.stored(InvoiceStatus.INVALID);

        assertThat(refusal(() -> world.find(invoice))).isEqualTo(ProblemCode.INVOICE_UNKNOWN);
        assertThat(world.status(world.merchant, invoice).status()).isEqualTo(InvoiceStatus.INVALID);
    }

    @OnBothDatabases
    void anotherMerchantsInvoiceIsUnknown(StoreFixture store) {
        var world = new World(store);
        var invoice = world.stored(InvoiceStatus.CREATED);
        var stranger = store.stored(aMerchant());

        assertThat(refusal(() -> world.status(stranger, invoice))).isEqualTo(ProblemCode.INVOICE_UNKNOWN);
        assertThat(refusal(() -> world.cancel(stranger, invoice))).isEqualTo(ProblemCode.INVOICE_UNKNOWN);
        assertThat(world.status(world.merchant, invoice).status()).isEqualTo(InvoiceStatus.CREATED);
    }

    @OnBothDatabases
    void aCanceledInvoiceHasAnEvent(StoreFixture store) {
        var world = new World(store);
        var invoice = world.stored(InvoiceStatus.CREATED);

        world.cancel(world.merchant, invoice);

        assertThat(world.find(invoice).invoice().status()).isEqualTo(InvoiceStatus.CANCELED);
        assertThat(store.inTransaction(() -> world.events.of(invoice.id().value())))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo(EventType.INVOICE_CANCELED);
                    assertThat(event.number()).isEqualTo(1);
                });
    }

    @OnBothDatabases
    void anInvoiceWhosePaymentIsOnItsWayIsNotCanceled(StoreFixture store) {
        var world = new World(store);
        var invoice = world.stored(InvoiceStatus.CREATED);
        store.inTransaction(() -> world.invoices.update(invoice.claim(PaymentId.random())));

        assertThat(refusal(() -> world.cancel(world.merchant, invoice))).isEqualTo(ProblemCode.PAYMENT_IN_PROGRESS);
        assertThat(store.inTransaction(() -> world.events.of(invoice.id().value())))
                .isEmpty();
    }

    private static ProblemCode refusal(Supplier<?> call) {
        return catchThrowableOfType(Problem.class, call::get).code();
    }

    /** A merchant with an issuer, and the use cases on the stores. */
    private static final class World {

        final StoreFixture store;
        final Merchant merchant;
        final Issuer issuer;
        final JdbcInvoices invoices;
        final JdbcEvents events;

        World(StoreFixture store) {
            this.store = store;
            merchant = store.stored(aMerchant());
            issuer = store.stored(anIssuer(merchant.id()));
            invoices = new JdbcInvoices(store.jdbc());
            events = new JdbcEvents(store.jdbc(), store.database(), () -> {});
        }

        Invoice stored(InvoiceStatus status) {
            var created = anInvoice(merchant.id(), aDraft().from(issuer.id()));
            var invoice = new Invoice(
                    created.id(),
                    created.merchant(),
                    created.draft(),
                    status,
                    0,
                    NOW,
                    status == InvoiceStatus.PAID ? Optional.of(TODAY) : Optional.empty(),
                    Optional.empty());
            store.inTransaction(() -> {
                invoices.add(invoice, invoice.draft().fingerprint(merchant.id()), invoice.expiresAt(merchant.zone()));
                invoices.update(invoice);
            });
            return invoice;
        }

        InvoiceDetails find(Invoice invoice) {
            return store.inTransaction(() -> new FindInvoice(invoices, new JdbcMerchants(store.jdbc()), events)
                    .find(new OwnInvoice(merchant, invoice.id())));
        }

        Invoice status(Merchant asking, Invoice invoice) {
            return store.inTransaction(
                    () -> new FindInvoiceStatus(invoices).find(new OwnInvoice(asking, invoice.id())));
        }

        boolean cancel(Merchant asking, Invoice invoice) {
            store.inTransaction(() -> new CancelInvoice(invoices, events, Clock.fixed(NOW, ZoneOffset.UTC))
                    .cancel(new OwnInvoice(asking, invoice.id())));
            return true;
        }
    }
}
