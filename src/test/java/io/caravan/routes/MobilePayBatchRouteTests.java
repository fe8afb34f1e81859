package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.WalletClient;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Links and batches, from the socket to the tables and back. */
class MobilePayBatchRouteTests {

    private static final String PHONE = "+4577007700";

    private final Sandbox sandbox = Sandbox.running();
    private final MerchantClient merchant = new MerchantClient(sandbox::uri);
    private final JdbcTemplate jdbc = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void aLinkLeadsToItsPageAndItsTokenIsStoredNowhere() {
        var body = link();
        var key = UUID.randomUUID().toString();

        var created = merchant.post("/invoices/link", body, "Idempotency-Key", key);
        var again = merchant.post("/invoices/link", body, "Idempotency-Key", key);

        assertThat(created.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(created.body());
        var href = created.json().at("/Links/0/Href").asText();
        assertThat(created.json().at("/Links/0/Rel").asText()).isEqualTo("user-redirect");
        assertThat(href).matches(Pattern.quote(sandbox.uri("/i/").toString()) + "[A-Za-z0-9_-]{22}");
        var opened = open(id(created));
        assertThat(opened.status()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location")).contains(href);
        var kept = jdbc.queryForObject("select body from kept_answer where request_key = ?", byte[].class, key);
        assertThat(new String(kept)).contains("/i/").doesNotContain(href.substring(href.lastIndexOf('/') + 1));
    }

    @Test
    void aLinkIsPaidByAnyWalletUserAndLeadsBackToTheMerchant() {
        var id = id(merchant.post("/invoices/link", link()));

        var paid = WalletClient.payAt(sandbox::uri, PHONE, id);

        assertThat(paid.status()).as(paid.body()).isEqualTo(200);
        assertThat(paid.json().get("RedirectUrl").asText())
                .isEqualTo("https://shop.example/thanks?order=7&status=paid#top");
        assertThat(merchant.status(id)).isEqualTo("paid");
        assertThat(open(id).status()).isEqualTo(302);
    }

    @Test
    void anExpiredOrUnknownLinkLeadsNowhere() {
        var id = id(merchant.post("/invoices/link", link()));
        var direct = merchant.invoice("+4571410001", UUID.randomUUID().toString());
        jdbc.update("update invoice set status = 'EXPIRED' where id = ?", UUID.fromString(id));

        for (var nowhere : List.of(id, direct, UUID.randomUUID().toString(), "x")) {
            assertThat(open(nowhere).status()).as(nowhere).isEqualTo(404);
            assertThat(open(nowhere).json().get("error_context").asText()).isEqualTo("Invoices");
        }
    }

    @Test
    void aBatchIsAnsweredAtOnceAndCheckedSoon() {
        var twin = direct(PHONE + "x", "twin");
        var good = direct("+4571410002", UUID.randomUUID().toString());

        var answer = merchant.post(
                "/invoices/batch",
                "[" + String.join(",", good, good, "5", twin, direct("+4599999999", "stranger")) + "]");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var accepted = answer.json().get("Accepted");
        assertThat(accepted).hasSize(2);
        assertThat(answer.json().get("Rejected").findValuesAsText("ErrorCode"))
                .containsExactly("10104", "null", "null");
        awaitStatus(accepted.get(0), "created");
        awaitStatus(accepted.get(1), "invalid");
    }

    @Test
    void whileABatchWaitsItsItemsAreToldAsCreatedAndCanBeCanceled() throws Exception {
        var routes = sandbox.context().getBean(CamelContext.class).getRouteController();
        routes.stopRoute("check-batches");
        List<String> ids;
        try {
            var answer = merchant.post("/invoices/link/batch", "[" + link() + "," + link() + "]");
            ids = answer.json().get("Accepted").findValuesAsText("InvoiceId");

            assertThat(merchant.status(ids.get(0))).isEqualTo("created");
            assertThat(open(ids.get(0)).status()).isEqualTo(404);
            assertThat(WalletClient.payAt(sandbox::uri, PHONE, ids.get(0)).status())
                    .isEqualTo(404);
            assertThat(merchant.cancel(ids.get(0)).status()).isEqualTo(204);
            assertThat(merchant.cancel(ids.get(0)).status()).isEqualTo(409);
        } finally {
            routes.startRoute("check-batches");
        }
        await().until(() -> open(ids.get(1)).status() == 302);
        assertThat(merchant.status(ids.get(0))).isEqualTo("canceled");
        assertThat(typesOf(ids.get(0))).containsExactly("INVOICE_CANCELED");
        assertThat(typesOf(ids.get(1))).containsExactly("INVOICE_CREATED");
    }

    @Test
    void twoThousandItemsAreTakenAndARepeatHasTheSameIds() {
        var body = IntStream.range(0, 2000).mapToObj(n -> link()).collect(Collectors.joining(",", "[", "]"));
        var key = UUID.randomUUID().toString();

        var answer = merchant.post("/invoices/link/batch", body, "Idempotency-Key", key);
        var again = merchant.post("/invoices/link/batch", body, "Idempotency-Key", key);
        var other = merchant.post("/invoices/link/batch", "[" + link() + "]", "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(other.status()).isEqualTo(409);
        var ids = answer.json().get("Accepted").findValuesAsText("InvoiceId");
        assertThat(ids).hasSize(2000).doesNotHaveDuplicates();
        await().until(() -> open(ids.get(1999)).status() == 302);
        assertThat(Stream.of(0, 777, 1999).map(n -> merchant.status(ids.get(n))))
                .containsOnly("created");
    }

    @Test
    void noItemsOrTooManyAreRefusedAsAWhole() {
        for (var path : List.of("/invoices/batch", "/invoices/link/batch")) {
            var tooMany = IntStream.range(0, 2001).mapToObj(n -> "1").collect(Collectors.joining(",", "[", "]"));
            for (var body : List.of("[]", tooMany, "{}", "[1")) {
                var refused = merchant.post(path, body);

                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.json().get("error").asText()).isEqualTo("InputError");
            }
        }
    }

    @Test
    void anotherMerchantsPathsAreForbidden() {
        for (var path : List.of("/invoices/batch", "/invoices/link/batch", "/invoices/link")) {
            var foreign = Http.send(
                    "POST",
                    sandbox.uri("/api/v1/merchants/0b8f5f3e-3c1c-4c06-9d2b-6f1f0c8a7e11" + path),
                    "[1]",
                    "Authorization",
                    "Bearer " + MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret"),
                    "Content-Type",
                    "application/json");

            assertThat(foreign.status()).as(path).isEqualTo(403);
        }
    }

    private void awaitStatus(JsonNode item, String status) {
        await().untilAsserted(() -> {
            assertThat(merchant.status(item.get("InvoiceId").asText())).isEqualTo(status);
            assertThat(typesOf(item.get("InvoiceId").asText())).hasSize(1);
        });
    }

    private List<String> typesOf(String id) {
        return jdbc.queryForList(
                "select type from event where subject_id = ? order by number", String.class, UUID.fromString(id));
    }

    /** Without a credential. */
    private Http.Reply open(String id) {
        return Http.get(sandbox.uri("/api/v1/consumers/me/invoices/invoices/" + id + "/link"));
    }

    private static String id(Http.Reply created) {
        assertThat(created.status()).as(created.body()).isEqualTo(202);
        return created.json().get("InvoiceId").asText();
    }

    private static String direct(String phone, String number) {
        return MerchantClient.body(phone, number);
    }

    private static String link() {
        return MerchantClient.link(UUID.randomUUID().toString(), "https://shop.example/thanks?order=7#top");
    }
}
