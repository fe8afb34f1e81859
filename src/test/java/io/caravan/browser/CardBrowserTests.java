package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.PartnerClient;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payers who pay an invoice of the Mobile Invoice API with a card, in a real browser. Pictures are in target/pages. */
class CardBrowserTests extends InBrowser {

    private static final Pattern LINK = Pattern.compile("http://[0-9.:]+/[2-9A-Z]{12}");

    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));
    private final PartnerClient partner = PartnerClient.of(sandbox);
    private final String reference = "card-" + UUID.randomUUID().toString().substring(0, 12);
    private final String phone = "+45714" + String.format("%05d", Math.abs(reference.hashCode() % 100_000));

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/psp/faults"), "");
    }

    @Test
    void aPayerGoesFromTheSmsOverTheAcquirersPageToTheReceiptAndBackToTheShop() {
        var link = sms(create("\"returnUrl\": \"" + sandbox.uri("/mock") + "?order={{referenceId}}&is={{status}}\""));
        browser.open(link);
        assertThat(browser.text()).contains("149.50", "Two lift passes");
        browser.picture("card-choice-phone");
        browser.dark(true).picture("card-choice-phone-dark");
        browser.wide(DESK).picture("card-choice-desk-dark");
        browser.dark(false).picture("card-choice-desk");
        browser.wide(PHONE);

        browser.click("form[action$='card'] button");
        browser.awaitText("Test cards");
        browser.picture("card-acquirer-phone");
        browser.type("[name=card]", "4111 1111 1111 1111");
        browser.click("main form button");

        browser.awaitText("Paid");
        assertThat(browser.text()).contains("149.50");
        browser.picture("card-receipt-phone");
        browser.click("section .button");
        browser.awaitAddress("order=" + reference + "&is=CaptureOk");
        assertThat(transaction().get("status").asText()).isEqualTo("CaptureOk");
    }

    @ParameterizedTest
    @CsvSource({"4000 0000 0000 0002, The card was declined", "4000 0000 0000 0069, The card has expired"})
    void afterThreeRefusalsThePageTellsAndAnotherCardCanBeTried(String card, String why) {
        browser.open(page(create("")));
        browser.click("form[action$='card'] button");
        browser.awaitText("Test cards");
        for (int attempt = 0; attempt < 2; attempt++) {
            browser.clickAway("button[value='" + card + "']");
            browser.awaitText(why + ". Please try another card.");
        }
        browser.picture("card-acquirer-refuses-" + card.substring(15) + "-phone");
        browser.click("button[value='" + card + "']");

        browser.awaitText("The card was declined. Nothing has been paid. You can try again");
        browser.picture("card-refused-" + card.substring(15) + "-phone");
        assertThat(browser.address().getPath()).startsWith("/i/");
        assertThat(transaction().get("status").asText()).isEqualTo("Failed");

        browser.click("form[action$='card'] button");
        browser.awaitText("Test cards");
        browser.click("button[value='4111 1111 1111 1111']");
        browser.awaitText("Paid");
    }

    @Test
    void theBankAsksForACodeAndTheReceiptCanBeReadInTheDark() {
        browser.open(page(create("")));
        browser.click("form[action$='card'] button");
        browser.awaitText("Test cards");
        browser.click("button[value='4000 0000 0000 3220']");
        browser.type("[name=code]", "1111");
        browser.click("main form button");
        browser.awaitText("The code was wrong");
        browser.picture("card-code-phone");

        browser.type("[name=code]", "1234");
        browser.click("main form button");

        browser.awaitText("Paid");
        browser.dark(true).picture("card-receipt-phone-dark");
        browser.wide(DESK).picture("card-receipt-desk-dark");
        browser.dark(false).picture("card-receipt-desk");
    }

    @Test
    void whoLeavesTheAcquirersPageChoosesAnew() {
        browser.open(page(create("")));
        browser.click("form[action$='card'] button");
        browser.awaitText("Test cards");

        browser.click("button.leave");

        browser.awaitText("149.50");
        browser.picture("card-left-phone");
        assertThat(browser.has("form[action$='card']")).isTrue();
        assertThat(transaction().get("status").asText()).isEqualTo("Cancelled");
    }

    @Test
    void theAcquirerIsAskedAboutAPayerWhoClosesTheBrowser() {
        Http.send(
                "POST",
                sandbox.uri("/mock/psp/faults"),
                "{\"webhook\": \"never\"}",
                "Content-Type",
                "application/json");
        browser.open(page(create("")));
        browser.click("form[action$='card'] button");
        browser.awaitText("Test cards");
        var session = browser.address().getPath().replaceFirst(".*/", "");
        browser.closeTab();
        Http.send("POST", sandbox.uri("/mock/psp/payments/" + session + "/pay"), "{\"card\": \"4111111111111111\"}");

        database.update("update operation set lease_until = current_timestamp where provider_reference = ?", session);
        await().untilAsserted(() -> {
            sandbox.context().getBean(ProducerTemplate.class).sendBody("direct:job-chase-payments", null);
            assertThat(transaction().get("status").asText()).isEqualTo("CaptureOk");
        });
    }

    @Test
    void withSkipLandingPageTheLinkLeadsStraightToTheAcquirer() {
        browser.open(sms(create("\"skipLandingPage\": true")));

        browser.awaitText("Test cards");
        assertThat(transaction().get("status").asText()).isEqualTo("Pending");
    }

    @Test
    void whoHasChosenTheCardBeforeIsNotAskedOnceMore() {
        var page = page(create(""));
        browser.open(URI.create(page + "&provider=card"));

        browser.awaitText("Test cards");
        browser.back();
        browser.awaitText("Pay in the app");
    }

    @Test
    void whoHasChosenTheWalletBeforeCanStillChooseAnotherWay() {
        browser.open(URI.create(page(create("")) + "&provider=wallet"));
        browser.awaitText("Pay this bill");
        assertThat(browser.text()).doesNotContain("Pay with a card");
        browser.picture("wallet-chosen-phone");

        browser.click("a[href*='i/'].second");

        browser.awaitText("Pay with a card");
    }

    @Test
    void withoutScriptsTheWayIsTheSame() {
        browser.withScripts(false).open(page(create("")));
        browser.click("form[action$='card'] button");
        browser.awaitText("Test cards");
        browser.click("button[value='4111 1111 1111 1111']");

        browser.awaitText("149.50 has been paid");
    }

    @Test
    void whatIsInTheAddressOfTheReturnPaysNothing() {
        var page = page(create(""));
        browser.open(page);
        browser.click("form[action$='card'] button");
        browser.awaitText("Test cards");
        var session = browser.address();

        browser.back();
        var forged = URI.create(returnAddress(session) + "?status=authorized&amount=1&success=true&card=paid");
        browser.open(forged);

        assertThat(browser.text()).doesNotContain("Paid", "paid");
        browser.picture("card-forged-phone");
        assertThat(transaction().get("status").asText()).isEqualTo("Pending");
        assertThat(transaction().get("amount").asText()).isEqualTo("149.5");
    }

    private String create(String more) {
        var body =
                """
                {"partnerId": 1, "currency": "DKK", "amount": "149.50", "paymentProviders": ["card", "wallet"],
                 "msisdn": "%s", "description": "Two lift passes", "referenceId": "%s"%s}"""
                        .formatted(phone, reference, more.isEmpty() ? "" : ", " + more)
                        .replace(more.contains("skipLandingPage") ? ", \"wallet\"]" : "]", "]");
        var created = partner.post("/api/pre-transactions", body, "Prefer", "return=representation");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json().get("mobileInvoiceUrl").asText();
    }

    private static URI page(String address) {
        return URI.create(address + "?lang=en");
    }

    /** The link in the SMS. */
    private URI sms(String created) {
        assertThat(created).isNotBlank();
        var inbox = sandbox.uri("/mock/sms/" + phone.replace("+", "%2B"));
        var text = await().until(
                        () -> Http.get(inbox).body(), said -> LINK.matcher(said).find());
        var link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return URI.create(link.group() + "?lang=en");
    }

    /** Where the acquirer would send the payer. */
    private String returnAddress(URI session) {
        var id = session.getPath().replaceFirst(".*/", "");
        return database.queryForObject(
                        "select return_url from operation where provider_reference = ?", String.class, id)
                .replaceFirst("\\?.*", "");
    }

    private JsonNode transaction() {
        var token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
        var reply = Http.get(
                sandbox.uri("/api/transactions?partnerId=1&referenceId=" + reference),
                "Authorization",
                "Bearer " + token);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }
}
