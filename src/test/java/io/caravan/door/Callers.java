package io.caravan.door;

import io.caravan.support.Endpoint;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.SignedWebhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Those who may call an endpoint, and those who may not. */
public record Callers(Function<String, URI> service) {

    /** Fetched once, by service and client. */
    private static final Map<URI, String> TOKENS = new ConcurrentHashMap<>();

    private static final List<String> JSON = List.of("Content-Type", "application/json");
    private static final List<String> FORM = List.of("Content-Type", "application/x-www-form-urlencoded");
    private static final String GRANT = "grant_type=client_credentials&client_id=sandbox-dk&client_secret=";

    /** What a caller sends. */
    public record Call(String body, List<String> headers) {

        Call with(String... more) {
            return new Call(
                    body, Stream.concat(headers.stream(), Stream.of(more)).toList());
        }
    }

    /** One who has no credential. */
    Call nobody(Endpoint endpoint) {
        return switch (endpoint.credential()) {
            case CLIENT -> new Call("grant_type=client_credentials", FORM);
            case MERCHANT, UNIT, WALLET, SUBSCRIBER, ACCOUNT, PROVIDER, OPEN -> silent(endpoint);
        };
    }

    /** One whose credential is good, but not for this. */
    Call another(Endpoint endpoint) {
        return switch (endpoint.credential()) {
            case MERCHANT -> silent(endpoint).with("Authorization", token("sandbox-fi"));
            case UNIT -> unit(endpoint, "fi", "100002");
            case ACCOUNT -> silent(endpoint).with("Authorization", basic("coma_sandboxFI00000001:key-fi"));
            case WALLET -> silent(endpoint).with("Authorization", token("sandbox-dk"));
            case SUBSCRIBER -> subscriber(endpoint, "sub-fi");
            case CLIENT -> new Call(GRANT + "sandbox-fi-secret", FORM);
            case PROVIDER -> new Call("{\"other\":1}", JSON).with(signed(endpoint, "{}"));
            case OPEN -> silent(endpoint);
        };
    }

    /** One who may. */
    Call right(Endpoint endpoint) {
        return switch (endpoint.credential()) {
            case MERCHANT -> silent(endpoint).with("Authorization", token("sandbox-dk"));
            case UNIT -> unit(endpoint, "dk", "100001");
            case ACCOUNT -> silent(endpoint).with("Authorization", basic("coma_sandboxDK00000001:key-dk"));
            case SUBSCRIBER -> subscriber(endpoint, "sub-dk");
            case WALLET ->
                silent(endpoint)
                        .with("Authorization", token("sandbox-wallet"))
                        .with("AuthenticatedUser", "00000000-0000-4000-9000-004577007700");
            case CLIENT -> new Call(GRANT + "sandbox-dk-secret", FORM);
            case PROVIDER -> new Call("{}", JSON).with(signed(endpoint, "{}"));
            case OPEN -> silent(endpoint);
        };
    }

    private Call unit(Endpoint endpoint, String country, String number) {
        return silent(endpoint)
                .with("Authorization", token("sandbox-" + country))
                .with("Ocp-Apim-Subscription-Key", "sub-" + country)
                .with("Merchant-Serial-Number", number);
    }

    private static Call subscriber(Endpoint endpoint, String key) {
        return silent(endpoint)
                .with("client_id", "sandbox-dk", "client_secret", "sandbox-dk-secret")
                .with("Ocp-Apim-Subscription-Key", key);
    }

    private static String basic(String credential) {
        return "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    }

    String token(String client) {
        return TOKENS.computeIfAbsent(
                service.apply("/" + client),
                some -> "Bearer " + MerchantClient.token(service, client, client + "-secret"));
    }

    public Http.Reply send(String method, String path, Call call) {
        return Http.send(
                method, service.apply(path), call.body(), call.headers().toArray(String[]::new));
    }

    /** One who may and says this, with these headers, alternating names and values, in the place of the usual ones. */
    public Call saying(String method, String pattern, String body, List<String> headers) {
        var endpoint = Endpoint.all().stream()
                .filter(some -> some.method().equals(method) && some.path().equals(pattern))
                .findFirst()
                .orElseThrow();
        var usual = endpoint.credential() == Endpoint.Credential.PROVIDER
                ? new Call(body, JSON).with(signed(endpoint, body)).headers()
                : right(endpoint).headers();
        var call = new Call(body, headers);
        for (int i = 0; i < usual.size(); i += 2) {
            var name = usual.get(i);
            if (headers.stream().noneMatch(name::equalsIgnoreCase)) {
                call = call.with(name, usual.get(i + 1));
            }
        }
        return call;
    }

    /** Says as little as possible. */
    private static Call silent(Endpoint endpoint) {
        return switch (endpoint.method()) {
            case "GET", "HEAD" -> new Call("", List.of());
            default ->
                Stream.of("/i/", "/pay/", "/hpp/").anyMatch(endpoint.path()::startsWith)
                        ? new Call("", FORM)
                        : new Call("{}", JSON);
        };
    }

    private static String[] signed(Endpoint endpoint, String body) {
        var webhook = SignedWebhook.of(
                secret(endpoint.path()),
                "evt_" + UUID.randomUUID(),
                Instant.now().getEpochSecond(),
                body);
        return new String[] {
            "webhook-id", webhook.id(),
            "webhook-timestamp", webhook.timestamp(),
            "webhook-signature", webhook.signature()
        };
    }

    private static String secret(String path) {
        if (path.contains("/carrier/")) {
            return SignedWebhook.CARRIER_SECRET;
        }
        if (path.contains("/bank/")) {
            return SignedWebhook.BANK_SECRET;
        }
        return path.contains("/sms/") ? SignedWebhook.SMS_SECRET : SignedWebhook.SECRET;
    }
}
