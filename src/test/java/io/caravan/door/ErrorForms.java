package io.caravan.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a refusal looks like on each path. */
final class ErrorForms {

    private ErrorForms() {}

    /** The refusal is in the form that belongs to the path, says its status, and tells nothing of the inside. */
    static void assertRefused(String path, Http.Reply reply, int status) {
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(status);
        assertThat(reply.body()).doesNotContain("Exception", "\tat ", "java.", "Tomcat");
        assertThat(reply.headers().map().keySet()).doesNotContain("server", "set-cookie");
        assertThat(reply.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
        var type = reply.headers().firstValue("Content-Type").orElse("");
        var lower = path.toLowerCase(Locale.ROOT);
        if (isUnder(lower, "/epayment", "/webhooks")) {
            assertThat(type).isEqualTo("application/problem+json");
            problem(reply.json(), status);
        } else if (isUnder(lower, "/order-management", "/v2")) {
            assertThat(type).isEqualTo("application/json");
            assertThat(names(reply.json())).contains("title", "detail", "instance");
        } else if (isUnder(lower, "/vipps-userinfo-api")) {
            assertThat(type).isEqualTo("application/json");
            assertThat(names(reply.json())).contains("type", "title", "status", "detail", "instance", "extraInfo");
            assertThat(reply.json().get("status").textValue()).isEqualTo(String.valueOf(status));
        } else if (isUnder(lower, "/accesstoken")) {
            assertThat(type).isEqualTo("application/json");
            assertThat(names(reply.json()))
                    .contains("error", "error_description", "error_codes", "timestamp", "trace_id");
        } else if (isUnder(lower, "/i", "/pay", "/hpp", "/redirect", "/assets", "/pre-transactions", "/s")) {
            assertThat(reply.body().isEmpty() || type.equals("text/html;charset=utf-8"))
                    .isTrue();
        } else if (lower.equals("/oauth2/token")) {
            assertThat(type).startsWith("application/json");
            assertThat(reply.json().get("error").isTextual()).isTrue();
        } else if (isUnder(lower, "/payment-invoices", "/api/payment-invoices", "/refunds", "/api/refunds")) {
            assertThat(type).isEqualTo("application/json");
            assertThat(reply.json().get("errors").get(0).get("status").asText()).isEqualTo(String.valueOf(status));
            assertThat(reply.json().has("data")).isFalse();
        } else if (isUnder(lower, "/api/v1")) {
            assertThat(type).isEqualTo("application/json");
            envelope(reply.json(), status);
        } else if (isUnder(lower, "/api", "/mobile-invoice")) {
            assertThat(type).isEqualTo("application/json");
            assertThat(names(reply.json())).containsExactly("message", "errors");
            assertThat(reply.json().get("errors").isObject()).isTrue();
        } else {
            assertThat(reply.body()).isEmpty();
        }
    }

    private static void problem(JsonNode body, int status) {
        assertThat(names(body)).contains("type", "title", "status", "traceId");
        assertThat(body.get("status").asInt()).isEqualTo(status);
    }

    private static void envelope(JsonNode body, int status) {
        assertThat(names(body))
                .containsExactly("correlation_id", "error", "error_code", "error_description", "error_context");
        var error = status >= 500 ? "ServerError" : Set.of(404, 409).contains(status) ? "DomainError" : "InputError";
        assertThat(body.get("error").asText()).isEqualTo(error);
    }

    private static boolean isUnder(String path, String... roots) {
        return List.of(roots).stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    private static List<String> names(JsonNode body) {
        return body.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }
}
