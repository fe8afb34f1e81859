package io.caravan.dialect.epayment;

import io.caravan.core.callback.NewRegistration;
import io.caravan.core.callback.Registration;
import io.caravan.core.dialect.Answer;
import io.caravan.json.StrictJson;
import java.util.List;
import java.util.Optional;

/** Writes where sales units hear of what. */
final class WebhookWriter {

    private WebhookWriter() {}

    private record Registered(String id, String secret) {}

    private record Webhook(String id, String url, List<String> events) {}

    private record Webhooks(List<Webhook> webhooks) {}

    static Answer created(NewRegistration made) {
        return Answer.json(
                201,
                StrictJson.bytes(new Registered(
                        made.registration().id().toString(), made.secret().text())));
    }

    static Answer list(List<Registration> registrations) {
        return Answer.json(
                200,
                StrictJson.bytes(new Webhooks(
                        registrations.stream().map(WebhookWriter::webhook).toList())));
    }

    private static Webhook webhook(Registration registration) {
        return new Webhook(
                registration.id().toString(),
                registration.url(),
                registration.events().stream()
                        .map(PaymentEvents::webhookType)
                        .flatMap(Optional::stream)
                        .sorted()
                        .toList());
    }
}
