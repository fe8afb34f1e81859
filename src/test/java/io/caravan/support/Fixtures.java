package io.caravan.support;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Things as they usually are: a test says only what matters to it. All is new: ids and phone numbers never repeat. */
public final class Fixtures {

    public static final Currency DKK = Currency.getInstance("DKK");

    /** Noon in Copenhagen. */
    public static final Instant NOW = Instant.parse("2026-03-12T11:00:00Z");

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    private static final AtomicInteger PHONES = new AtomicInteger();

    private Fixtures() {}

    /** Danish and enabled. */
    public static Merchant aMerchant() {
        return new Merchant(
                MerchantId.random(),
                "Snowboard gear shop",
                "DK",
                DKK,
                ZoneId.of("Europe/Copenhagen"),
                "DK12345678",
                true);
    }

    /** Enabled, with a payout account. */
    public static Issuer anIssuer(MerchantId merchant) {
        return new Issuer(
                IssuerId.random(),
                merchant,
                "Snowboard gear shop, Copenhagen",
                new Issuer.Address("Vesterbrogade 1", "1620", "Copenhagen"),
                Issuer.Status.ENABLED,
                true);
    }

    public static Payer aPayer() {
        return new Payer(PayerId.random(), aPhone(), "Payer", false, UUID.randomUUID());
    }

    public static Phone aPhone() {
        return new Phone("+4571%06d".formatted(PHONES.incrementAndGet()));
    }

    public static Money dkk(String amount) {
        return Money.of(new java.math.BigDecimal(amount), DKK);
    }

    /** 360.00 DKK to the wallet of one payer, due in a week. */
    public static DraftFixture aDraft() {
        return new DraftFixture();
    }

    /** Just created, from {@link #aDraft()}. */
    public static Invoice anInvoice() {
        var merchant = MerchantId.random();
        return anInvoice(merchant, aDraft());
    }

    /** Just created. */
    public static Invoice anInvoice(MerchantId merchant, DraftFixture draft) {
        return Invoice.create(InvoiceId.random(), merchant, draft.build(), NOW);
    }
}
