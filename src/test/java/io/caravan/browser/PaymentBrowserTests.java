package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.OrderFixture;
import io.caravan.support.PaymentFixture;
import io.caravan.support.PaymentFixture.Created;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What payers see of a payment that a sales unit asks for, in a real browser. Pictures of it are in target/pages. */
class PaymentBrowserTests extends InBrowser {

    @Test
    void aPayerGoesFromTheShopOverTheAppBackToTheShop() {
        var payment = shop("no")
                .describedAs("Wool socks and delivery")
                .withReceipt()
                .askingFor("name phoneNumber")
                .created();
        browser.open(page(payment, "nb"));
        assertThat(browser.text())
                .contains("Fjord Outfitters", "249,00", "Wool socks", "telefonnummeret ditt", payment.reference());
        browser.picture("pay-open-nb-phone");
        browser.dark(true).picture("pay-open-nb-phone-dark");
        browser.wide(DESK).picture("pay-open-nb-desk-dark");
        browser.dark(false).picture("pay-open-nb-desk");
        assertThat(browser.find(".scan img").isDisplayed()).isTrue();
        browser.wide(PHONE);
        assertThat(browser.find(".scan img").isDisplayed()).isFalse();

        browser.type("#phone", "910 12 301");
        browser.click("button.wide");
        browser.awaitText("Godkjenn i appen");
        browser.picture("pay-waiting-nb-phone");
        press("+4791012301", payment, "approve");

        browser.awaitText("Betalingen er godkjent");
        browser.picture("pay-authorized-nb-phone");
        browser.awaitAddress("order=" + payment.reference());
        assertThat(payment.state()).isEqualTo("AUTHORIZED");
    }

    @Test
    void picturesOfAnOrderStandBesideItsLinks() {
        var payment = shop("no").describedAs("Two lift passes").withReceipt().created();
        OrderFixture.link(
                payment.unit(), payment.reference(), "TICKET", Optional.of(OrderFixture.picture(payment.unit())));
        OrderFixture.link(payment.unit(), payment.reference(), "ORDER_CONFIRMATION", Optional.empty());

        browser.open(page(payment, "en"));

        assertThat(browser.find(".about img").getSize().getWidth()).isEqualTo(56);
        await().until(() -> browser.find(".about img").getDomProperty("naturalHeight"), "170"::equals);
        browser.picture("pay-links-en-phone");
        browser.open(sandbox.uri("/mock/wallet"));
        Http.send(
                "POST",
                sandbox.uri("/mock/wallet/+4791012309/open"),
                "{\"url\": \"" + sandbox.uri(payment.path()) + "\"}");
        browser.open(sandbox.uri("/mock/wallet/%2B4791012309"));
        browser.picture("pay-links-wallet");
    }

    @Test
    void aNoInTheAppEndsThePaymentAndLeadsBackWithoutScriptsToo() {
        var payment = shop("dk").to("+4571500041").created();
        browser.withScripts(false).open(page(payment, "da"));
        browser.picture("pay-known-da-phone");
        browser.click("button.wide");
        browser.awaitText("Godkend i appen");

        press("+4571500041", payment, "reject");

        browser.awaitText("Betalingen er annulleret");
        browser.picture("pay-aborted-da-phone");
        browser.click("section .button");
        browser.awaitAddress("order=" + payment.reference());
        assertThat(payment.state()).isEqualTo("ABORTED");
    }

    @Test
    void whoDoesNotWantToPayCancelsOnThePage() {
        var payment = shop("fi").returningTo("fi.kahvila.app://paid?order=1").created();
        browser.open(page(payment, "fi"));

        browser.click(".cancel button");

        browser.awaitText("Maksu peruutettiin");
        assertThat(browser.find("section .button").getDomAttribute("href")).isEqualTo("fi.kahvila.app://paid?order=1");
        assertThat(browser.has("meta[http-equiv=refresh]")).isFalse();
        browser.picture("pay-cancelled-fi-phone");
        assertThat(payment.state()).isEqualTo("ABORTED");
    }

    @Test
    void aDeskHearsWhatThePhoneDoesThatHasScannedTheCode() {
        var payment = shop("dk").created();
        browser.wide(DESK).open(page(payment, "en"));

        Http.send(
                "POST",
                sandbox.uri("/mock/wallet/+4571500042/open"),
                "{\"url\": \"" + sandbox.uri(payment.path()) + "\"}");
        press("+4571500042", payment, "approve");

        browser.awaitText("Payment approved");
        browser.picture("pay-authorized-en-desk");
    }

    @Test
    void aRefusedCardOfTheWalletIsToldAndCanBeTriedAgain() {
        var payment = shop("dk").created();
        browser.open(page(payment, "sv"));
        browser.type("#phone", "+45 77 00 77 01");
        browser.click("button.wide");
        browser.awaitText("Godkänn i appen");

        press("+4577007701", payment, "approve");

        browser.awaitText("Kortet har gått ut");
        browser.picture("pay-refused-sv-phone");
        browser.click("section .button");
        browser.find("#phone");
        assertThat(payment.state()).isEqualTo("CREATED");
        browser.complaints();
    }

    @Test
    void aCardIsTriedAgainUntilItPays() {
        var payment = shop("dk").byCard().describedAs("Two lift passes").created();
        browser.open(page(payment, "en"));
        assertThat(browser.has("#phone")).isFalse();
        browser.picture("pay-card-en-phone");
        browser.click("form[action*='card'] button");
        browser.awaitText("Test cards");
        for (int attempt = 0; attempt < 3; attempt++) {
            browser.type("[name=card]", "4000 0000 0000 0002");
            browser.clickAway("main form button");
        }
        browser.awaitText("The card was declined");
        browser.picture("pay-card-refused-en-phone");
        assertThat(payment.state()).isEqualTo("CREATED");

        browser.click("form[action*='card'] button");
        browser.awaitText("Test cards");
        browser.click("button[value='4111 1111 1111 1111']");

        browser.awaitText("Payment approved");
        assertThat(payment.state()).isEqualTo("AUTHORIZED");
    }

    @Test
    void whatIsWrongStandsAtTheField() {
        var payment = shop("dk").created();
        browser.open(page(payment, "en"));
        browser.type("#phone", "12");
        browser.click("button.wide");

        browser.awaitText("This is not a mobile number");
        browser.complaints();
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("phone");
        browser.find("#phone").clear();
        browser.type("#phone", "+45 12 34 56 78");
        browser.click("button.wide");
        browser.awaitText("We find no payment app");
        browser.picture("pay-unreachable-en-phone");
    }

    private PaymentFixture shop(String country) {
        return new PaymentFixture(sandbox, country);
    }

    private java.net.URI page(Created payment, String language) {
        return sandbox.uri(payment.path() + "?lang=" + language);
    }

    /** Presses a button on the payer's phone as soon as the payment has come there. */
    private void press(String phone, Created payment, String action) {
        var id = payment.id();
        await().until(() -> Http.get(sandbox.uri("/mock/wallet/" + phone)).body(), items -> items.contains(id));
        var pressed = Http.send("POST", sandbox.uri("/mock/wallet/" + phone + "/" + id + "/" + action), "");
        assertThat(pressed.status()).as(pressed.body()).isNotIn(429, 500, 503);
    }
}
