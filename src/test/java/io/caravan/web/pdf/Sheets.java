package io.caravan.web.pdf;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Article;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.InvoiceDocument;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payer.Phone;
import io.caravan.support.Fixtures;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What a document says, in the making: every field is there from the start. */
final class Sheets {

    private String consumer = "Consumer Name";
    private String number = "301";
    private String comment = "Any comment";
    private String description = "Process Flying V Snowboard";
    private String total = "360.00";
    private String vat = "72.00";
    private int articles = 1;
    private Delivery delivery = Delivery.DIRECT;
    private InvoiceStatus status = InvoiceStatus.CREATED;
    private Optional<String> url = Optional.empty();

    Sheets consumer(String name) {
        consumer = name;
        return this;
    }

    Sheets number(String text) {
        number = text;
        return this;
    }

    Sheets comment(String text) {
        comment = text;
        return this;
    }

    Sheets description(String text) {
        description = text;
        return this;
    }

    Sheets of(String amount) {
        total = amount;
        return this;
    }

    Sheets vat(String amount) {
        vat = amount;
        return this;
    }

    Sheets articles(int count) {
        articles = count;
        return this;
    }

    Sheets asLink() {
        delivery = Delivery.LINK;
        return this;
    }

    Sheets in(InvoiceStatus some) {
        status = some;
        return this;
    }

    Sheets url(String own) {
        url = Optional.of(own);
        return this;
    }

    InvoiceDetails build() {
        var merchant = Fixtures.aMerchant();
        var issuer = Fixtures.anIssuer(merchant.id());
        var draft = new InvoiceDraft(
                Dialect.MOBILEPAY,
                delivery,
                issuer.id(),
                Optional.of(new Phone("+4577007700")),
                Fixtures.dkk(total),
                Fixtures.TODAY.plusDays(7),
                document());
        var invoice = new Invoice(
                InvoiceId.random(),
                merchant.id(),
                draft,
                status,
                0,
                Fixtures.NOW,
                Optional.of(Fixtures.TODAY),
                Optional.empty());
        return new InvoiceDetails(invoice, issuer, merchant, Optional.empty());
    }

    private InvoiceDocument document() {
        return new InvoiceDocument(
                Optional.of(consumer),
                Optional.of(new BigDecimal(vat)),
                List.of("Paradisæblevej 13", "CC-1234 Andeby", "WONDERLAND"),
                List.of("Østerbrogade 120", "CC-1235 Andeby"),
                Optional.of(number),
                Optional.of(Fixtures.TODAY),
                Optional.of(Fixtures.TODAY.minusDays(7)),
                Optional.of(Fixtures.TODAY.minusDays(2)),
                Optional.of(comment),
                Optional.of("Snowboard gear shop"),
                Optional.of("938"),
                Optional.of("631"),
                Optional.of("186"),
                url,
                Optional.empty(),
                Collections.nCopies(articles, article()));
    }

    private Article article() {
        return new Article(
                Optional.of("1-123"),
                description,
                Optional.of(new BigDecimal("25")),
                Optional.of(new BigDecimal("72.00")),
                Optional.of(new BigDecimal("360.00")),
                Optional.of("pcs"),
                Optional.of(new BigDecimal("1")),
                Optional.of(new BigDecimal("288.00")),
                Optional.of(new BigDecimal("1")),
                Optional.of(new BigDecimal("10.5")),
                Optional.of(new BigDecimal("3")));
    }
}
