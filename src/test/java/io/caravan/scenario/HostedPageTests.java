package io.caravan.scenario;

import static io.caravan.support.HostedFixture.link;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.caravan.support.HostedFixture;
import io.caravan.support.Http;
import io.caravan.support.Race;
import io.caravan.support.Sandbox;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page of a payment invoice and the links of shops, as programs and people who mean no good see them. */
class HostedPageTests {

    private final Sandbox sandbox = Sandbox.running();
    private final HostedFixture hosted = new HostedFixture(sandbox);
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @AfterEach
    void mend() {
        Http.send("DELETE", sandbox.uri("/mock/bank/faults"), "");
    }

    @Test
    void aPageTellsWhatIsAskedAndKeepsNothing() {
        var id = made("\"description\":\"Socks <script>alert(1)</script>\",");
        hosted.choose(id, "bank_transfer_eur_invoice");

        var page = hosted.show(id);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Snowboard gear shop", "€10.00", "Socks &lt;script&gt;", "data-copy=\"DE89370400440532013000\"")
                .doesNotContain("<script>alert", "style=", "javascript:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe", "http", "*", "data:");
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void noTwoWaysToPayAreCalledTheSame() {
        var names = Pattern.compile("<b>([^<]+)</b>")
                .matcher(hosted.show(made("")).body())
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(names).contains("Finnish bank barcode", "Bank transfer").doesNotHaveDuplicates();
    }

    @Test
    void lookingChangesNothing() {
        var id = made("");

        for (var path :
                List.of("/hpp/?cpi=" + id, "/hpp?cpi=" + id, "/redirect/hpp/?cpi=" + id, "/hpp/" + id + "/state")) {
            assertThat(Http.get(sandbox.uri(path)).status()).as(path).isEqualTo(200);
        }

        assertThat(Http.send("HEAD", sandbox.uri("/hpp/?cpi=" + id), "").status())
                .isEqualTo(200);
        assertThat(Http.get(sandbox.uri("/hpp/" + id + "/service")).status()).isEqualTo(405);
        assertThat(Http.get(sandbox.uri("/hpp/" + id + "/confirm")).status()).isEqualTo(405);
        assertThat(hosted.status(id)).isEqualTo("created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpi_0000000000000000", "cpi_%22%3E%3Cb%3E"})
    void whatIsNoPageIsNotFound(String id) {
        var reply = Http.get(sandbox.uri("/hpp/?cpi=" + id + "&lang=en"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("We cannot find this page").doesNotContain("<b>", id);
    }

    @ParameterizedTest
    @CsvSource({
        "amount=10 | amount=0",
        "amount=10 | amount=-1",
        "amount=10 | amount=1e5",
        "amount=10 | amount=10.001",
        "amount=10 | amount=1000000.01",
        "amount=10 | amount=",
        "currency=EUR | currency=euro",
        "currency=EUR | currency=USD",
        "currency=EUR | currency=",
        "reference_id= | reference=",
        "sepa_qr_eur_invoice | nothing_eur_invoice"
    })
    void aLinkWithWrongValuesMakesNothing(String change) {
        var parts = change.split(" \\| ");
        long before = count();

        var reply = Http.get(sandbox.uri(
                link("10", "EUR", reference(), "sepa_qr_eur_invoice").replace(parts[0].strip(), parts[1].strip())));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("This link cannot be used");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aLinkOpenedManyTimesAtOnceMakesOnePayment() throws Exception {
        var link = link("10", "EUR", reference(), "");

        Callable<String> open = () -> hosted.opened(link);
        var ids = Race.of(Collections.nCopies(6, open));

        assertThat(Collections.nCopies(6, ids.get(0))).isEqualTo(ids);
        assertThat(hosted.opened(link.replace("amount=10", "amount=10.00") + "&utm=x"))
                .isEqualTo(ids.get(0));
    }

    @Test
    void aLinkOpensNoPaymentThatIsAnother() {
        var reference = reference();
        hosted.opened(link("10", "EUR", reference, ""));
        var byApi = made("");
        var known = hosted.attributes(byApi).get("reference_id").asText();

        for (var other : List.of(link("11", "EUR", reference, ""), link("10", "EUR", known, ""))) {
            var reply = Http.get(sandbox.uri(other));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.headers().firstValue("Location")).isEmpty();
        }
        assertThat(Http.get(sandbox.uri(link("10", "EUR", reference, "").replace("pk_test_dk", "pk_live_dk")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aLinkLeadsNowhereButToTheShopThatIsKnown() {
        var evil = "&return_url=https://evil.example&return_urls[success]=https://evil.example&redirect=//evil.example";
        var reply = Http.get(sandbox.uri((link("10", "EUR", reference(), "sepa_qr_eur_invoice") + evil)
                .replace("[", "%5B")
                .replace("]", "%5D")));

        assertThat(reply.headers().firstValue("Location").orElseThrow()).startsWith("../hpp/?cpi=cpi_");
        var id = reply.headers().firstValue("Location").orElseThrow().replaceAll(".*cpi=", "");
        assertThat(hosted.show(id).body())
                .contains(sandbox.uri("/mock").toString())
                .doesNotContain("evil");
        assertThat(Http.get(sandbox.uri(link("10", "EUR", reference(), "").replace("pk_test_dk", "pk_test_xx")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotOfferedCannotBeChosen() {
        var id = made("");

        for (var service : List.of("test_usd_invoice", "nothing", "", "upi_qr_inr_invoice")) {
            assertThat(hosted.choose(id, service).status()).as(service).isEqualTo(400);
        }

        assertThat(hosted.status(id)).isEqualTo("created");
        assertThat(hosted.show(id).body()).doesNotContain("test_usd_invoice");
    }

    @Test
    void ofTwoTabsThatChooseAtOnceTheFirstOneStaysAndBothShowIt() throws Exception {
        var id = made("");
        Callable<Integer> one = () -> hosted.choose(id, "sepa_qr_eur_invoice").status();
        Callable<Integer> other =
                () -> hosted.choose(id, "bank_transfer_eur_invoice").status();

        assertThat(Race.of(List.of(one, other, one, other))).containsOnly(303);

        var first = hosted.attributes(id).at("/flow_data");
        hosted.choose(id, "fi_barcode_eur_invoice");
        assertThat(hosted.attributes(id).at("/flow_data")).isEqualTo(first);
        assertThat(hosted.show(id).body())
                .contains(first.at("/requisites/reference").asText())
                .doesNotContain("How do you want to pay?");
        hosted.awaitTold(id, "created", "process_pending");
    }

    @Test
    void whileTheBankIsDownTheChoiceWaitsForIt() {
        var id = made("");
        var broken = "{\"errorRate\":1,\"status\":503}";
        Http.send("POST", sandbox.uri("/mock/bank/faults"), broken, "Content-Type", "application/json");

        assertThat(hosted.choose(id, "test_eur_invoice").status()).isEqualTo(503);
        assertThat(hosted.show(id).body())
                .contains("We do not know yet where you can pay", "value=\"test_eur_invoice\"");
        assertThat(hosted.choose(id, "sepa_qr_eur_invoice").status()).isEqualTo(503);
        Http.send("DELETE", sandbox.uri("/mock/bank/faults"), "");

        assertThat(hosted.choose(id, "test_eur_invoice").status()).isEqualTo(303);
        assertThat(hosted.show(id).body()).contains("Receipt number");
        hosted.awaitTold(id, "created", "process_pending");
    }

    @Test
    void whatIsWrongInTheFormStandsAtItsField() {
        var id = hosted.created("10", "UAH", "test_uah_invoice", "").get("id").asText();

        var reply = hosted.confirm(id, Map.of("invoice_receipt_number", "<b>seventeen"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body())
                .contains("value=\"&lt;b&gt;seventeen\"", "This does not look right", "Fill this in.")
                .doesNotContain("<b>seventeen", "data-poll=");
        assertThat(hosted.attributes(id).get("payload").isNull()).isTrue();
    }

    @Test
    void aFormSentTwiceConfirmsOnceAndAnotherOneIsRefused() throws Exception {
        var id = hosted.created("10", "USD", "test_usd_invoice", "").get("id").asText();
        Callable<Integer> send =
                () -> hosted.confirm(id, Map.of("confirm_number", "17")).status();

        assertThat(Race.of(List.of(send, send, send))).containsOnly(303);
        var other = hosted.confirm(id, Map.of("confirm_number", "18"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("Nothing has happened", "../../hpp/?cpi=" + id);
        assertThat(hosted.attributes(id).at("/payload/confirm_number").asText()).isEqualTo("17");
    }

    @Test
    void whoseTimeIsOverCannotChooseNorConfirm() {
        var unchosen = taken(() -> made(soon()));
        var chosen = taken(() -> hosted.created("10", "USD", "test_usd_invoice", soon())
                .get("id")
                .asText());

        await().untilAsserted(() -> assertThat(hosted.show(chosen).body()).contains("The time to pay is over"));

        assertThat(hosted.show(chosen).body())
                .contains("If you have already paid, ask Snowboard gear shop")
                .doesNotContain("Nothing has been paid");
        assertThat(hosted.confirm(chosen, Map.of("confirm_number", "17")).status())
                .isEqualTo(409);
        assertThat(hosted.choose(unchosen, "sepa_qr_eur_invoice").status()).isEqualTo(303);
        assertThat(hosted.show(unchosen).body())
                .contains("The time to pay is over")
                .doesNotContain("<form", "iban");
        assertThat(hosted.attributes(unchosen).get("flow_data").isNull()).isTrue();
    }

    private static String soon() {
        return "\"expires\":" + Instant.now().plusSeconds(3).getEpochSecond() + ",";
    }

    /** It is refused if its time is over before it is read, as when the machine stands still. */
    private static String taken(Supplier<String> made) {
        var id = new AtomicReference<String>();
        await().untilAsserted(() -> id.set(made.get()));
        return id.get();
    }

    @Test
    void whoConfirmsTooOftenIsToldToWait() {
        var id = hosted.created("10", "USD", "test_usd_invoice", "").get("id").asText();
        for (int i = 0; i < 10; i++) {
            assertThat(hosted.confirm(id, Map.of()).status()).isEqualTo(422);
        }

        var reply = hosted.confirm(id, Map.of("confirm_number", "17"));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
        assertThat(reply.body()).contains("Too many attempts");
    }

    private String made(String more) {
        return hosted.created("10", "EUR", "", more).get("id").asText();
    }

    private static String reference() {
        return "link-" + UUID.randomUUID();
    }

    private long count() {
        return database.queryForObject("select count(*) from payment_invoice", Long.class);
    }
}
