package io.caravan.dialect.mobilepay;

import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.payment.Receipt;
import java.util.Optional;

/** Writes what the wallet app gets in a payer's name. */
final class ConsumerWriter {

    /** MobilePay: 0 a card, 1 an account. */
    private static final int CARD = 0;

    /** MobilePay: 0 a document made here, 1 one that the merchant keeps. */
    private static final int GENERATED = 0;

    private static final int MERCHANTS_OWN = 1;

    private final InvoiceWriter invoices;

    ConsumerWriter(InvoiceWriter invoices) {
        this.invoices = invoices;
    }

    /** The answer to an acceptance whose payment was made. */
    byte[] accepted(Receipt receipt) {
        return JsonText.object(json -> json.put("InvoiceId", receipt.invoice().id())
                .put("InvoicePaymentStatus", status(receipt))
                .putObject("Receipt", receipt, this::receipt)
                .put("RedirectUrl", redirectUrl(receipt.invoice())));
    }

    /** The answer to an acceptance whose payment was refused. */
    byte[] refused(Receipt receipt) {
        return JsonText.object(json -> json.put("InvoiceId", receipt.invoice().id())
                .put("InvoicePaymentStatus", status(receipt))
                .put("ErrorText", errorText(receipt.operation().reason().orElse(""))));
    }

    byte[] rejected(Invoice invoice) {
        return JsonText.object(json -> json.put("InvoiceId", invoice.id()));
    }

    private void receipt(JsonText json, Receipt receipt) {
        var invoice = receipt.invoice();
        var url = invoice.draft().document().invoiceUrl();
        var details = new InvoiceDetails(invoice, receipt.issuer(), receipt.merchant(), Optional.empty());
        json.put("Logo", invoices.logoUrl(receipt.issuer()))
                .put("Status", status(receipt))
                .put("PaymentSourceType", CARD)
                .putObject("TransactionDetails", receipt, ConsumerWriter::transaction)
                .put("CardDetails", Optional.empty())
                .put("AccountDetails", Optional.empty())
                .put("InvoiceUrl", url)
                .put("UrlType", url.isPresent() ? MERCHANTS_OWN : GENERATED);
        InvoiceWriter.document(json, invoice);
        InvoiceWriter.money(json, invoice);
        InvoiceWriter.sender(json, details);
        json.put("MerchantVatNumber", InvoiceWriter.known(receipt.merchant().vatNumber()));
    }

    private static void transaction(JsonText json, Receipt receipt) {
        json.put("TransactionId", receipt.payment().id()).put("TransactionType", "Payment");
    }

    private static String status(Receipt receipt) {
        return InvoiceWriter.word(receipt.invoice().status());
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
                .map(url -> withStatus(url, "paid"));
    }

    private static String withStatus(String url, String status) {
        int hash = url.indexOf('#');
        var address = hash < 0 ? url : url.substring(0, hash);
        var fragment = hash < 0 ? "" : url.substring(hash);
        return address + (address.contains("?") ? "&" : "?") + "status=" + status + fragment;
    }
}
