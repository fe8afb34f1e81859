package io.caravan.dialect.mobilepay;

import io.caravan.core.invoice.Article;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.InvoiceSums;
import io.caravan.core.merchant.Issuer;
import java.util.Optional;

/** Writes what merchants are told of an invoice. */
final class InvoiceWriter {

    /** MobilePay: 0 a document made here, 1 one that the merchant keeps. */
    private static final int GENERATED = 0;

    private static final int MERCHANTS_OWN = 1;

    private final String publicUrl;
    private final LinkWriter links;

    InvoiceWriter(String publicUrl, LinkWriter links) {
        this.publicUrl = publicUrl;
        this.links = links;
    }

    byte[] created(Invoice invoice) {
        return JsonText.object(json -> json.put("InvoiceId", invoice.id()));
    }

    byte[] createdLink(Invoice invoice) {
        return JsonText.object(json -> links.put(json.put("InvoiceId", invoice.id()), links.first(invoice)));
    }

    byte[] status(Invoice invoice) {
        return JsonText.object(json -> json.put("InvoiceId", invoice.id()).put("Status", word(invoice.status())));
    }

    byte[] details(InvoiceDetails details) {
        return JsonText.object(json -> {
            document(json, details.invoice());
            money(json, details.invoice());
            sender(json, details);
            json.put("LogoUrl", logoUrl(details.issuer()))
                    .put("Status", word(details.invoice().status()));
            url(json, details.invoice());
            json.put("PaymentTransactionId", details.payment())
                    .put(
                            "PaymentReference",
                            details.invoice().draft().document().reference());
        });
    }

    static void document(JsonText json, Invoice invoice) {
        var document = invoice.draft().document();
        json.put("InvoiceId", invoice.id())
                .put("InvoiceNumber", document.invoiceNumber())
                .put("IssueDate", document.issueDate())
                .put("DueDate", invoice.draft().dueDate())
                .put("PaymentDate", invoice.paymentDate())
                .put("Comment", document.comment())
                .put("InvoiceArticles", document.articles(), InvoiceWriter::article);
    }

    private static void article(JsonText json, Article article) {
        json.put("ArticleNumber", article.number())
                .put("ArticleDescription", article.description())
                .put("TotalPriceIncludingVat", article.totalPriceIncludingVat())
                .put("Quantity", article.quantity())
                .put("PricePerUnit", article.pricePerUnit());
    }

    static void money(JsonText json, Invoice invoice) {
        var total = invoice.draft().total();
        var sums = InvoiceSums.of(invoice.draft().document());
        json.put("CurrencyCode", total.currency())
                .put("TotalAmount", total.amount())
                .put("InvoiceVatTotals", sums.vatByRate().entrySet(), (item, rate) -> item.put("VatRate", rate.getKey())
                        .put("TotalVatAmount", rate.getValue()))
                .put("TotalVatAmount", sums.vat())
                .put("TotalAmountExcludingVat", sums.vat().map(total.amount()::subtract));
    }

    static void url(JsonText json, Invoice invoice) {
        var url = invoice.draft().document().invoiceUrl();
        json.put("InvoiceUrl", url).put("UrlType", url.isPresent() ? MERCHANTS_OWN : GENERATED);
    }

    static void sender(JsonText json, InvoiceDetails details) {
        var issuer = details.issuer();
        json.put("MerchantId", details.merchant().id())
                .put("InvoiceIssuerId", issuer.id())
                .put("InvoiceIssuerName", issuer.name())
                .put("InvoiceIssuerAddress", known(issuer.address().street()))
                .put("InvoiceIssuerZipcode", known(issuer.address().zipCode()))
                .put("InvoiceIssuerCity", known(issuer.address().city()))
                .put("MerchantIsoCountryCode", details.merchant().country());
    }

    String logoUrl(Issuer issuer) {
        return publicUrl + "/api/v1/invoiceissuers/" + issuer.id() + "/logo";
    }

    static Optional<String> known(String line) {
        return Optional.of(line).filter(text -> !text.isEmpty());
    }

    /** An item of a batch that waits for its check is told as created: a merchant has no word for it. */
    static String word(InvoiceStatus status) {
        return switch (status) {
            case RECEIVED, CREATED -> "created";
            case ACCEPTED -> "accepted";
            case PAID -> "paid";
            case REJECTED -> "rejected";
            case EXPIRED -> "expired";
            case CANCELED -> "canceled";
            case INVALID -> "invalid";
        };
    }
}
