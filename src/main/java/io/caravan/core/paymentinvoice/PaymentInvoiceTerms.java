package io.caravan.core.paymentinvoice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a payment invoice says besides who is to pay how much.
 *
 * @param metadata the merchant's own words, as JSON
 * @param fields values for the fields that the service declares
 * @param returnUrls where the payer goes afterwards, by {@code success}, {@code pending} and {@code fail}
 * @param callbackUrl where the merchant hears of this one
 */
public record PaymentInvoiceTerms(
        Optional<String> description,
        Optional<String> metadata,
        Map<String, String> fields,
        Optional<String> returnUrl,
        Map<String, String> returnUrls,
        Optional<String> callbackUrl,
        Optional<Customer> customer) {

    public PaymentInvoiceTerms {
        Objects.requireNonNull(description);
        Objects.requireNonNull(metadata);
        fields = ordered(fields);
        Objects.requireNonNull(returnUrl);
        returnUrls = ordered(returnUrls);
        Objects.requireNonNull(callbackUrl);
        Objects.requireNonNull(customer);
    }

    /** Nothing of what the merchant said of its customer and of what is paid. */
    public PaymentInvoiceTerms withoutPayer() {
        return new PaymentInvoiceTerms(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Map<String, String> ordered(Map<String, String> values) {
        return values == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
