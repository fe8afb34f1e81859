package io.caravan.dialect.mobilepay;

import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.RedirectUrl;
import io.caravan.core.payment.Receipt;
import java.util.Optional;

/** Writes what the wallet app gets in a payer's name. */
final class ConsumerWriter {

    /** MobilePay: 0 a card, 1 an account. */
    private static final int CARD = 0;

    private final InvoiceWriter invoices;

    ConsumerWriter(InvoiceWriter invoices) {
        this.invoices = invoices;
    }

    /** The answer to an acceptance whose payment was made. */
    byte[] accepted(Receipt receipt) {
        return accepted(new InvoiceDetails(
                receipt.invoice(),
                receipt.issuer(),
                receipt.merchant(),
                Optional.of(receipt.payment().id().toString())));
    }

    /** The answer to an acceptance for a later day: nothing has been paid yet. */
    byte[] scheduled(InvoiceDetails accepted) {
        return accepted(accepted);
    }

    private byte[] accepted(InvoiceDetails details) {
        var invoice = details.invoice();
        return JsonText.object(json -> json.put("InvoiceId", invoice.id())
                .put("InvoicePaymentStatus", status(invoice))
                .putObject("Receipt", details, this::receipt)
                .put("RedirectUrl", redirectUrl(invoice)));
    }

    /** The answer to an acceptance whose payment was refused. */
    byte[] refused(Receipt receipt) {
        return JsonText.object(json -> json.put("InvoiceId", receipt.invoice().id())
                .put("InvoicePaymentStatus", status(receipt.invoice()))
                .put("ErrorText", errorText(receipt.operation().reason().orElse(""))));
    }

    byte[] rejected(Invoice invoice) {
        return JsonText.object(json -> json.put("InvoiceId", invoice.id()));
    }

    private void receipt(JsonText json, InvoiceDetails details) {
        var invoice = details.invoice();
        json.put("Logo", invoices.logoUrl(details.issuer()))
                .put("Status", status(invoice))
                .put("PaymentSourceType", CARD);
        if (details.payment().isPresent()) {
            json.putObject("TransactionDetails", details.payment().get(), ConsumerWriter::transaction);
        } else {
            json.put("TransactionDetails", Optional.empty());
        }
        json.put("CardDetails", Optional.empty()).put("AccountDetails", Optional.empty());
        InvoiceWriter.url(json, invoice);
        InvoiceWriter.document(json, invoice);
        InvoiceWriter.money(json, invoice);
        InvoiceWriter.sender(json, details);
        json.put("MerchantVatNumber", InvoiceWriter.known(details.merchant().vatNumber()));
    }

    private static void transaction(JsonText json, String payment) {
        json.put("TransactionId", payment).put("TransactionType", "Payment");
    }

    private static String status(Invoice invoice) {
        return InvoiceWriter.word(invoice.status());
    }

    private static String errorText(String reason) {
        return switch (reason) {
            case "declined" -> "The card was declined";
            case "expired_card" -> "The card has expired";
            default -> "The payment was refused";
        };
    }

    /** The merchant's own address for a payer who came by a link, with what has happened. */
    private static Optional<String> redirectUrl(Invoice invoice) {
        var document = invoice.draft().document();
        return document.redirectUrl()
                .filter(url -> invoice.draft().delivery() == Delivery.LINK)
                .map(url -> new RedirectUrl(url).with(status(invoice)));
    }
}
