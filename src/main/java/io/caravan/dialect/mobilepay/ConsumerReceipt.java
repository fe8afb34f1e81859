package io.caravan.dialect.mobilepay;

import io.caravan.core.invoice.Article;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.payment.Receipt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Words a receipt for the wallet app. */
final class ConsumerReceipt {

    /** MobilePay: 0 a card, 1 an account. */
    private static final int CARD = 0;

    /** MobilePay: 0 a document made here, 1 one that the merchant keeps. */
    private static final int GENERATED = 0;

    private static final int MERCHANTS_OWN = 1;

    private ConsumerReceipt() {}

    static ConsumerWire.Accepted accepted(Receipt receipt) {
        var invoice = receipt.invoice();
        return new ConsumerWire.Accepted(
                invoice.id().value(),
                status(receipt),
                receipt(receipt),
                redirectUrl(receipt).orElse(null));
    }

    static ConsumerWire.Refused refused(Receipt receipt) {
        return new ConsumerWire.Refused(
                receipt.invoice().id().value(),
                status(receipt),
                errorText(receipt.operation().reason().orElse("")));
    }

    private static String status(Receipt receipt) {
        return receipt.invoice().status().name().toLowerCase(Locale.ROOT);
    }

    private static String errorText(String reason) {
        return switch (reason) {
            case "declined" -> "The card was declined";
            case "expired_card" -> "The card has expired";
            default -> "The payment was refused";
        };
    }

    /** The merchant's own address for a payer who came by a link, with what has happened. */
    private static Optional<String> redirectUrl(Receipt receipt) {
        var draft = receipt.invoice().draft();
        return draft.document()
                .redirectUrl()
                .filter(url -> draft.delivery() == Delivery.LINK)
                .map(url -> {
                    int hash = url.indexOf('#');
                    var address = hash < 0 ? url : url.substring(0, hash);
                    var fragment = hash < 0 ? "" : url.substring(hash);
                    return address + (address.contains("?") ? "&" : "?") + "status=paid" + fragment;
                });
    }

    private static ConsumerWire.Receipt receipt(Receipt receipt) {
        var invoice = receipt.invoice();
        var merchant = receipt.merchant();
        var issuer = receipt.issuer();
        var draft = invoice.draft();
        var document = draft.document();
        var total = draft.total().amount();
        var vat = document.totalVatAmount().or(() -> sumOfVat(document.articles()));
        return new ConsumerWire.Receipt(
                null,
                issuer.name(),
                invoice.paymentDate().orElse(null),
                total,
                status(receipt),
                CARD,
                new ConsumerWire.TransactionDetails(receipt.payment().id().value(), "Payment"),
                null,
                null,
                document.invoiceUrl().orElse(null),
                document.invoiceUrl().isPresent() ? MERCHANTS_OWN : GENERATED,
                document.invoiceNumber().orElse(null),
                document.issueDate().orElse(null),
                draft.dueDate(),
                document.comment().orElse(null),
                document.articles().stream().map(ConsumerReceipt::article).toList(),
                vatTotals(document.articles()),
                draft.total().currency().getCurrencyCode(),
                vat.map(total::subtract).orElse(null),
                vat.orElse(null),
                merchant.id().value(),
                issuer.id().value(),
                issuer.address().street(),
                issuer.address().zipCode(),
                issuer.address().city(),
                merchant.country(),
                merchant.vatNumber());
    }

    private static ConsumerWire.Article article(Article article) {
        return new ConsumerWire.Article(
                article.number().orElse(null),
                article.description(),
                article.totalPriceIncludingVat().orElse(null),
                article.quantity().orElse(null),
                article.pricePerUnit().orElse(null));
    }

    private static Optional<BigDecimal> sumOfVat(List<Article> articles) {
        return articles.stream()
                .flatMap(article -> article.totalVatAmount().stream())
                .reduce(BigDecimal::add);
    }

    private static List<ConsumerWire.VatTotal> vatTotals(List<Article> articles) {
        var totals = new TreeMap<BigDecimal, BigDecimal>();
        for (var article : articles) {
            article.vatRate()
                    .ifPresent(rate ->
                            totals.merge(rate, article.totalVatAmount().orElse(BigDecimal.ZERO), BigDecimal::add));
        }
        return totals.entrySet().stream()
                .map(total -> new ConsumerWire.VatTotal(total.getKey(), total.getValue()))
                .toList();
    }
}
