package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.LinkFixture;
import io.caravan.support.LinkFixture.Link;
import io.caravan.support.MerchantClient;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** What payers see of a link, in a real browser. Pictures of it are in target/pages. */
class BrowserTests extends InBrowser {

    private static final String PAYER = "+4571500001";

    @Test
    void aPayerGoesFromTheLinkToTheReceiptAndBackToTheMerchant() {
        var link = link().to(PAYER)
                .redirectingTo(sandbox.uri("/mock?order=7#top").toString())
                .sentBy(new MerchantClient(sandbox::uri));
        browser.open(sandbox.uri(link.path() + "?lang=da"));
        assertThat(browser.text()).contains("Snowboard gear shop", "1.234,50 kr.", "+45 ••••••01", "Heraf moms");
        browser.picture("open-da-phone");

        browser.click("button");
        browser.awaitText("Godkend i appen");
        browser.picture("waiting-da-phone");
        press(PAYER, link, "pay", "");

        browser.awaitText("1.234,50 kr. er betalt til Snowboard gear shop");
        browser.picture("paid-da-phone");
        browser.awaitAddress("status=paid");
        assertThat(browser.address())
                .hasToString(sandbox.uri("/mock?order=7&status=paid#top").toString());
    }

    @Test
    void theSameWorksWithoutScripts() {
        var link = link().stored();
        browser.withScripts(false).open(sandbox.uri(link.path() + "?lang=en"));

        browser.type("#phone", "71 50 00 02");
        browser.click("button");
        browser.awaitText("Confirm in the app");
        assertThat(browser.text("#left")).matches("[45]:[0-5][0-9]");
        press("+4571500002", link, "pay", "");

        browser.awaitText("has been paid to Snowboard gear shop");
    }

    @Test
    void theKeyboardIsEnough() {
        var link = link().to(PAYER).stored();
        browser.open(sandbox.uri(link.path() + "?lang=en"));
        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Skip to the content");
        browser.find("[name=when]").sendKeys(Keys.ARROW_DOWN);
        browser.press(Keys.TAB);
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("date");

        browser.typeDay("#date", LocalDate.now().plusDays(20).toString());
        browser.press(Keys.ENTER);
        browser.awaitText("Confirm in the app");
        assertThat(item(PAYER, link))
                .contains("\"paymentDate\":\"" + LocalDate.now().plusDays(20) + "\"");

        press(PAYER, link, "accept", "{\"paymentDate\": \"" + LocalDate.now().plusDays(20) + "\"}");
        browser.awaitText("Will be paid on");
        browser.picture("scheduled-en-phone");
        browser.click("section.message a");
        browser.awaitText("Change the day, or pay now");
        assertThat(browser.find("#date").getDomAttribute("value"))
                .isEqualTo(LocalDate.now().plusDays(20).toString());
        browser.picture("change-en-phone");
    }

    @Test
    void whatIsWrongStandsAtTheFieldThatHasTheFocus() {
        var link = link().stored();
        browser.open(sandbox.uri(link.path() + "?lang=sv"));

        browser.type("#phone", "123");
        browser.click("button");
        browser.awaitText("Det här är inget mobilnummer");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("phone");
        assertThat(browser.focused().getDomAttribute("aria-describedby")).startsWith("phone-fault");
        assertThat(browser.focused().getDomAttribute("value")).isEqualTo("123");
        browser.picture("faulty-sv-phone");
        browser.complaints();

        browser.find("#phone").clear();
        browser.type("#phone", "+45 12 34 56 78");
        browser.click("button");
        browser.awaitText("Vi hittar ingen betalapp med det numret");
        browser.picture("unreachable-sv-phone");
    }

    @Test
    void aNoInTheAppLeadsBackToTheStart() {
        var link = link().to(PAYER).stored();
        browser.open(sandbox.uri(link.path() + "?lang=nb"));
        browser.click("button");
        browser.awaitText("Godkjenn i appen");

        press(PAYER, link, "reject", "");
        browser.awaitText("Du sa nei i appen");
        browser.picture("declined-nb-phone");
        browser.click(".button");

        browser.find("form");
    }

    @Test
    void aRefusedCardIsToldAndCanBeTriedAgain() {
        var link = link().to("+4577007701").stored();
        browser.open(sandbox.uri(link.path() + "?lang=fi"));
        browser.click("button");
        browser.awaitText("Vahvista sovelluksessa");

        press("+4577007701", link, "pay", "");
        browser.awaitText("Kortti on vanhentunut");
        browser.picture("refused-fi-phone");
        browser.click(".button");

        browser.awaitText("Maksu ei onnistunut");
        assertThat(browser.has("form")).isTrue();
        browser.picture("refused-form-fi-phone");
    }

    @Test
    void goingBackShowsTheInvoiceAsItIsNow() {
        var link = link().to("+4571500003").stored();
        browser.open(sandbox.uri(link.path() + "?lang=en"));
        browser.click("button");
        browser.awaitText("Confirm in the app");
        press("+4571500003", link, "pay", "");
        browser.awaitText("has been paid");

        browser.back();

        browser.awaitText("Paid on");
        assertThat(browser.has("form")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"da,320", "fi,320", "nb,320", "sv,320", "en,320", "da,1100", "en,1100"})
    void pagesFitTheirWindow(String language, int width) {
        var link = link().to(PAYER)
                .saying("A_word_that_is_much_longer_than_any_line_of_a_phone_could_ever_be_and_does_not_end_soon")
                .stored();

        browser.wide(width).open(sandbox.uri(link.path() + "?lang=" + language));
        assertThat(browser.overflow()).isZero();
        browser.picture("open-" + language + "-" + width);
        browser.click("[value=other]");
        browser.click("[value=later]");
        assertThat(browser.overflow()).isZero();
        browser.picture("chosen-" + language + "-" + width);
    }

    @Test
    void darkIsAsLegible() {
        var link = link().to(PAYER).stored();

        browser.dark(true).open(sandbox.uri(link.path() + "?lang=da"));

        browser.picture("dark-da-phone");
        browser.wide(DESK).open(sandbox.uri("/i/" + "A".repeat(22) + "?lang=da"));
        browser.picture("unknown-da-desk");
        assertThat(browser.text()).contains("Vi kan ikke finde siden");
        browser.complaints();
    }

    private LinkFixture link() {
        return new LinkFixture(sandbox.context());
    }

    /** Presses a button on the payer's phone as soon as the invoice has come there. */
    private void press(String phone, Link link, String action, String body) {
        item(phone, link);
        Http.send("POST", sandbox.uri("/mock/wallet/" + phone + "/" + link.invoice() + "/" + action), body);
    }

    private String item(String phone, Link link) {
        return await().until(
                        () -> Http.get(sandbox.uri("/mock/wallet/" + phone)).body(),
                        items -> items.contains(link.invoice().toString()));
    }
}
