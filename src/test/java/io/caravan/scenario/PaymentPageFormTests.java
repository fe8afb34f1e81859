package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.PaymentFixture.Created;
import io.caravan.support.Race;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms on the page of a payment, sent by people and by programs that mean no good. */
class PaymentPageFormTests extends OnPaymentPages {

    @Test
    void aNamedPhoneIsShownToItsOwnerOnlyAndNobodyElseIsAsked() {
        var payment = shop("dk").to("+4571610003").created();
        var form = form(payment, "");
        form.put("whose", "other");
        form.put("phone", "+4571610099");

        assertThat(get(payment.path()).body()).contains("••••••03").doesNotContain("71610003");
        assertThat(send(payment, "", form).status()).isEqualTo(303);

        assertThat(database.queryForList(
                        "select phone from prompt where payment_id = cast(? as uuid)", String.class, payment.id()))
                .containsExactly("+4571610003");
    }

    @Test
    void aFormSentManyTimesAtOnceAsksOnce() throws Exception {
        var payment = shop("dk").created();
        var form = form(payment, "");
        form.put("phone", "71 61 00 04");

        Callable<Object> send =
                () -> send(payment, "", form).headers().firstValue("Location").orElse("");
        var places = Race.of(Collections.nCopies(6, send));

        assertThat(places).doesNotContain("").hasSize(6);
        assertThat(Map.copyOf(places.stream().collect(Collectors.toMap(place -> place, place -> 1, Integer::sum))))
                .hasSize(1);
        assertThat(notices(payment)).isEqualTo(1);
    }

    @Test
    void aPhoneIsNotPestered() {
        var payment = shop("dk").created();
        for (int i = 0; i < 3; i++) {
            assertThat(ask(payment, "+4571610005").status()).isEqualTo(303);
        }

        var fourth = ask(payment, "+4571610005");

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(fourth.body()).contains("the payment is waiting there");
    }

    @ParameterizedTest
    @CsvSource({"seal, x", "id, 00000000-0000-4000-8000-000000000001", "number, 7"})
    void aFormThatWasTamperedWithDoesNothing(String field, String value) {
        var payment = shop("dk").created();
        for (var action : new String[] {"", "/cancel"}) {
            var form = form(payment, action);
            form.put("phone", "+4571610006");
            form.put(field, value);

            if (!(action.equals("/cancel") && field.equals("number"))) {
                assertThat(send(payment, action, form).status()).as(action).isEqualTo(409);
            }
        }
        assertThat(payment.state()).isEqualTo("CREATED");
        assertThat(notices(payment)).isZero();
    }

    @Test
    void aFormDoesOnlyWhatItWasDrawnForAndOnlyOnItsPage() {
        var payment = shop("dk").created();
        var other = shop("dk").created();

        assertThat(send(payment, "/cancel", form(payment, "")).status()).isEqualTo(409);
        assertThat(send(payment, "/cancel", form(other, "/cancel")).status()).isEqualTo(409);
        assertThat(send(payment, "/card", form(payment, "/cancel")).status()).isEqualTo(409);
        assertThat(Http.send("POST", sandbox.uri(payment.path() + "/cancel"), "", "Content-Type", TYPE)
                        .status())
                .isEqualTo(400);
        assertThat(payment.state()).isEqualTo("CREATED");
    }

    @Test
    void whoCancelsOnThePageAbortsAndNothingFollows() throws Exception {
        var payment = shop("dk").created();
        var ask = form(payment, "");
        ask.put("phone", "+4571610007");
        var cancel = form(payment, "/cancel");

        Callable<Object> send = () -> send(payment, "/cancel", cancel).status();
        assertThat(Race.of(Collections.nCopies(4, send))).containsOnly(303);

        assertThat(payment.state()).isEqualTo("ABORTED");
        assertThat(events(payment)).isEqualTo("CREATED,ABORTED");
        assertThat(send(payment, "", ask).status()).isEqualTo(409);
        assertThat(get(payment.path()).body()).doesNotContain("<form").contains("order=" + payment.reference());
    }

    @Test
    void aPaymentThatTheShopTakesBackCannotBePaidOnItsPage() {
        var payment = shop("dk").created();
        var form = form(payment, "");
        form.put("phone", "+4571610008");
        payment.unit().send("POST", "/epayment/v1/payments/" + payment.reference() + "/cancel", "");

        var page = get(payment.path());

        assertThat(page.body())
                .contains("withdrawn", "order=" + payment.reference())
                .doesNotContain("<form");
        assertThat(page.body()).doesNotContain("http-equiv");
        assertThat(send(payment, "", form).status()).isEqualTo(409);
        assertThat(send(payment, "/cancel", form(shop("dk").created(), "/cancel"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoIsOnTheAcquirersPageCancelsThereFirst() {
        var payment = shop("dk").byCard().created();
        var cancel = form(payment, "/cancel");
        var session = acquirer(send(payment, "/card", form(payment, "/card"))).replaceFirst(".*/", "");

        assertThat(get(payment.path()).body()).contains("/card").doesNotContain("/cancel");
        assertThat(send(payment, "/cancel", cancel).status()).isEqualTo(409);
        Http.send("POST", sandbox.uri("/mock/psp/payments/" + session + "/abandon"), "");
        assertThat(get(payment.path() + "/return").headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith(payment.path()));

        assertThat(send(payment, "/cancel", cancel).status()).isEqualTo(303);
        assertThat(payment.state()).isEqualTo("ABORTED");
    }

    private static String events(Created payment) {
        var events = payment.unit()
                .get("/epayment/v1/payments/" + payment.reference() + "/events")
                .json();
        return java.util.stream.StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.get("name").asText())
                .collect(Collectors.joining(","));
    }
}
