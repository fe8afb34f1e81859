package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

/** Partner 1 of the sandbox, which sends invoices and looks at what becomes of them. */
public record PreTransactionClient(Sandbox sandbox, PartnerClient partner) {

    public static PreTransactionClient of(Sandbox sandbox) {
        return new PreTransactionClient(sandbox, PartnerClient.of(sandbox));
    }

    /** Sends one of 50 DKK with these fields more, and answers its page. */
    public URI page(String reference, String more) {
        var created = partner.post(
                "/api/pre-transactions",
                """
                {"partnerId": 1, "currency": "DKK", "amount": "50.00", "paymentProviders": ["card", "phone", "wallet"],
                 "sendSms": false, "referenceId": "%s"%s}"""
                        .formatted(reference, more.isEmpty() ? "" : ", " + more));
        assertThat(created.status()).as(created.body()).isEqualTo(204);
        var location = created.headers().firstValue("Location").orElseThrow();
        return open(location.substring(location.lastIndexOf('/') + 1, location.lastIndexOf('?')));
    }

    /** The page that the address of a pre-transaction leads to. */
    public URI open(String id) {
        var led = Http.get(sandbox.uri("/pre-transactions/1/" + id));
        assertThat(led.status()).isEqualTo(302);
        return sandbox.uri(
                URI.create(led.headers().firstValue("Location").orElseThrow()).getPath());
    }

    /** The transaction that has paid a reference, else its latest. */
    public Http.Reply transaction(String reference) {
        var token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
        return Http.get(
                sandbox.uri("/api/transactions?partnerId=1&referenceId=" + reference),
                "Authorization",
                "Bearer " + token);
    }

    public String field(String reference, String name) {
        var reply = transaction(reference);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().get(name).asText();
    }

    /** The owner of this phone replies {@code ok} or {@code no} to all that the carrier asks. */
    public void reply(String phone, String answer) {
        var address = "/mock/carrier/phones/" + phone.replace("+", "%2B");
        Http.get(sandbox.uri(address)).json().forEach(sms -> assertThat(Http.send(
                                "POST",
                                sandbox.uri(address + "/" + sms.get("id").asText() + "/" + answer),
                                "")
                        .status())
                .isEqualTo(200));
    }
}
