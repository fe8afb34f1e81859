package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.Article;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDocument;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.money.Money;
import io.caravan.core.page.PageTokens;
import io.caravan.core.page.Pages;
import io.caravan.core.payer.Phone;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An invoice behind a link in the making, of the Danish sandbox merchant: 1,234.50 DKK, due in a week. */
public final class LinkFixture {

    private static final MerchantId MERCHANT =
            MerchantId.parse("f3dd9011-d930-4063-901d-2a47621e5b76").orElseThrow();
    private static final IssuerId ISSUER =
            IssuerId.parse("efd08c19-24cf-4833-a4a4-bfa7bd58fbb2").orElseThrow();

    private final ApplicationContext service;
    private Optional<Phone> phone = Optional.empty();
    private Optional<String> redirect = Optional.empty();
    private Optional<String> comment = Optional.of("Thank you for your order.\nSee you on the slopes!");
    private Optional<String> document = Optional.of("https://shop.example/invoices/301");
    private int dueInDays = 7;

    /** A link. */
    public record Link(InvoiceId invoice, String token) {

        public String path() {
            return "/i/" + token;
        }
    }

    public LinkFixture(ApplicationContext service) {
        this.service = service;
    }

    public LinkFixture to(String number) {
        phone = Optional.of(new Phone(number));
        return this;
    }

    public LinkFixture redirectingTo(String url) {
        redirect = Optional.of(url);
        return this;
    }

    public LinkFixture saying(String words) {
        comment = Optional.of(words);
        return this;
    }

    /** The merchant keeps no document of its own. */
    public LinkFixture withoutDocument() {
        document = Optional.empty();
        return this;
    }

    public LinkFixture dueIn(int days) {
        dueInDays = days;
        return this;
    }

    /** Stores the invoice and its page. */
    public Link stored() {
        var transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        return transaction.execute(status -> store());
    }

    /** Sends the invoice as the merchant's program does. */
    public Link sentBy(MerchantClient merchant) {
        var today = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
        var alias = phone.map(number ->
                        "\"ConsumerAlias\": {\"Alias\": \"%s\", \"AliasType\": \"Phone\"},".formatted(number.number()))
                .orElse("");
        var reply = merchant.post(
                "/invoices/link",
                """
                {"InvoiceIssuer": "%s", %s "TotalAmount": 1234.50, "TotalVATAmount": 246.90, "InvoiceNumber": "2026-%s",
                 "IssueDate": "%s", "DueDate": "%s", "InvoiceUrl": "https://shop.example/invoices/301", "RedirectUrl": "%s",
                 "InvoiceArticles": [
                  {"ArticleDescription": "Process Flying V snowboard, 159 cm", "VATRate": 25, "Quantity": 1, "Unit": "pcs",
                   "TotalPriceIncludingVat": 1084.50, "PricePerUnit": 867.60},
                  {"ArticleDescription": "Gloves, pair", "VATRate": 25, "Quantity": 2, "Unit": "pcs",
                   "TotalPriceIncludingVat": 150, "PricePerUnit": 60}]}"""
                        .formatted(
                                MerchantClient.ISSUER,
                                alias,
                                UUID.randomUUID().toString().substring(0, 6),
                                today.minusDays(1),
                                today.plusDays(dueInDays),
                                redirect.orElseThrow()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        var href = URI.create(reply.json().at("/Links/0/Href").asText());
        var invoice = InvoiceId.parse(reply.json().get("InvoiceId").asText()).orElseThrow();
        return new Link(invoice, href.getPath().substring("/i/".length()));
    }

    private Link store() {
        var merchant = service.getBean(Merchants.class).find(MERCHANT).orElseThrow();
        var now = service.getBean("businessTime", Clock.class).instant();
        var draft = draft(LocalDate.ofInstant(now, merchant.zone()));
        var invoice = Invoice.create(InvoiceId.random(), MERCHANT, draft, now);
        service.getBean(Invoices.class).add(invoice, draft.fingerprint(MERCHANT), invoice.expiresAt(merchant.zone()));
        var tokens = service.getBean(PageTokens.class);
        var page = tokens.first(invoice.id());
        service.getBean(Pages.class).add(List.of(page));
        service.getBean(Events.class).record(Event.of(invoice, EventType.INVOICE_CREATED, now, Map.of()));
        return new Link(invoice.id(), tokens.of(page).text());
    }

    private InvoiceDraft draft(LocalDate today) {
        return new InvoiceDraft(
                Dialect.MOBILEPAY,
                Delivery.LINK,
                ISSUER,
                phone,
                Money.of(new BigDecimal("1234.50"), Currency.getInstance("DKK")),
                today.plusDays(dueInDays),
                document(today));
    }

    private InvoiceDocument document(LocalDate today) {
        return new InvoiceDocument(
                Optional.empty(),
                Optional.of(new BigDecimal("246.90")),
                List.of(),
                List.of(),
                Optional.of("2026-" + UUID.randomUUID().toString().substring(0, 6)),
                Optional.of(today.minusDays(1)),
                Optional.empty(),
                Optional.empty(),
                comment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                document,
                redirect,
                List.of(
                        article("Process Flying V snowboard, 159 cm", "1", "1084.50"),
                        article("Gloves <b>\"Inuit\"</b>, pair", "2", "150.00")));
    }

    private static Article article(String description, String quantity, String price) {
        var total = new BigDecimal(price);
        return new Article(
                Optional.empty(),
                description,
                Optional.of(new BigDecimal("25")),
                Optional.empty(),
                Optional.of(total),
                Optional.of("pcs"),
                Optional.of(new BigDecimal(quantity)),
                Optional.of(total.divide(new BigDecimal(quantity)).multiply(new BigDecimal("0.8"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
