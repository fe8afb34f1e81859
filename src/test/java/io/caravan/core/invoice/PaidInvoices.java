package io.caravan.core.invoice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invoices as the tests of payments need them: 360.00 DKK to one payer, due on 19 March 2026. */
public final class PaidInvoices {

    private static final Phone PHONE = new Phone("+4577007700");
    private static final PayerId PAYER = PayerId.random();
    private static final UUID CARD = UUID.randomUUID();

    private PaidInvoices() {}

    public static Payer aPayer() {
        return new Payer(PAYER, PHONE, "Payer", false, CARD);
    }

    public static Invoice anInvoice() {
        return withReference("ABC-123");
    }

    public static Invoice anInvoiceLink() {
        return invoice(Delivery.LINK, "ABC-123");
    }

    public static Invoice withReference(String reference) {
        return invoice(Delivery.DIRECT, reference);
    }

    private static Invoice invoice(Delivery delivery, String reference) {
        var document = new InvoiceDocument(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of("301"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reference),
                Optional.empty(),
                Optional.empty(),
                List.of());
        var draft = new InvoiceDraft(
                Dialect.MOBILEPAY,
                delivery,
                IssuerId.random(),
                Optional.of(PHONE),
                new Money(36000, Currency.getInstance("DKK")),
                LocalDate.of(2026, 3, 19),
                document);
        return Invoice.create(InvoiceId.random(), MerchantId.random(), draft, Instant.parse("2026-03-12T11:00:00Z"));
    }
}
