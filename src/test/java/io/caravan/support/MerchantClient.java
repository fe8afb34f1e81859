package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The Danish sandbox merchant's own program, which knows the service by its API only. */
public final class MerchantClient {

    public static final String MERCHANT = "f3dd9011-d930-4063-901d-2a47621e5b76";
    public static final String ISSUER = "efd08c19-24cf-4833-a4a4-bfa7bd58fbb2";

    private final Function<String, URI> service;
    private final String token;

    /** Fetches a token from the service at once. */
    public MerchantClient(Function<String, URI> service) {
        this.service = service;
        this.token = token(service, "sandbox-dk", "sandbox-dk-secret");
    }

    public static String token(Function<String, URI> service, String client, String secret) {
        var reply = Http.send(
                "POST",
                service.apply("/oauth2/token"),
                "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret,
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().get("access_token").asText();
    }

    /** The same merchant, speaking to another instance with the token it has. */
    private MerchantClient(Function<String, URI> service, String token) {
        this.service = service;
        this.token = token;
    }

    public MerchantClient at(Function<String, URI> otherInstance) {
        return new MerchantClient(otherInstance, token);
    }

    /** Creates an invoice of 360 DKK due today and answers its id. */
    public String invoice(String phone, String invoiceNumber) {
        var reply = post("/invoices", body(phone, invoiceNumber));
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply.json().get("InvoiceId").asText();
    }

    public String status(String invoiceId) {
        var reply = Http.get(
                service.apply("/api/v1/merchants/" + MERCHANT + "/invoices/" + invoiceId + "/status"),
                "Authorization",
                "Bearer " + token);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().get("Status").asText();
    }

    /** Reads below the merchant's path. */
    public Http.Reply get(String path) {
        return Http.get(service.apply("/api/v1/merchants/" + MERCHANT + path), "Authorization", "Bearer " + token);
    }

    public Http.Reply cancel(String invoiceId) {
        return Http.send(
                "PUT",
                service.apply("/api/v1/merchants/" + MERCHANT + "/invoices/" + invoiceId + "/cancel"),
                "",
                "Authorization",
                "Bearer " + token);
    }

    /** Has callbacks sent to this address. */
    public void callbacksTo(URI receiver) {
        var reply = Http.send(
                "PUT",
                service.apply("/api/v1/merchants/" + MERCHANT + "/auth/basic"),
                """
                {"username": "merchant", "password": "secret", "callbackurl": "%s"}"""
                        .formatted(receiver),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(204);
    }

    /** Posts below the merchant's path; {@code headers} alternate between name and value. */
    public Http.Reply post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        Collections.addAll(all, "Authorization", "Bearer " + token, "Content-Type", "application/json");
        return Http.send(
                "POST", service.apply("/api/v1/merchants/" + MERCHANT + path), body, all.toArray(String[]::new));
    }

    /** An invoice of 360 DKK behind a link, due today. */
    public static String link(String invoiceNumber, String redirectUrl) {
        return """
                {"InvoiceIssuer": "%s", "TotalAmount": 360, "InvoiceNumber": "%s", "DueDate": "%s", "RedirectUrl": "%s",
                 "InvoiceArticles": [{"ArticleDescription": "Process Flying V Snowboard"}]}"""
                .formatted(ISSUER, invoiceNumber, LocalDate.now(ZoneId.of("Europe/Copenhagen")), redirectUrl);
    }

    public static String body(String phone, String invoiceNumber) {
        return """
                {"InvoiceIssuer": "%s", "ConsumerAlias": {"Alias": "%s", "AliasType": "Phone"}, "TotalAmount": 360,
                 "InvoiceNumber": "%s", "DueDate": "%s",
                 "InvoiceArticles": [{"ArticleDescription": "Process Flying V Snowboard"}]}"""
                .formatted(ISSUER, phone, invoiceNumber, LocalDate.now(ZoneId.of("Europe/Copenhagen")));
    }
}
