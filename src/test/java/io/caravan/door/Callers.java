package io.caravan.door;

import io.caravan.support.Endpoint;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.SignedWebhook;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Those who may call an endpoint, and those who may not. */
record Callers(Sandbox sandbox) {

    private static final List<String> JSON = List.of("Content-Type", "application/json");
    private static final List<String> FORM = List.of("Content-Type", "application/x-www-form-urlencoded");
    private static final String GRANT = "grant_type=client_credentials&client_id=sandbox-dk&client_secret=";

    /** What a caller sends. */
    record Call(String body, List<String> headers) {

        Call with(String... more) {
            return new Call(
                    body, Stream.concat(headers.stream(), Stream.of(more)).toList());
        }
    }

    /** One who has no credential. */
    Call nobody(Endpoint endpoint) {
        return switch (endpoint.credential()) {
            case CLIENT -> new Call("grant_type=client_credentials", FORM);
            case MERCHANT, WALLET, PROVIDER, OPEN -> silent(endpoint);
        };
    }

    /** One whose credential is good, but not for this. */
    Call another(Endpoint endpoint) {
        return switch (endpoint.credential()) {
            case MERCHANT -> silent(endpoint).with("Authorization", token("sandbox-fi"));
            case WALLET -> silent(endpoint).with("Authorization", token("sandbox-dk"));
            case CLIENT -> new Call(GRANT + "sandbox-fi-secret", FORM);
            case PROVIDER -> new Call("{\"other\":1}", JSON).with(signed(endpoint));
            case OPEN -> silent(endpoint);
        };
    }

    /** One who may. */
    Call right(Endpoint endpoint) {
        return switch (endpoint.credential()) {
            case MERCHANT -> silent(endpoint).with("Authorization", token("sandbox-dk"));
            case WALLET ->
                silent(endpoint)
                        .with("Authorization", token("sandbox-wallet"))
                        .with("AuthenticatedUser", "00000000-0000-4000-9000-004577007700");
            case CLIENT -> new Call(GRANT + "sandbox-dk-secret", FORM);
            case PROVIDER -> new Call("{}", JSON).with(signed(endpoint));
            case OPEN -> silent(endpoint);
        };
    }

    String token(String client) {
        return "Bearer " + MerchantClient.token(sandbox::uri, client, client + "-secret");
    }

    Http.Reply send(String method, String path, Call call) {
        return Http.send(method, sandbox.uri(path), call.body(), call.headers().toArray(String[]::new));
    }

    /** Says as little as possible. */
    private static Call silent(Endpoint endpoint) {
        return switch (endpoint.method()) {
            case "GET", "HEAD" -> new Call("", List.of());
            default -> endpoint.path().startsWith("/i/") ? new Call("", FORM) : new Call("{}", JSON);
        };
    }

    private static String[] signed(Endpoint endpoint) {
        var secret = endpoint.path().contains("/sms/") ? SignedWebhook.SMS_SECRET : SignedWebhook.SECRET;
        var webhook = SignedWebhook.of(
                secret, "evt_" + UUID.randomUUID(), Instant.now().getEpochSecond(), "{}");
        return new String[] {
            "webhook-id", webhook.id(),
            "webhook-timestamp", webhook.timestamp(),
            "webhook-signature", webhook.signature()
        };
    }
}
