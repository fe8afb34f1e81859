package io.caravan.dialect.epayment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.caravan.core.dialect.Answer;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.money.Money;
import io.caravan.core.page.PageLinks;
import io.caravan.core.paymentrequest.Adjusted;
import io.caravan.core.paymentrequest.PaymentReport;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.paymentrequest.QrFormat;
import io.caravan.core.profile.ProfileSub;
import io.caravan.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Writes how payments stand, as sales units are told. */
final class PaymentWriter {

    private final PageLinks links;
    private final String nativePrefix;

    /** @param nativePrefix the beginning of an address that opens the app; the token follows */
    PaymentWriter(PageLinks links, String nativePrefix) {
        this.links = links;
        this.nativePrefix = nativePrefix;
    }

    record Amount(String currency, long value) {

        static Amount of(Money money) {
            return new Amount(money.currency().getCurrencyCode(), money.minor());
        }
    }

    private record Aggregate(
            Amount authorizedAmount, Amount cancelledAmount, Amount capturedAmount, Amount refundedAmount) {}

    private record Method(String type) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Profile(String sub) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Shown(
            Aggregate aggregate,
            Amount amount,
            String state,
            Method paymentMethod,
            @JsonInclude(JsonInclude.Include.ALWAYS) Profile profile,
            String pspReference,
            String redirectUrl,
            String reference,
            Map<String, String> metadata) {}

    private record Modified(Amount amount, String state, Aggregate aggregate, String pspReference, String reference) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Happened(
            String reference,
            String pspReference,
            String name,
            Amount amount,
            String timestamp,
            String idempotencyKey,
            boolean success) {}

    /** That the payment was created, with a placeholder in the place of its token. */
    Answer created(PaymentRequest request) {
        var redirect = address(request)
                .map(way ->
                        ",\"redirectUrl\":\"" + way.before() + links.placeholder(request.page()) + way.after() + "\"")
                .orElse("");
        var body = "{\"reference\":\"" + request.reference() + "\"" + redirect + "}";
        return Answer.json(201, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer payment(PaymentReport report) {
        var request = report.request();
        var redirect = address(request)
                .map(way -> way.before() + links.token(request.page()) + way.after())
                .orElse(null);
        return Answer.json(
                200,
                StrictJson.bytes(new Shown(
                        aggregate(report),
                        Amount.of(report.payment().amount()),
                        report.status().name(),
                        new Method(request.terms().card() ? "CARD" : "WALLET"),
                        new Profile(report.sub().map(ProfileSub::toString).orElse(null)),
                        report.payment().id().toString(),
                        redirect,
                        request.reference(),
                        request.terms().metadata())));
    }

    Answer events(PaymentReport report) {
        return Answer.json(
                200,
                StrictJson.bytes(report.events().stream()
                        .map(event -> happened(report, event))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    Answer adjusted(Adjusted adjusted) {
        var report = adjusted.report();
        return Answer.json(
                200,
                StrictJson.bytes(new Modified(
                        Amount.of(report.payment().amount()),
                        report.status().name(),
                        aggregate(report),
                        adjusted.id().toString(),
                        report.request().reference())));
    }

    /** A payment that was cancelled before anybody approved it counts as cancelled in full. */
    private static Aggregate aggregate(PaymentReport report) {
        return new Aggregate(
                Amount.of(report.moved(EventType.PAYMENT_AUTHORIZED)),
                Amount.of(report.moved(EventType.PAYMENT_CANCELLED).plus(report.moved(EventType.PAYMENT_TERMINATED))),
                Amount.of(report.moved(EventType.PAYMENT_CAPTURED)),
                Amount.of(report.moved(EventType.PAYMENT_REFUNDED)));
    }

    private static Optional<Happened> happened(PaymentReport report, Event event) {
        var details = event.details();
        return PaymentEvents.name(event.type())
                .map(name -> new Happened(
                        report.request().reference(),
                        PaymentEvents.pspReference(event),
                        name,
                        new Amount(details.get(Detail.CURRENCY), Long.parseLong(details.get(Detail.AMOUNT))),
                        PaymentEvents.time(event.at()),
                        details.get(Detail.REQUEST_KEY),
                        true));
    }

    private record Way(String before, String after) {}

    /** The address around the token, for flows in which the merchant sends the payer there. */
    private Optional<Way> address(PaymentRequest request) {
        return switch (request.flow()) {
            case PUSH_MESSAGE -> Optional.empty();
            case NATIVE_REDIRECT -> Optional.of(new Way(nativePrefix, ""));
            case WEB_REDIRECT -> Optional.of(new Way(links.payments(), ""));
            case QR ->
                Optional.of(new Way(
                        links.payments(),
                        request.terms()
                                .qr()
                                .map(QrFormat::kind)
                                .filter(QrFormat.Kind.TARGET_URL::equals)
                                .map(target -> "")
                                .orElse("/qr")));
        };
    }
}
