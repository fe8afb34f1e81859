package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.CodeReader;
import io.caravan.support.HostedFixture;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** What payers see of a payment invoice, in a real browser. Pictures of it are in target/pages. */
class HostedBrowserTests extends InBrowser {

    private final HostedFixture hosted = new HostedFixture(sandbox);

    @Test
    void aPayerGoesFromTheShopsLinkOverAChoiceAndAConfirmationBackToTheShop() {
        var link = HostedFixture.link(
                "249.50", "EUR", "order-" + UUID.randomUUID().toString().substring(0, 8), "");
        browser.open(sandbox.uri(link + "&lang=da"));
        assertThat(browser.text())
                .contains("Snowboard gear shop", "249,50", "Hvordan vil du betale?", "Bankoverførsel");
        assertThat(browser.overflow()).isZero();
        browser.picture("hosted-choose-da-phone");
        browser.wide(DESK).dark(true).picture("hosted-choose-da-desk-dark");
        browser.wide(PHONE).dark(false);

        browser.click("button[value=bank_transfer_eur_invoice]");
        browser.awaitText("Har du betalt?");
        assertThat(browser.find(".copy").isDisplayed()).isTrue();
        browser.picture("hosted-transfer-da-phone");
        browser.dark(true).picture("hosted-transfer-da-phone-dark");
        browser.dark(false).wide(DESK).picture("hosted-transfer-da-desk");
        browser.wide(PHONE);
        browser.type("#field-0", "17");
        browser.click("form button.wide");
        browser.awaitText("Vi venter på pengene");
        browser.picture("hosted-confirmed-da-phone");
        hosted.transfer(id());

        browser.awaitText("er modtaget. Tak.");
        browser.picture("hosted-paid-da-phone");
        browser.awaitAddress("/mock");
    }

    @ParameterizedTest
    @CsvSource({
        "sepa_qr_eur_invoice, EUR, qr, nb",
        "swiss_qr_chf_invoice, CHF, qr, fi",
        "upi_qr_inr_invoice, INR, qr, en",
        "fi_barcode_eur_invoice, EUR, barcode, fi",
        "fi_barcode_rf_eur_invoice, EUR, barcode, sv",
        "no_kid_nok_invoice, NOK, barcode, nb",
        "dk_fik_dkk_invoice, DKK, barcode, da",
        "upi_deeplink_inr_invoice, INR, '', en",
        "card_transfer_uah_invoice, UAH, '', sv",
        "test_gbp_invoice, GBP, '', en"
    })
    void everyKindOfServiceShowsWhatThePayerNeeds(String service, String currency, String code, String language)
            throws Exception {
        var created = hosted.created("120.50", currency, service, "\"description\":\"Two lift passes\",");
        browser.open(sandbox.uri(HostedFixture.page(created) + "&lang=" + language));

        assertThat(browser.overflow()).isZero();
        browser.picture("hosted-" + service.replace("_invoice", "") + "-" + language + "-phone");
        var requisites = created.at("/attributes/flow_data/requisites");
        if (!code.isEmpty()) {
            var picture = browser.pictureOf(".code img");
            assertThat(CodeReader.read(CodeReader.picture(picture)).getText())
                    .isEqualTo(requisites.get(code + "_payload").asText());
        }
        if (requisites.has("deeplink_url")) {
            assertThat(browser.find("a.button").getDomAttribute("href"))
                    .isEqualTo(requisites.get("deeplink_url").asText());
        }
        assertThat(browser.find(".requisites").findElements(By.cssSelector(".copy")))
                .extracting(button -> button.getDomAttribute("data-copy"))
                .contains(requisites.get("reference").asText(), "120.50");
    }

    @Test
    void theSameWorksWithoutScripts() {
        var created = hosted.created("10", "USD", "", "");
        browser.withScripts(false).open(sandbox.uri(HostedFixture.page(created) + "&lang=en"));
        browser.click("button[value=test_usd_invoice]");
        browser.awaitText("Have you paid?");
        assertThat(browser.find(".copy").isDisplayed()).isFalse();
        assertThat(browser.text()).contains("Show how it stands now");

        browser.type("#field-0", "17");
        browser.click("form button.wide");
        browser.awaitText("We are waiting for the money");
        hosted.transfer(created.get("id").asText());

        browser.awaitText("has come. Thank you.");
    }

    @Test
    void whatIsWrongStandsAtTheFieldThatHasTheFocus() {
        var created = hosted.created("10", "UAH", "test_uah_invoice", "");
        browser.open(sandbox.uri(HostedFixture.page(created) + "&lang=sv"));
        browser.type("#field-0", "seventeen");
        browser.type("#field-1", "Tack");
        browser.click("form button.wide");

        browser.awaitText("Det ser inte rätt ut");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("field-0");
        assertThat(browser.find("#field-1").getDomAttribute("value")).isEqualTo("Tack");
        assertThat(browser.overflow()).isZero();
        browser.picture("hosted-faulty-sv-phone");
        browser.complaints();
    }

    @Test
    void aCardThatIsDeclinedCanBeTriedAgainUntilOnePays() {
        var returns = "\"return_url\":\"" + sandbox.uri("/mock?order=9") + "\",";
        var created = hosted.created("35", "EUR", "", returns);
        browser.open(sandbox.uri(HostedFixture.page(created) + "&lang=en"));
        browser.click("button[value=card_eur_hpp]");
        browser.awaitText("Continue to card payment");
        browser.picture("hosted-card-en-phone");
        browser.click("form[action*='card'] button");
        browser.awaitText("Test cards");
        for (int attempt = 0; attempt < 3; attempt++) {
            browser.type("[name=card]", "4000 0000 0000 0002");
            browser.clickAway("main form button");
        }
        browser.awaitText("The card was declined");
        browser.picture("hosted-card-refused-en-phone");
        assertThat(hosted.status(created.get("id").asText())).isEqualTo("process_pending");

        browser.click("form[action*='card'] button");
        browser.awaitText("Test cards");
        browser.click("button[value='4111 1111 1111 1111']");

        browser.awaitText("has come. Thank you.");
        browser.awaitAddress("order=9");
        hosted.awaitStatus(created.get("id").asText(), "processed");
    }

    @Test
    void aPayerOnTheWayToAnAcquirerThatTakesItsTimeIsNotCalledBack() {
        var created = hosted.created("36", "EUR", "card_eur_hpp", "");
        browser.open(sandbox.uri(HostedFixture.page(created) + "&lang=en"));
        browser.awaitText("Continue to card payment");
        hosted.slowAcquirer(Duration.ofSeconds(4));
        try {
            browser.click("form[action*='card'] button");

            browser.awaitText("Test cards");
        } finally {
            hosted.quickAcquirer();
        }
    }

    @Test
    void aPageThatIsOpenChangesWhenTheMoneyComes() {
        var created = hosted.created("10", "EUR", "sepa_qr_eur_invoice", "");
        browser.open(sandbox.uri(HostedFixture.page(created) + "&lang=en"));
        assertThat(browser.text()).contains("This page changes by itself");

        hosted.transfer(created.get("id").asText());

        browser.awaitText("has come. Thank you.");
        assertThat(browser.has("meta[http-equiv=refresh]")).isFalse();
    }

    private String id() {
        return browser.address().getQuery().replaceAll(".*cpi=(\\w+).*", "$1");
    }
}
