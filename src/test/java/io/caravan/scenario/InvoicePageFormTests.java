package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.Http;
import io.caravan.support.Race;
import io.caravan.support.WalletClient;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The form on the page of a link, sent by people and by programs that mean no good. */
class InvoicePageFormTests extends OnInvoicePages {

    @Test
    void aFormSentManyTimesAtOnceAsksOnce() throws Exception {
        var link = link().to("+4571600003").stored();
        var form = form(link);

        Callable<Http.Reply> send = () -> post(link.path(), form);
        var replies = Race.of(Collections.nCopies(6, send));

        assertThat(replies).extracting(Http.Reply::status).containsOnly(303);
        assertThat(replies)
                .extracting(reply -> reply.headers().firstValue("Location").orElse(""))
                .containsOnly("../i/" + link.token() + "/prompts/" + form.get("id"));
        assertThat(notices(link)).isEqualTo(1);
    }

    @Test
    void aFormThatWasTamperedWithDoesNothing() {
        var link = link().to("+4571600004").stored();
        var other = link().stored();
        for (var change : List.of(
                Map.of("seal", "1.AAAA"),
                Map.of("number", "7"),
                Map.of("id", "00000000-0000-4000-8000-000000000000"),
                Map.of("seal", form(other).get("seal")))) {
            var form = form(link);
            form.putAll(change);

            var reply = post(link.path() + "?lang=en", form);

            assertThat(reply.status()).as("%s", change.keySet()).isEqualTo(409);
            assertThat(reply.body()).contains("This page was out of date", "/i/" + link.token());
        }
        assertThat(notices(link)).isZero();
    }

    @Test
    void whatIsNoFormIsRefused() {
        var link = link().stored();

        assertThat(post(link.path(), Map.of("id", "x")).status()).isEqualTo(400);
        assertThat(Http.send("POST", sandbox.uri(link.path()), "id=%zz", "Content-Type", FORM)
                        .status())
                .isEqualTo(400);
        assertThat(Http.send("POST", sandbox.uri(link.path()), "x=" + "y".repeat(20_000), "Content-Type", FORM)
                        .status())
                .isEqualTo(400);
        assertThat(Http.send("POST", sandbox.uri(link.path()), "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(Http.send("POST", sandbox.uri(link.path()), "").status()).isEqualTo(400);
    }

    @Test
    void whatWasTypedComesBackHarmless() {
        var link = link().stored();
        var form = form(link);
        form.putAll(Map.of("whose", "other", "phone", "\"><script>alert(1)</script>", "when", "later", "date", "'x"));

        var page = post(link.path(), form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("&quot;&gt;&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void aFourthTryOnOnePhoneHasToWait() {
        var link = link().to("+4571600005").stored();
        for (int i = 0; i < 3; i++) {
            assertThat(post(link.path(), form(link)).status()).isEqualTo(303);
        }

        var fourth = post(link.path() + "?lang=nb", form(link));

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(fourth.body()).contains("Telefonen er spurt flere ganger");
    }

    @Test
    void ofTwoPayersInTheSameSecondOnePaysAndTheOtherIsToldSo() throws Exception {
        var link = link().stored();
        var phones = List.of("+4571600006", "+4571600007");
        var prompts = phones.stream().map(phone -> prompt(link, phone)).toList();

        Race.of(phones.stream()
                .map(phone -> (Callable<Object>) () ->
                        WalletClient.payAt(sandbox::uri, phone, link.invoice().toString()))
                .toList());

        await().untilAsserted(() ->
                assertThat(prompts.stream().map(this::state)).containsExactlyInAnyOrder("PAID", "PAID_BY_ANOTHER"));
    }
}
