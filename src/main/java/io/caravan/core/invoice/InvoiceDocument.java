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

    /** What is left of one whose words have been deleted. */
    public static InvoiceDocument nothing() {
        return new InvoiceDocument(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** One that has a payment reference and a text, and nothing else. */
    public static InvoiceDocument of(Optional<String> paymentReference, Optional<String> comment) {
        return new InvoiceDocument(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                comment,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                paymentReference,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The numbers by which bookkeepers know it, and nothing about whoever was to pay or for what. */
    public InvoiceDocument withoutPayer() {
        return new InvoiceDocument(
                Optional.empty(),
                totalVatAmount,
                List.of(),
                List.of(),
                invoiceNumber,
                issueDate,
                orderDate,
                deliveryDate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                paymentReference,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public InvoiceDocument {
        consumerAddressLines = List.copyOf(consumerAddressLines);
        deliveryAddressLines = List.copyOf(deliveryAddressLines);
        articles = List.copyOf(articles);
    }

    /** The text by which the merchant will know the money: the payment reference, or else the invoice number. */
    public String reference() {
        return paymentReference.or(() -> invoiceNumber).orElse("");
    }
}
