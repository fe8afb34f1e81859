package io.caravan.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The wallet app, which acts for payers over the consumer API. */
public final class WalletClient {

    private WalletClient() {}

    /** The payer with this phone number, as the sandbox knows it. */
    public static String idOf(String phone) {
        return "00000000-0000-4000-9000-" + "0".repeat(12 - (phone.length() - 1)) + phone.substring(1);
    }

    /** Pays the invoice now, as the payer with this phone number. */
    public static Http.Reply payAt(Function<String, URI> service, String phone, String invoiceId, String... headers) {
        return answer(service, phone, invoiceId, "accept", headers);
    }

    /** Chooses the day, given as {@code yyyy-MM-dd}, on which the invoice shall be paid. */
    public static Http.Reply scheduleAt(Function<String, URI> service, String phone, String invoiceId, String day) {
        return send(service, phone, "PUT", invoiceId + "/accept", "{\"PaymentDate\":\"" + day + "\"}");
    }

    public static Http.Reply rejectAt(Function<String, URI> service, String phone, String invoiceId) {
        return answer(service, phone, invoiceId, "reject");
    }

    /** Says yes or no to a consent. */
    public static Http.Reply grantAt(Function<String, URI> service, String phone, String consentId, boolean granted) {
        return answerConsentAt(service, phone, consentId, "{\"isConsentGranted\":" + granted + "}");
    }

    public static Http.Reply answerConsentAt(
            Function<String, URI> service, String phone, String consentId, String body) {
        return send(service, phone, "PUT", "directinvoiceconsent/" + consentId, body);
    }

    /** The invoice as a document. */
    public static Http.Reply documentAt(Function<String, URI> service, String phone, String invoiceId) {
        return send(service, phone, "GET", invoiceId + "/pdf", "");
    }

    private static Http.Reply answer(
            Function<String, URI> service, String phone, String invoiceId, String verb, String... headers) {
        return send(service, phone, "PUT", invoiceId + "/" + verb, "{}", headers);
    }

    private static Http.Reply send(
            Function<String, URI> service, String phone, String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        Collections.addAll(
                all,
                "Authorization",
                "Bearer " + MerchantClient.token(service, "sandbox-wallet", "sandbox-wallet-secret"),
                "AuthenticatedUser",
                idOf(phone),
                "Content-Type",
                "application/json");
        return Http.send(
                method, service.apply("/api/v1/consumers/me/invoices/" + path), body, all.toArray(String[]::new));
    }
}
