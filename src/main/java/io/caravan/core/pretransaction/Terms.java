package io.caravan.core.pretransaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a partner has said of an invoice besides what every invoice says. Texts and URLs are templates; callback URLs have
 * no user in them.
 *
 * @param providers the names of those it offers, in lower case
 * @param customProperties by the names that the partner gave them
 * @param reminder whether the payer is reminded by SMS
 */
public record Terms(
        List<String> providers,
        Optional<Integer> campaignId,
        Optional<String> description,
        Optional<String> ocr,
        Optional<String> returnUrl,
        Optional<String> statusCallbackUrl,
        Optional<String> smsStatusCallbackUrl,
        Optional<String> smsNotificationOriginator,
        Optional<String> smsNotificationText,
        Optional<Instant> smsNotificationSendTime,
        Optional<String> smsReceiptText,
        Optional<String> viewTemplateName,
        Optional<String> sourceId,
        Optional<String> customLandingPageUrl,
        boolean skipLandingPage,
        boolean sendSms,
        boolean reminder,
        Map<String, String> customProperties) {

    public Terms {
        Objects.requireNonNull(campaignId);
        Objects.requireNonNull(description);
        Objects.requireNonNull(ocr);
        Objects.requireNonNull(returnUrl);
        Objects.requireNonNull(statusCallbackUrl);
        Objects.requireNonNull(smsStatusCallbackUrl);
        Objects.requireNonNull(smsNotificationOriginator);
        Objects.requireNonNull(smsNotificationText);
        Objects.requireNonNull(smsNotificationSendTime);
        Objects.requireNonNull(smsReceiptText);
        Objects.requireNonNull(viewTemplateName);
        Objects.requireNonNull(sourceId);
        Objects.requireNonNull(customLandingPageUrl);
        providers = List.copyOf(providers);
        customProperties = Map.copyOf(customProperties);
    }

    /** With each callback URL changed like this. */
    public Terms withCallbacks(UnaryOperator<String> change) {
        return new Terms(
                providers,
                campaignId,
                description,
                ocr,
                returnUrl,
                statusCallbackUrl.map(change),
                smsStatusCallbackUrl.map(change),
                smsNotificationOriginator,
                smsNotificationText,
                smsNotificationSendTime,
                smsReceiptText,
                viewTemplateName,
                sourceId,
                customLandingPageUrl,
                skipLandingPage,
                sendSms,
                reminder,
                customProperties);
    }

    /** Without texts, addresses and properties of the partner, which may be about a payer. */
    public Terms withoutPayer() {
        return new Terms(
                providers,
                campaignId,
                Optional.empty(),
                ocr,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                smsNotificationOriginator,
                Optional.empty(),
                smsNotificationSendTime,
                Optional.empty(),
                viewTemplateName,
                Optional.empty(),
                Optional.empty(),
                skipLandingPage,
                sendSms,
                reminder,
                Map.of());
    }
}
