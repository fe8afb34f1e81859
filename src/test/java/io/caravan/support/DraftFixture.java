package io.caravan.support;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Article;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceDocument;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An invoice draft in the making, complete from the start. */
public final class DraftFixture {

    private Dialect dialect = Dialect.MOBILEPAY;
    private Delivery delivery = Delivery.DIRECT;
    private IssuerId issuer = IssuerId.random();
    private Optional<Phone> phone = Optional.of(Fixtures.aPhone());
    private Money total = Fixtures.dkk("360.00");
    private LocalDate dueDate = Fixtures.TODAY.plusDays(7);
    private String invoiceNumber = "301";

    DraftFixture() {}

    public DraftFixture from(IssuerId someIssuer) {
        issuer = someIssuer;
        return this;
    }

    public DraftFixture to(Phone somePhone) {
        phone = Optional.of(somePhone);
        return this;
    }

    /** Behind a link, to nobody in particular. */
    public DraftFixture asLink() {
        delivery = Delivery.LINK;
        phone = Optional.empty();
        return this;
    }

    public DraftFixture of(Money someTotal) {
        total = someTotal;
        return this;
    }

    public DraftFixture dueOn(LocalDate date) {
        dueDate = date;
        return this;
    }

    public DraftFixture numbered(String number) {
        invoiceNumber = number;
        return this;
    }

    public DraftFixture by(Dialect someDialect) {
        dialect = someDialect;
        return this;
    }

    /** With every field that an invoice can have. */
    public InvoiceDraft build() {
        return new InvoiceDraft(dialect, delivery, issuer, phone, total, dueDate, document());
    }

    private InvoiceDocument document() {
        return new InvoiceDocument(
                Optional.of("Consumer Name"),
                Optional.of(new BigDecimal("72.00")),
                List.of("Paradisæblevej 13", "CC-1234 Andeby", "WONDERLAND"),
                List.of("Østerbrogade 120", "CC-1235 Andeby"),
                Optional.of(invoiceNumber),
                Optional.of(Fixtures.TODAY),
                Optional.of(Fixtures.TODAY.minusDays(7)),
                Optional.of(Fixtures.TODAY.minusDays(2)),
                Optional.of("Any comment"),
                Optional.of("Snowboard gear shop"),
                Optional.of("938"),
                Optional.of("631"),
                Optional.of("186"),
                Optional.of("https://shop.example/invoices/301"),
                Optional.of("https://shop.example/thanks"),
                List.of(article()));
    }

    private static Article article() {
        return new Article(
                Optional.of("1-123"),
                "Process Flying V Snowboard",
                Optional.of(new BigDecimal("25")),
                Optional.of(new BigDecimal("72.00")),
                Optional.of(new BigDecimal("360.00")),
                Optional.of("1"),
                Optional.of(new BigDecimal("1")),
                Optional.of(new BigDecimal("288.00")),
                Optional.of(new BigDecimal("0")),
                Optional.of(new BigDecimal("10.5")),
                Optional.of(new BigDecimal("3")));
    }
}
