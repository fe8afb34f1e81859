package io.caravan.dialect.mobileinvoice;

import io.caravan.core.template.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that templates may use, besides those of custom properties. */
final class Properties {

    private static final Set<String> NAMES = Arrays.stream(
                    ("preTransactionId partnerId referenceId correlationId msisdn"
                                    + " currency amount description ocr transactionReconRef campaignId sourceId expiryUtc"
                                    + " paymentSelectionPageUrl transactionId status statusCode detailedStatusCode statusDescription success"
                                    + " paymentType paymentProvider smsNotificationSent smsNotificationDelivered"
                                    + " smsNotificationParts returnUrl mobileInvoiceUrl accessedURLDateUtc createdDateUtc"
                                    + " paymentDateUtc paymentTransactionId")
                            .split(" "))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private Properties() {}

    /** The names in this template that nothing has. */
    static List<String> unknown(Template template, Map<String, String> customProperties) {
        return template.unknown(name -> NAMES.contains(name)
                || customProperties.keySet().stream()
                        .anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(name)));
    }
}
