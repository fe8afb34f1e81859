package io.caravan.core.invoice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invoices of 360 DKK, due on 12 March 2018. */
final class InvoiceFixtures {

    static final Currency DKK = Currency.getInstance("DKK");
    static final LocalDate DUE = LocalDate.of(2018, 3, 12);
    static final IssuerId ISSUER = IssuerId.random();
    static final MerchantId MERCHANT = MerchantId.random();

    private InvoiceFixtures() {}

    static Invoice anInvoice() {
        return Invoice.create(InvoiceId.random(), MERCHANT, aDraft(), Instant.parse("2018-02-12T10:00:00Z"));
    }

    static Invoice anInvoiceLink() {
        return Invoice.create(
                InvoiceId.random(),
                MERCHANT,
                aDraft(Delivery.LINK, "360", DUE, aDocument()),
                Instant.parse("2018-02-12T10:00:00Z"));
    }

    static InvoiceDraft aDraft() {
        return aDraft("360", DUE);
    }

    static InvoiceDraft aDraft(String total, LocalDate due) {
        return aDraft(Delivery.DIRECT, total, due, aDocument());
    }

    static InvoiceDraft aDraft(Delivery delivery, String total, LocalDate due, InvoiceDocument document) {
        return new InvoiceDraft(
                Dialect.MOBILEPAY,
                delivery,
                ISSUER,
                Optional.of(new Phone("+4577007700")),
                Money.of(new BigDecimal(total), DKK),
                due,
                document);
    }

    static InvoiceDocument aDocument() {
        return aDocument(Optional.of(LocalDate.of(2018, 2, 12)), Optional.of("301"), List.of("Line"));
    }

    static InvoiceDocument aDocument(Optional<LocalDate> issued, Optional<String> number, List<String> address) {
        return new InvoiceDocument(
                Optional.empty(),
                Optional.of(new BigDecimal("72")),
                address,
                List.of(),
                number,
                issued,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(anArticle("25")));
    }

    static Article anArticle(String vatRate) {
        return new Article(
                Optional.empty(),
                "Snowboard",
                Optional.of(new BigDecimal(vatRate)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Issuer anIssuer(Issuer.Status status, boolean payoutAccount) {
        return new Issuer(ISSUER, MERCHANT, "Shop", new Issuer.Address("", "", ""), status, payoutAccount);
    }

    static UUID anyId() {
        return UUID.randomUUID();
    }
}
