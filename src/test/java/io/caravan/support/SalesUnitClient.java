package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The program of a sandbox sales unit, which sends what the published client libraries send. */
public final class SalesUnitClient {

    private final Function<String, URI> service;
    private final List<String> headers;

    /** @param country dk, fi or no: whose sales unit it is */
    public SalesUnitClient(Function<String, URI> service, String country) {
        this.service = service;
        this.headers = List.of(
                "Authorization",
                "Bearer " + token(service, country),
                "Ocp-Apim-Subscription-Key",
                "sub-" + country,
                "Merchant-Serial-Number",
                msn(country),
                "Content-Type",
                "application/json",
                "Vipps-System-Name",
                "",
                "Vipps-System-Version",
                "");
    }

    public static String msn(String country) {
        return switch (country) {
            case "dk" -> "100001";
            case "fi" -> "100002";
            default -> "123456";
        };
    }

    public static String token(Function<String, URI> service, String country) {
        var reply = Http.send(
                "POST",
                service.apply("/accessToken/get"),
                "",
                "client_id",
                "sandbox-" + country.toLowerCase(Locale.ROOT),
                "client_secret",
                "sandbox-" + country + "-secret",
                "Ocp-Apim-Subscription-Key",
                "sub-" + country,
                "Authorization",
                "Bearer ",
                "Content-Type",
                "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().get("access_token").asText();
    }

    /** Sends the request; {@code more} headers alternate between name and value. */
    public Http.Reply send(String method, String path, String body, String... more) {
        var all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return Http.send(method, service.apply(path), body, all.toArray(String[]::new));
    }

    public Http.Reply get(String path) {
        return send("GET", path, "");
    }
}
