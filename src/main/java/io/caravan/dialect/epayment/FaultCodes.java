package io.caravan.dialect.epayment;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers that the API has for fields that cannot be read. Most fields have none. */
final class FaultCodes {

    static final String REQUIRED = "The property is required and cannot be null or empty.";

    private static final String MISSING = "4140";

    /** By the beginning of the field's path. */
    private static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("amount.value", "4040"),
            Map.entry("modificationAmount.value", "4040"),
            Map.entry("customer.customerToken", "4050"),
            Map.entry("customer.personalQr", "4060"),
            Map.entry("customer.phoneNumber", "4070"),
            Map.entry("profile.scope", "4080"),
            Map.entry("returnUrl", "4090"),
            Map.entry("receiptUrl", "4090"),
            Map.entry("metadata", "4100"),
            Map.entry("metadata.key", "4120"),
            Map.entry("metadata.value", "4130"),
            Map.entry("paymentMethod.type", "4160"),
            Map.entry("paymentMethod.blockedSources", "5010"));

    private FaultCodes() {}

    /** Those of these faults, each once. */
    static List<String> of(InvalidInput invalid) {
        return invalid.violations().stream()
                .map(FaultCodes::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> of(Violation fault) {
        return fault.message().equals(REQUIRED)
                ? Optional.of(MISSING)
                : Optional.ofNullable(BY_FIELD.get(fault.field()));
    }
}
