package io.caravan.core.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an invoice says to people: nothing in it decides anything. */
public record InvoiceDocument(
        Optional<String> consumerName,
        Optional<BigDecimal> totalVatAmount,
        List<String> consumerAddressLines,
        List<String> deliveryAddressLines,
        Optional<String> invoiceNumber,
        Optional<LocalDate> issueDate,
        Optional<LocalDate> orderDate,
        Optional<LocalDate> deliveryDate,
        Optional<String> comment,
        Optional<String> merchantContactName,
        Optional<String> merchantOrderNumber,
        Optional<String> buyerOrderNumber,
        Optional<String> paymentReference,
        Optional<String> invoiceUrl,
        Optional<String> redirectUrl,
        List<Article> articles) {

    public InvoiceDocument {
        consumerAddressLines = List.copyOf(consumerAddressLines);
        deliveryAddressLines = List.copyOf(deliveryAddressLines);
        articles = List.copyOf(articles);
    }

    /** All the value added tax: as the merchant said, or else the sum of what it said of the articles. */
    public Optional<BigDecimal> vat() {
        return totalVatAmount.or(() ->
                articles.stream().flatMap(article -> article.totalVatAmount().stream()).reduce(BigDecimal::add));
    }

    /** The text by which the merchant will know the money: the payment reference, or else the invoice number. */
    public String reference() {
        return paymentReference.or(() -> invoiceNumber).orElse("");
    }
}
