package io.caravan.dialect.mobilepay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caravan.core.event.EventId;
import io.caravan.core.notice.Announcement;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.payer.Phone;
import io.caravan.core.sms.SmsEncoding;
import io.caravan.core.sms.SmsNews;
import io.caravan.core.sms.SmsWording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invoice of 1234.50 DKK. */
class SmsTextsTests {

    private final SmsTexts texts = new SmsTexts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+4577007700 | Husk regningen fra Snowboard gear shop, Copenhagen på 1.234,50 DKK. Betalingsfrist: 19. mar. 2026.",
                "+35812345678 | Muistutus: Snowboard gear shop, Copenhagen on lähettänyt laskun, 1 234,50 DKK. Eräpäivä: 19.3.2026.",
                "+4748658141 | Husk regningen fra Snowboard gear shop, Copenhagen på 1 234,50 DKK. Betalingsfrist: 19. mar. 2026.",
                "+46701234567 | Glöm inte räkningen från Snowboard gear shop, Copenhagen på 1 234,50 DKK. Förfallodag: 19 mars 2026.",
                "+442071838750 | Reminder: Snowboard gear shop, Copenhagen has sent you a bill of 1,234.50 DKK. Due date: 19 Mar 2026."
            })
    void aReminderSpeaksTheLanguageOfThePayersCountry(String phone, String text) {
        var said =
                say(NoticeKind.INVOICE_REMINDER, phone, Optional.empty()).text().text();

        assertThat(said.replace("19. mars 2026", "19. mar. 2026"))
                .as("newer versions of Java do not shorten Norwegian months of four letters")
                .startsWith(text);
    }

    @Test
    void aPhoneFromElsewhereIsSpokenToAsItsMerchantSpeaks() {
        assertThat(say(NoticeKind.INVOICE_REMINDER, "+33123456789", Optional.empty())
                        .text()
                        .text())
                .startsWith("Husk regningen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4577007700", "+35812345678", "+4748658141", "+46701234567", "+442071838750"})
    void inEachLanguageAnSmsLeadsToThePageIfThereIsOne(String phone) {
        for (var kind : List.of(NoticeKind.INVOICE_REMINDER, NoticeKind.PAYMENT_FAILED)) {
            assertThat(say(kind, phone, Optional.of("https://pay.example/i/x"))
                            .text()
                            .text())
                    .endsWith(": https://pay.example/i/x");
            assertThat(say(kind, phone, Optional.empty()).text().text())
                    .doesNotContain("http")
                    .endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4577007700", "+35812345678", "+4748658141", "+46701234567", "+442071838750"})
    void inEachLanguageAnSmsFitsTheAlphabetAndIsShort(String phone) {
        for (var kind : List.of(NoticeKind.INVOICE_REMINDER, NoticeKind.PAYMENT_FAILED)) {
            var text = say(kind, phone, Optional.of("https://pay.example/i/abcdefghijklmnopqrstuv"))
                    .text();

            assertThat(text.encoding()).as(text.text()).isEqualTo(SmsEncoding.GSM7);
            assertThat(text.parts()).as(text.text()).isEqualTo(1);
        }
    }

    @Test
    void aFailedPaymentIsToldWithItsAmount() {
        assertThat(say(NoticeKind.PAYMENT_FAILED, "+4577007700", Optional.empty())
                        .text()
                        .text())
                .isEqualTo(
                        "Din betaling på 1.234,50 DKK til Snowboard gear shop, Copenhagen kunne ikke gennemføres. Betal i appen.");
    }

    @ParameterizedTest
    @EnumSource(names = {"INVOICE_CREATED", "CONSENT_ASKED", "INVOICE_PROMPTED", "INVOICE_RECEIPT"})
    void noSmsTellsOfAnythingElse(NoticeKind kind) {
        assertThatIllegalArgumentException().isThrownBy(() -> say(kind, "+4577007700", Optional.empty()));
    }

    private SmsWording say(NoticeKind kind, String phone, Optional<String> link) {
        var merchant = io.caravan.support.Fixtures.aMerchant();
        var issuer = io.caravan.support.Fixtures.anIssuer(merchant.id());
        var invoice = io.caravan.support.Fixtures.anInvoice(
                merchant.id(),
                io.caravan.support.Fixtures.aDraft()
                        .from(issuer.id())
                        .of(io.caravan.support.Fixtures.dkk("1234.50"))
                        .dueOn(io.caravan.support.Fixtures.TODAY.plusDays(7)));
        var notice = Notice.of(EventId.next(), invoice.id().value(), kind, Channel.SMS, new Phone(phone));
        return texts.say(new SmsNews(new Announcement(notice, 1, invoice, issuer, Optional.empty()), merchant, link));
    }
}
