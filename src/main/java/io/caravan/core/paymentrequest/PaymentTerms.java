package io.caravan.core.paymentrequest;

import io.caravan.core.order.OrderReceipt;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a payment request says besides who is to pay how much.
 *
 * @param card whether any card may be used, and not only the one in the wallet
 * @param scopes the parts of the payer's profile that the merchant asks for
 * @param metadata the merchant's own words, told back to it
 * @param returnUrl where the payer goes afterwards
 * @param qr how the code is drawn, for the flow that has one
 * @param minimumAge in years
 * @param receipt what is sold
 * @param receiptUrl where the payer can read what is sold
 * @param industryData as JSON in the dialect's form
 */
public record PaymentTerms(
        boolean card,
        Optional<String> description,
        List<String> scopes,
        Map<String, String> metadata,
        Optional<String> returnUrl,
        Optional<QrFormat> qr,
        Optional<Integer> minimumAge,
        Optional<OrderReceipt> receipt,
        Optional<String> receiptUrl,
        Optional<String> industryData) {

    public PaymentTerms {
        Objects.requireNonNull(description);
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
        Objects.requireNonNull(returnUrl);
        Objects.requireNonNull(qr);
        Objects.requireNonNull(minimumAge);
        Objects.requireNonNull(receipt);
        Objects.requireNonNull(receiptUrl);
        Objects.requireNonNull(industryData);
    }

    /** Whether the payer can read what is sold. */
    public boolean tellsWhatIsSold() {
        return receipt.isPresent() || receiptUrl.isPresent();
    }

    /** Without words about the payer and what was bought; of a receipt its amounts stay. */
    public PaymentTerms withoutPayer() {
        return new PaymentTerms(
                card,
                Optional.empty(),
                scopes,
                Map.of(),
                Optional.empty(),
                qr,
                minimumAge,
                receipt.map(OrderReceipt::withoutWords),
                Optional.empty(),
                Optional.empty());
    }
}
