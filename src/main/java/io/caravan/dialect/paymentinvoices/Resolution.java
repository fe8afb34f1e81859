package io.caravan.dialect.paymentinvoices;

import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.PaymentInvoiceStatus;
import java.util.Set;

/** Why a payment invoice stands as it does, in a word of the API. */
final class Resolution {

    private static final String OK = "ok";
    private static final String OTHERWISE = "provider_error";

    /** Those that a bank may give for a transfer. */
    private static final Set<String> KNOWN = Set.of(
            "antifraud_error",
            "access_denied",
            "provider_error",
            "provider_fatal_error",
            "duplicated_transaction",
            "issuer_decline",
            "invalid_details",
            "invalid_amount",
            "invalid_request",
            "unable_to_reconcile",
            "limit_violation",
            "functionality_is_not_permitted",
            "declined",
            "insufficient_funds");

    private Resolution() {}

    /** {@code ok} unless it has failed; then the bank's reason, if it is one that merchants know. */
    static String of(PaymentInvoiceReport report) {
        return report.status() == PaymentInvoiceStatus.PROCESS_FAILED
                ? report.invoice().reason().filter(KNOWN::contains).orElse(OTHERWISE)
                : OK;
    }
}
