package io.caravan.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.Sandbox;
import io.caravan.support.SandboxLinks;
import io.caravan.support.WalletClient;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consents over HTTP: the merchant's side, the wallet's, and the phone in between. */
class MobilePayConsentRoutesTests {

    private static final String CONSENTS = "/api/v1/directinvoiceconsents";
    private static final String LIST = CONSENTS + "?invoiceIssuerId=" + SandboxLinks.ISSUER;

    private final Sandbox sandbox = Sandbox.running();
    private final String merchant = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");

    @Test
    void aPayerGrantsOnThePhoneAndTheMerchantSeesTheNumber() {
        var phone = "+4571610001";
        var link = SandboxLinks.aLink(sandbox);
        var requested = post("{\"invoiceId\":\"" + link + "\"}");
        var consent = requested.json().path("ConsentId").asText();
        assertThat(requested.status()).as(requested.body()).isEqualTo(201);
        assertThat(requested.body())
                .isEqualTo("{\"ConsentId\":\"%s\",\"InvoiceId\":\"%s\",\"PhoneNumber\":null,\"State\":\"Pending\"}"
                        .formatted(consent, link));
        assertThat(WalletClient.grantAt(sandbox::uri, phone, consent, true).status())
                .isEqualTo(409);

        assertThat(WalletClient.payAt(sandbox::uri, phone, link).status()).isEqualTo(200);
        var question = awaitOnPhone(phone, consent);
        var pressed = Http.send("POST", sandbox.uri("/mock/wallet/" + phone + "/" + consent + "/grant"), "");

        assertThat(question.path("kind").asText()).isEqualTo("consent");
        assertThat(question.path("actions").toString()).isEqualTo("[\"grant\",\"deny\"]");
        assertThat(pressed.status()).as(pressed.body()).isEqualTo(200);
        var shown = get(CONSENTS + "/" + consent).json();
        assertThat(shown.path("State").asText()).isEqualTo("Granted");
        assertThat(shown.path("PhoneNumber").asText()).isEqualTo(phone);
        assertThat(shown.path("GrantedOn").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
        var listed = get(LIST + "&state=GRANTED").json();
        assertThat(listed.path("GrantedConsents").findValuesAsText("ConsentId")).contains(consent);
        assertThat(delete(consent).status()).isEqualTo(204);
        assertRefused(get(CONSENTS + "/" + consent), 404, "DomainError");
        assertRefused(delete(consent), 404, "DomainError");
    }

    @Test
    void aPayerSaysNotNowAndThatStands() {
        var phone = "+4571610002";
        var link = SandboxLinks.aLink(sandbox);
        var consent = post("{\"INVOICEID\":\"" + link + "\"}")
                .json()
                .path("ConsentId")
                .asText();
        WalletClient.payAt(sandbox::uri, phone, link);

        assertThat(WalletClient.grantAt(sandbox::uri, phone, consent, false).status())
                .isEqualTo(204);

        assertRefused(WalletClient.grantAt(sandbox::uri, phone, consent, true), 409, "DomainError");
        assertRefused(WalletClient.grantAt(sandbox::uri, "+4571610003", consent, true), 404, "DomainError");
        var shown = get(CONSENTS + "/" + consent).json();
        assertThat(shown.path("State").asText()).isEqualTo("Denied");
        assertThat(shown.path("PhoneNumber").isNull()).isTrue();
        assertThat(shown.path("GrantedOn").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&state=",
                "&state=pending",
                "&state=granted&state=granted",
                "&state=granted&pagingState=x",
                "&state=granted&pagingState=AAAA",
                "&state=granted&pagingState=%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B%2B",
                "&state=granted&invoiceIssuerId=6bb6aff1-b88b-455a-a0ad-c4d1fec2e5d7"
            })
    void aListIsAskedForAsDocumented(String query) {
        assertRefused(get(LIST + query), 400, "InputError");
    }

    @Test
    void allThatIsWrongWithAListIsToldAtOnce() {
        var refused = get(CONSENTS + "?state=denied&pagingState=x");

        assertRefused(refused, 400, "InputError");
        assertThat(refused.json().path("error_description").asText())
                .contains("input.InvoiceIssuerId", "input.State", "input.PagingState")
                .doesNotContain("denied");
    }

    @Test
    void aHeaderIsNoPartOfAQuery() {
        var without = Http.get(sandbox.uri(LIST), "Authorization", "Bearer " + merchant, "State", "granted");
        var with = Http.get(sandbox.uri(LIST + "&STATE=granted"), "Authorization", "Bearer " + merchant, "State", "x");

        assertRefused(without, 400, "InputError");
        assertThat(with.status()).isEqualTo(200);
    }

    @Test
    void aPageBehindTheLastIsEmpty() {
        var page = get(LIST + "&state=granted&pagingState=_____________________w");

        assertThat(page.body()).isEqualTo("{\"GrantedConsents\":[],\"PagingState\":null}");
    }

    @Test
    void anotherMerchantsThingsAreOutOfReach() {
        var finnish = MerchantClient.token(sandbox::uri, "sandbox-fi", "sandbox-fi-secret");
        var link = SandboxLinks.aLink(sandbox);
        var consent = post("{\"invoiceId\":\"" + link + "\"}")
                .json()
                .path("ConsentId")
                .asText();

        assertRefused(send("GET", LIST + "&state=granted", "", finnish), 403, "InputError");
        assertRefused(send("GET", CONSENTS + "/" + consent, "", finnish), 404, "DomainError");
        assertRefused(send("DELETE", CONSENTS + "/" + consent, "", finnish), 404, "DomainError");
        assertRefused(send("POST", CONSENTS, "{\"invoiceId\":\"" + link + "\"}", finnish), 404, "DomainError");
        assertRefused(send("GET", CONSENTS + "/" + consent, "", "none"), 401, "InputError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"invoiceId\":7}", "{\"invoiceId\":\"x\"}", "{\"invoiceId\":null}"})
    void aRequestNamesAnInvoice(String body) {
        assertRefused(post(body), 400, "InputError");
    }

    @Test
    void unknownInvoicesAndDirectOnesHaveNoConsent() {
        var direct = new MerchantClient(sandbox::uri).invoice("+4571610004", "consent-" + UUID.randomUUID());

        assertRefused(post("{\"invoiceId\":\"" + UUID.randomUUID() + "\"}"), 404, "DomainError");
        assertRefused(post("{\"invoiceId\":\"" + direct + "\"}"), 409, "DomainError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"isConsentGranted\":\"true\"}", "{\"isConsentGranted\":null}", "true"})
    void anAnswerIsYesOrNo(String body) {
        assertRefused(
                WalletClient.answerConsentAt(
                        sandbox::uri, "+4571610005", UUID.randomUUID().toString(), body),
                400,
                "InputError");
    }

    @Test
    void anInvoiceIsDrawnForItsPayerAndForNobodyElse() {
        var phone = "+4571610006";
        var invoice = new MerchantClient(sandbox::uri).invoice(phone, "drawn-" + UUID.randomUUID());

        var drawn = WalletClient.documentAt(sandbox::uri, phone, invoice);

        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.body()).startsWith("%PDF-");
        assertThat(drawn.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(drawn.headers().firstValue("Cache-Control")).contains("no-store");
        assertRefused(WalletClient.documentAt(sandbox::uri, "+4571610007", invoice), 404, "DomainError");
        assertRefused(
                send("GET", "/api/v1/consumers/me/invoices/" + invoice + "/pdf", "", merchant), 403, "InputError");
    }

    @Test
    void theMerchantsOwnDocumentIsWhereItSays() {
        var shown = WalletClient.documentAt(sandbox::uri, "+4571610008", SandboxLinks.aLink(sandbox));

        assertThat(shown.status()).isEqualTo(302);
        assertThat(shown.headers().firstValue("Location")).contains("https://shop.example/invoices/301");
    }

    private JsonNode awaitOnPhone(String phone, String item) {
        return await().until(
                        () -> {
                            for (var one : Http.get(sandbox.uri("/mock/wallet/" + phone))
                                    .json()) {
                                if (one.path("id").asText().equals(item)) {
                                    return one;
                                }
                            }
                            return null;
                        },
                        found -> found != null);
    }

    private static void assertRefused(Http.Reply reply, int status, String error) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json().path("error").asText()).isEqualTo(error);
        assertThat(reply.json().path("error_code").isNull()).isTrue();
    }

    private Http.Reply post(String body) {
        return send("POST", CONSENTS, body, merchant);
    }

    private Http.Reply get(String path) {
        return send("GET", path, "", merchant);
    }

    private Http.Reply delete(String consent) {
        return send("DELETE", CONSENTS + "/" + consent, "", merchant);
    }

    private Http.Reply send(String method, String path, String body, String token) {
        return Http.send(
                method,
                sandbox.uri(path),
                body,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }
}
