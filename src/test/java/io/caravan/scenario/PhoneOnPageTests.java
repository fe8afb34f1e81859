package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.PhonePage;
import io.caravan.support.PreTransactionClient;
import io.caravan.support.Race;
import io.caravan.support.Sandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payers who choose their phone on the page of an invoice, with the service and the mock carrier as they run. */
class PhoneOnPageTests {

    private static final Map<String, String> REPLY = Map.of("bill-whose", "known", "confirm", "reply");
    private static final Map<String, String> PIN = Map.of("bill-whose", "known", "confirm", "pin");

    private final Sandbox sandbox = Sandbox.running();
    private final PreTransactionClient partner = PreTransactionClient.of(sandbox);
    private final String reference = "ph-" + UUID.randomUUID().toString().substring(0, 12);
    private final String phone = "+45715" + String.format("%05d", Math.abs(reference.hashCode() % 100_000));
    private final URI page = partner.page(reference, "\"msisdn\": \"" + phone + "\"");
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    /** Others come from the same address. */
    @AfterEach
    void forgetWishes() {
        database.update("delete from phone_wish");
    }

    @Test
    void requestPaymentFromAMobileUserWhoChoosesThePhoneAndReplies() {
        assertThat(new PhonePage(page).html()).contains("Pay on your phone bill", "Pay with a card");

        var waiting = new PhonePage(page).choice().follow(REPLY);

        assertThat(waiting.html())
                .contains("Confirm on your phone", "Reply OK, and DKK", "+45", "data-poll")
                .doesNotContain(phone, "name=\"pinCode\"");
        assertThat(waiting.state()).isEqualTo("ASKED");
        assertThat(partner.field(reference, "status")).isEqualTo("Pending");
        assertThat(partner.field(reference, "statusCode")).isEqualTo("Sent");
        partner.reply(phone, "ok");
        await().untilAsserted(() -> assertThat(waiting.state()).isEqualTo("PAID"));
        assertThat(waiting.html()).contains("state-paid");
        assertThat(partner.field(reference, "status")).isEqualTo("CaptureOk");
        assertThat(partner.field(reference, "statusCode")).isEqualTo("Ok");
        assertThat(partner.field(reference, "detailedStatusCode")).isEqualTo("Delivered");
        assertThat(partner.field(reference, "paymentProvider")).isEqualTo("phone");
        assertThat(partner.field(reference, "paymentEntity")).isEqualTo(phone);
    }

    @Test
    void whoEntersThePinSeesTheTriesLeftAndThenTheReceipt() {
        var waiting = new PhonePage(page).choice().follow(PIN);

        var letters = waiting.pin().send(Map.of("pinCode", "12ab"));
        var wrong = waiting.pin().send(Map.of("pinCode", "9999"));
        var paid = waiting.pin().follow(Map.of("pinCode", "1234"));

        assertThat(letters.status()).isEqualTo(422);
        assertThat(letters.body()).contains("A PIN has digits only");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("That was not the right PIN.", "Attempts left: 2.");
        assertThat(paid.page()).isEqualTo(waiting.page());
        assertThat(paid.html()).contains("state-paid");
    }

    @Test
    void theThirdWrongPinEndsItAndAnotherWayIsOpen() {
        var waiting = new PhonePage(page).choice().follow(PIN);
        waiting.pin().send(Map.of("pinCode", "0001"));
        waiting.pin().send(Map.of("pinCode", "0002"));

        var ended = waiting.pin().follow(Map.of("pinCode", "0003"));

        assertThat(ended.html())
                .contains("The PIN was wrong too many times.", "Pay with a card", "Pay on your phone bill");
        assertThat(partner.field(reference, "statusCode")).isEqualTo("Failed");
        assertThat(partner.field(reference, "detailedStatusCode")).isEqualTo("MaxPinRetry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+4741000901 | There is not enough money on the phone account.",
                "+4741000902 | This subscription cannot be used for payments.",
                "+4741000903 | The operator does not know this number.",
                "+4741000905 | The owner of this subscription is too young",
                "+4741000908 | The phone could not be reached.",
                "+4741000910 | The operator cannot do this at the moment."
            })
    void aRefusalIsToldInThePayersWords(String number, String words) {
        database.update("update payment set phone = null, confirmation = null where phone = ?", number);

        var refused = new PhonePage(page)
                .choice()
                .follow(Map.of("bill-whose", "other", "bill-phone", number, "confirm", "reply"));

        assertThat(refused.html()).contains(words, "Nothing has been paid.");
        assertThat(new PhonePage(page).html()).doesNotContain(words);
    }

    @Test
    void whoSaysNoIsToldSoAndMayPayOtherwise() {
        var waiting = new PhonePage(page).choice().follow(REPLY);

        partner.reply(phone, "no");

        await().untilAsserted(() -> assertThat(waiting.state()).isEqualTo("REFUSED"));
        assertThat(waiting.html()).contains("You said no.", "Pay with a card");
        assertThat(partner.field(reference, "status")).isEqualTo("Cancelled");
    }

    @Test
    void anAmountOverTheCarriersLimitIsRefused() {
        var dear = partner.page(reference + "-2", "\"msisdn\": \"" + phone + "\"");
        database.update(
                "update invoice set total = 500001 where id = (select invoice_id from pre_transaction"
                        + " where reference_id = ?)",
                reference + "-2");

        assertThat(new PhonePage(dear).choice().follow(REPLY).html())
                .contains("The amount is more than may go on this phone bill.");
    }

    @Test
    void theSameFormSentManyTimesAtOnceAsksOnce() throws Exception {
        var form = new PhonePage(page).choice();
        Callable<Integer> send = () -> form.send(REPLY).status();

        var replies = Race.of(List.of(send, send, send));

        assertThat(replies).allMatch(status -> status.equals(303));
        assertThat(payments()).isEqualTo(1);
    }

    @Test
    void ofTwoPagesAtOnceOneBeginsAndTheOtherShowsWhatIsAsked() throws Exception {
        var first = new PhonePage(page).choice();
        var second = new PhonePage(page).choice();
        Callable<Integer> one = () -> first.send(PIN).status();
        Callable<Integer> two = () -> second.send(PIN).status();

        var replies = Race.of(List.of(one, two));

        assertThat(replies).containsExactlyInAnyOrder(303, 409);
        assertThat(payments()).isEqualTo(1);
        var paid = new PhonePage(page).pin().follow(Map.of("pinCode", "1234"));
        assertThat(paid.html()).contains("state-paid");
    }

    @Test
    void whoHasTheLinkCannotHoldTheInvoiceAgainAndAgain() {
        for (int i = 0; i < 4; i++) {
            var waiting = new PhonePage(page).choice().follow(other(i));
            partner.reply(number(i), "no");
            await().untilAsserted(() -> assertThat(waiting.state()).isEqualTo("REFUSED"));
        }

        var fifth = new PhonePage(page).choice().send(other(5));

        assertThat(fifth.status()).isEqualTo(429);
        assertThat(fifth.headers().firstValue("Retry-After")).contains("3600");
        assertThat(fifth.body()).contains("has tried phone bills too often");
        assertThat(new PhonePage(page).html()).contains("Pay with a card");
    }

    @ParameterizedTest
    @CsvSource({"12, This is not a mobile number", "'', Enter your mobile number", "+999123456789, This is not a mobile"
    })
    void aPhoneOfNoCountryIsNotTaken(String number, String words) {
        var refused = new PhonePage(page)
                .choice()
                .send(Map.of("bill-whose", "other", "bill-phone", number, "confirm", "reply"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(words).doesNotContain("Please check what you entered");
        assertThat(payments()).isZero();
    }

    @Test
    void aFormThatWasTamperedWithDoesNothing() {
        var form = new PhonePage(page).choice();
        var another = URI.create(form.action().toString().replaceFirst("[0-9a-f]{12}$", "000000000000"));

        assertThat(new PhonePage.Form(another, form.fields()).send(REPLY).status())
                .isEqualTo(409);
        assertThat(form.send(Map.of("number", "7")).status()).isEqualTo(409);
        assertThat(form.send(Map.of("seal", "x")).status()).isEqualTo(409);
        assertThat(payments()).isZero();
    }

    @Test
    void aPinIsNotTakenOnAnothersPage() {
        var waiting = new PhonePage(page).choice().follow(PIN);
        var elsewhere = partner.page(reference + "-3", "");
        var form = waiting.pin();
        var moved =
                URI.create(form.action().toString().replaceFirst(Pattern.quote(page.getPath()), elsewhere.getPath()));

        assertThat(new PhonePage.Form(moved, form.fields())
                        .send(Map.of("pinCode", "1234"))
                        .status())
                .isEqualTo(409);
        assertThat(waiting.state()).isEqualTo("ASKED");
    }

    private Map<String, String> other(int i) {
        return Map.of("bill-whose", "other", "bill-phone", number(i), "confirm", "reply");
    }

    private String number(int i) {
        return phone.substring(0, phone.length() - 1) + i;
    }

    private int payments() {
        return database.queryForObject(
                "select count(*) from payment where invoice_id = (select invoice_id from pre_transaction"
                        + " where reference_id = ?)",
                Integer.class,
                reference);
    }
}
