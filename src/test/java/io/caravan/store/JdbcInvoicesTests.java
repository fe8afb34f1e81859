package io.caravan.store;

import static io.caravan.support.Fixtures.NOW;
import static io.caravan.support.Fixtures.TODAY;
import static io.caravan.support.Fixtures.aDraft;
import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.aPhone;
import static io.caravan.support.Fixtures.anInvoice;
import static io.caravan.support.Fixtures.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import io.caravan.support.DraftFixture;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class JdbcInvoicesTests {

    @OnBothDatabases
    void anInvoiceIsFoundAsItWasStored(StoreFixture store) {
        var invoices = new JdbcInvoices(store.jdbc());
        var shop = new Shop(store);
        var direct = anInvoice(shop.merchant, shop.draft());
        var link = anInvoice(shop.merchant, shop.draft().asLink());

        assertThat(add(store, direct)).isTrue();
        assertThat(add(store, link)).isTrue();

        assertThat(store.inTransaction(() -> invoices.find(shop.merchant, direct.id())))
                .contains(direct);
        assertThat(store.inTransaction(() -> invoices.find(shop.merchant, link.id())))
                .contains(link);
        assertThat(store.inTransaction(() -> invoices.lock(shop.merchant, direct.id())))
                .contains(direct);
        assertThat(store.inTransaction(() -> invoices.lock(direct.id()))).contains(direct);
    }

    @OnBothDatabases
    void whatHappensToAnInvoiceIsWritten(StoreFixture store) {
        var invoices = new JdbcInvoices(store.jdbc());
        var shop = new Shop(store);
        var invoice = anInvoice(shop.merchant, shop.draft());
        add(store, invoice);

        var accepted = invoice.accept(TODAY.plusDays(3));
        update(store, accepted);
        assertThat(store.inTransaction(() -> invoices.find(shop.merchant, invoice.id())))
                .contains(accepted);

        var claimed = accepted.claim(PaymentId.random());
        update(store, claimed);
        assertThat(store.inTransaction(() -> invoices.find(shop.merchant, invoice.id())))
                .contains(claimed);
    }

    @OnBothDatabases
    void anotherMerchantDoesNotFindTheInvoice(StoreFixture store) {
        var invoices = new JdbcInvoices(store.jdbc());
        var shop = new Shop(store);
        var stranger = new Shop(store);
        var invoice = anInvoice(shop.merchant, shop.draft());
        add(store, invoice);

        assertThat(store.inTransaction(() -> invoices.find(stranger.merchant, invoice.id())))
                .isEmpty();
        assertThat(store.inTransaction(() -> invoices.lock(stranger.merchant, invoice.id())))
                .isEmpty();
        assertThat(store.inTransaction(() -> invoices.find(shop.merchant, InvoiceId.random())))
                .isEmpty();
    }

    @OnBothDatabases
    void anEqualInvoiceIsNotStored(StoreFixture store) {
        var shop = new Shop(store);
        var draft = shop.draft();
        var first = anInvoice(shop.merchant, draft);
        add(store, first);

        assertThat(add(store, anInvoice(shop.merchant, draft))).isFalse();
        assertThat(add(store, anInvoice(shop.merchant, draft.numbered("302")))).isTrue();
    }

    @OnBothDatabases
    void anEqualInvoiceMayComeAgainOnceTheFirstIsCanceledOrExpired(StoreFixture store) {
        for (var end : List.of(InvoiceStatus.CANCELED, InvoiceStatus.EXPIRED)) {
            var shop = new Shop(store);
            var draft = shop.draft();
            var first = anInvoice(shop.merchant, draft);
            add(store, first);

            update(store, as(end, first));

            assertThat(add(store, anInvoice(shop.merchant, draft)))
                    .as(end.name())
                    .isTrue();
        }
    }

    @OnBothDatabases
    void anEqualInvoiceMayNotComeAgainWhileTheFirstIsOpenPaidOrRejected(StoreFixture store) {
        for (var status : List.of(InvoiceStatus.ACCEPTED, InvoiceStatus.PAID, InvoiceStatus.REJECTED)) {
            var shop = new Shop(store);
            var draft = shop.draft();
            var first = anInvoice(shop.merchant, draft);
            add(store, first);

            update(store, as(status, first));

            assertThat(add(store, anInvoice(shop.merchant, draft)))
                    .as(status.name())
                    .isFalse();
        }
    }

    @OnBothDatabases
    void ofEqualInvoicesThatComeAtOnceOneIsStored(StoreFixture store) throws Exception {
        var shop = new Shop(store);
        var draft = shop.draft();

        var stored =
                Race.of(Collections.<Callable<Boolean>>nCopies(4, () -> add(store, anInvoice(shop.merchant, draft))));

        assertThat(stored).containsOnlyOnce(true);
    }

    @OnBothDatabases
    void invoicesToAPayerAreCountedUpToTheDailyLimit(StoreFixture store) {
        var invoices = new JdbcInvoices(store.jdbc());
        var merchant = MerchantId.random();
        var phone = aPhone();

        var counted = Stream.generate(() -> store.inTransaction(() -> countDaily(invoices, merchant, phone, TODAY, 3)))
                .limit(5)
                .toList();

        assertThat(counted).containsExactly(true, true, true, false, false);
        assertThat(store.<Boolean>inTransaction(() -> countDaily(invoices, merchant, phone, TODAY.plusDays(1), 3)))
                .isTrue();
        assertThat(store.<Boolean>inTransaction(() -> countDaily(invoices, merchant, aPhone(), TODAY, 3)))
                .isTrue();
        assertThat(store.<Boolean>inTransaction(() -> countDaily(invoices, MerchantId.random(), phone, TODAY, 3)))
                .isTrue();
    }

    @OnBothDatabases
    void ofTwoThatRaceForTheLastInvoiceOfTheDayOneGetsIt(StoreFixture store) throws Exception {
        var invoices = new JdbcInvoices(store.jdbc());
        var merchant = MerchantId.random();
        var phone = aPhone();
        for (int i = 0; i < 9; i++) {
            store.inTransaction(() -> countDaily(invoices, merchant, phone, TODAY, 10));
        }

        var counted = Race.of(Collections.<Callable<Boolean>>nCopies(
                2, () -> store.inTransaction(() -> countDaily(invoices, merchant, phone, TODAY, 10))));

        assertThat(counted).containsExactlyInAnyOrder(true, false);
    }

    @OnBothDatabases
    void aLockedInvoiceIsWaitedForAndThenSeenAsItHasBecome(StoreFixture store) throws Exception {
        var invoices = new JdbcInvoices(store.jdbc());
        var shop = new Shop(store);
        var invoice = anInvoice(shop.merchant, shop.draft());
        var canceled = invoice.cancel();
        add(store, invoice);

        try (var race = new Race()) {
            race.holdOpen(store, () -> {
                invoices.lock(invoice.id());
                invoices.update(canceled);
            });
            var second = race.start(() -> store.inTransaction(() -> invoices.lock(shop.merchant, invoice.id())));
            Race.assertWaits(second);
            race.finish();

            assertThat(second.get(10, TimeUnit.MINUTES)).contains(canceled);
        }
    }

    private static boolean add(StoreFixture store, Invoice invoice) {
        InvoiceDraft draft = invoice.draft();
        return store.inTransaction(() -> new JdbcInvoices(store.jdbc())
                .add(
                        invoice,
                        draft.fingerprint(invoice.merchant()),
                        invoice.expiresAt(ZoneId.of("Europe/Copenhagen"))));
    }

    private static void update(StoreFixture store, Invoice invoice) {
        store.inTransaction(() -> new JdbcInvoices(store.jdbc()).update(invoice));
    }

    private static Invoice as(InvoiceStatus status, Invoice invoice) {
        return new Invoice(
                invoice.id(),
                invoice.merchant(),
                invoice.draft(),
                status,
                invoice.number() + 1,
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    /** A merchant with one issuer. */
    private static final class Shop {

        private final MerchantId merchant;
        private final IssuerId issuer;

        Shop(StoreFixture store) {
            merchant = store.stored(aMerchant()).id();
            issuer = store.stored(anIssuer(merchant)).id();
        }

        DraftFixture draft() {
            return aDraft().from(issuer);
        }
    }

    private static boolean countDaily(
            JdbcInvoices invoices, MerchantId merchant, Phone phone, LocalDate day, int limit) {
        return invoices.countDaily(merchant, List.of(phone), day, limit).get(0);
    }
}
