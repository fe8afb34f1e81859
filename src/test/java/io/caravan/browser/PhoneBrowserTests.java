package io.caravan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.PreTransactionClient;
import java.net.URI;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Paying on a phone bill, as payers see it in a real browser. Pictures of it are in target/pages. */
class PhoneBrowserTests extends InBrowser {

    private final PreTransactionClient partner = PreTransactionClient.of(sandbox);
    private final String reference = "br-" + UUID.randomUUID().toString().substring(0, 12);
    private final String phone = "+45717" + String.format("%05d", Math.abs(reference.hashCode() % 100_000));

    @AfterEach
    void forgetWishes() {
        new JdbcTemplate(sandbox.context().getBean(DataSource.class)).update("delete from phone_wish");
    }

    @Test
    void whoRepliesSeesThePageChangeByItself() {
        browser.withScripts(true).dark(false).wide(PHONE).open(page("en"));
        browser.picture("phone-open-en-phone");

        browser.click("[aria-labelledby=by-phone] button");
        browser.awaitText("Confirm on your phone");
        browser.picture("phone-reply-en-phone");
        assertThat(browser.overflow()).isZero();
        partner.reply(phone, "ok");

        browser.awaitText("has been paid to Snowboard gear shop");
        browser.picture("phone-paid-en-phone");
    }

    @ParameterizedTest
    @CsvSource({"false, nb, 390", "true, da, 1100"})
    void aWrongPinIsToldAtItsFieldAndTheRightOnePays(boolean scripts, String language, int width) {
        browser.withScripts(true).dark(scripts).wide(width).open(page(language));
        browser.picture("phone-open-" + language + "-" + width);
        browser.withScripts(scripts).open(browser.address());
        browser.click("[name=confirm][value=pin]");
        browser.click("[aria-labelledby=by-phone] button");
        browser.type("#pinCode", "9999");
        browser.click("form.pin button");

        browser.awaitText("#pin-fault", "2");
        browser.picture("phone-wrong-" + language + "-" + width);
        browser.type("#pinCode", "1234");
        browser.click("form.pin button");

        browser.awaitText("50,00");
        browser.find(".state-paid");
        browser.complaints();
    }

    @ParameterizedTest
    @CsvSource({"fi, 320", "sv, 1100"})
    void aRefusalIsToldAndTheFormsAreThereAgain(String language, int width) {
        browser.withScripts(true).dark(false).wide(width).open(page(language));
        browser.click("[aria-labelledby=by-phone] [value=other]");
        browser.type("#bill-phone", "+4741000903");
        browser.click("[aria-labelledby=by-phone] button");

        browser.find(".state-refused");
        browser.picture("phone-refused-" + language + "-" + width);
        assertThat(browser.overflow()).isZero();
        assertThat(browser.has("[aria-labelledby=by-phone]")).isTrue();
        browser.wide(DESK).complaints();
    }

    private URI page(String language) {
        return URI.create(partner.page(reference + language, "\"msisdn\": \"" + phone + "\"") + "?lang=" + language);
    }
}
