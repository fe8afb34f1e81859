package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merchants and what is theirs, set up by forms, in a real browser without scripts. Pictures are in target/pages. */
class SetupBrowserTests extends InBrowser {

    private static final String APPLY = "#main section:last-of-type button.main";

    @BeforeEach
    void signIn() {
        browser.wide(DESK);
        browser.open(sandbox.managementUri("/ops/login"));
        browser.type("#name", "ops");
        browser.type("#password", "ops-sandbox");
        browser.click("button.main");
        browser.awaitText("Somebody should look");
        browser.withScripts(false);
    }

    @AfterEach
    void signOut() {
        browser.withScripts(true).open(sandbox.managementUri("/ops/acts"));
        browser.click(".who button");
        browser.awaitText("You have signed out.");
    }

    @Test
    void aMerchantIsCreatedByFormsAndSendsItsFirstInvoiceWithTheSecretThatIsShownOnce() {
        browser.open(sandbox.managementUri("/ops/setup"));
        browser.picture("console-things-desk");
        browser.dark(true).picture("console-things-desk-dark");
        browser.dark(false).click("button.main");
        var merchant = fill(Map.of("name", "Island Ferries", "country", "DK", "currency", "crowns"));
        browser.awaitText("look at what is marked");
        assertThat(browser.text("#thing-s-currency-fault")).contains("ISO 4217");
        assertThat(browser.text("#thing-s-zone-fault")).contains("is required");
        browser.picture("console-form-faults-desk");
        assertThat(browser.complaints())
                .filteredOn(line -> !line.contains("favicon"))
                .singleElement()
                .asString()
                .contains("400");
        browser.wide(PHONE).dark(true).picture("console-form-faults-phone-dark");
        assertThat(browser.overflow()).isZero();
        browser.dark(false).wide(DESK);
        fill(Map.of("currency", "DKK", "zone", "Europe/Copenhagen", "vatNumber", "DK7"));
        browser.awaitText("nothing is yet");
        browser.picture("console-form-review-desk");
        browser.click(APPLY);
        browser.awaitText("Done: 1 created");

        openMerchant(merchant);
        browser.click("form[action='setup-form']:has(input[value='issuer']) button");
        var issuer = fill(Map.of("name", "Ferry quay"));
        browser.awaitText("nothing is yet");
        browser.click(APPLY);
        browser.awaitText("Done: 1 created");
        openMerchant(merchant);
        browser.click("form[action='setup-form']:has(input[value='client']) button");
        fill(Map.of("id", "ferries-" + merchant));
        browser.awaitText("secret: will be made");
        browser.click(APPLY);
        browser.awaitText("New secrets");
        browser.picture("console-form-secret-desk");
        var secret = browser.text(".secret");
        browser.open(browser.address());
        browser.awaitText("Shown already");
        assertThat(browser.text()).doesNotContain(secret);
        openMerchant(merchant);
        browser.picture("console-merchant-desk");
        browser.pictureForDocuments("console-merchant");
        browser.wide(PHONE).dark(true).picture("console-merchant-phone-dark");
        assertThat(browser.overflow()).isZero();

        var token = MerchantClient.token(sandbox::uri, "ferries-" + merchant, secret);
        var invoice = Http.send(
                "POST",
                sandbox.uri("/api/v1/merchants/" + merchant + "/invoices"),
                MerchantClient.body("+4571400616", "FERRY-1").replace(MerchantClient.ISSUER, issuer),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        assertThat(invoice.status()).as(invoice.body()).isEqualTo(202);
    }

    @Test
    void longFormsFitOnAPhone() {
        browser.wide(PHONE);
        for (var kind : new String[] {"merchant", "service", "payer", "wallet", "operator"}) {
            browser.open(sandbox.managementUri("/ops/setup-form?kind=" + kind));
            assertThat(browser.overflow()).as(kind).isZero();
            browser.picture("console-form-" + kind + "-phone");
        }
        browser.wide(DESK)
                .open(sandbox.managementUri("/ops/setup-form?kind=partner&merchant=" + MerchantClient.MERCHANT));
        browser.picture("console-form-partner-desk");
        browser.dark(true).picture("console-form-partner-desk-dark");
        browser.open(sandbox.managementUri("/ops/setup-form?kind=service"));
        browser.dark(false).picture("console-form-service-desk");
    }

    /** Fills these in, sends the form, and answers the id that it is about. */
    private String fill(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            browser.find("#thing-s-" + name).clear();
            browser.type("#thing-s-" + name, value);
        });
        var id = browser.find("#thing-s-id").getDomProperty("value");
        browser.click("form.long > button");
        return id;
    }

    private void openMerchant(String merchant) {
        browser.open(sandbox.managementUri("/ops/setup?q=" + UUID.fromString(merchant)));
        browser.click("td a");
        browser.awaitText("Island Ferries");
    }
}
