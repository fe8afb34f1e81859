package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.PaymentFixture;
import io.caravan.support.PaymentFixture.Created;
import io.caravan.support.Race;
import io.caravan.support.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page of a payment, as programs and people who mean no good see it. */
class PaymentPageTests {

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*action=\"([^\"]*)\".*?</form>");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Sandbox sandbox = Sandbox.running();
    private final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    @Test
    void aPageTellsWhatIsAskedAndKeepsNothing() {
        var payment = shop("no")
                .describedAs("Socks <script>alert(1)</script>")
                .withReceipt()
                .askingFor("name birthDate")
                .created();

        var page = get(payment.path());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Fjord Outfitters", "249.00", payment.reference(), "Wool socks", "your date of birth")
                .contains("Delivery &lt;b&gt;home", "Socks &lt;script&gt;")
                .doesNotContain("<b>home", "<script>alert", "style=", "your email");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe", "http", "*", "data:");
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aPaymentThatLivesLongSaysUntilWhen() {
        var ends = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);

        var page = get(shop("no")
                        .asCode("{\"format\": \"TEXT/TARGETURL\"}")
                        .with("\"expiresAt\": \"" + ends + "\"")
                        .with("\"receiptUrl\": \"https://shop.example/invoices/7.pdf\"")
                        .created()
                        .path())
                .body();

        var day = ends.atZone(ZoneId.of("Europe/Oslo"));
        assertThat(page.replace('\u00a0', ' '))
                .contains("Can be paid until " + day.getDayOfMonth() + " ", day.getYear() + "")
                .contains(day.toLocalTime().toString(), "https://shop.example/invoices/7.pdf")
                .doesNotContain("left to pay");
    }

    @Test
    void aReceiptThatComesAfterTheApprovalIsShownToo() {
        var payment = shop("no").to("+4791300091").created();
        var approved =
                payment.unit().send("POST", "/epayment/v1/test/payments/" + payment.reference() + "/approve", "{}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);

        var receipt = payment.unit()
                .send(
                        "POST",
                        "/order-management/v2/ecom/receipts/" + payment.reference(),
                        """
                        {"orderLines": [{"name": "Wool socks", "id": "socks", "totalAmount": 24900,
                          "totalAmountExcludingTax": 19920, "totalTaxAmount": 4980, "taxRate": 2500}],
                         "bottomLine": {"currency": "NOK"}}""");

        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        assertThat(get(payment.path()).body()).contains("Wool socks", "249.00");
    }

    @Test
    void lookingChangesNothing() {
        var payment = shop("dk").to("+4571610002").created();

        for (var path : new String[] {"", "/state", "/qr", "/qr.svg", "/qr.png", "/return", "/prompts/x", "?lang=fi"}) {
            assertThat(get(payment.path() + path).status()).as(path).isIn(200, 303);
        }

        assertThat(Http.send("HEAD", sandbox.uri(payment.path()), "").status()).isEqualTo(200);
        assertThat(Http.send("DELETE", sandbox.uri(payment.path()), "").status())
                .isEqualTo(405);
        assertThat(get(payment.path() + "/cancel").status()).isEqualTo(405);
        assertThat(payment.state()).isEqualTo("CREATED");
        assertThat(notices(payment)).isZero();
    }

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
    void onlyPaymentsByCardLeadToTheAcquirer() {
        var byWallet = shop("dk").created();
        var byCard = shop("dk").byCard().created();

        assertThat(get(byWallet.path()).body()).doesNotContain("/card");
        assertThat(get(byCard.path()).body()).doesNotContain("name=\"phone\"", "qr.svg");

        var form = form(byCard, "/card");
        var first = send(byCard, "/card", form);
        var again = send(byCard, "/card", form(byCard, "/card"));

        assertThat(first.body()).contains("/mock/psp/sessions/");
        assertThat(acquirer(again)).isEqualTo(acquirer(first));
        assertThat(byCard.state()).isEqualTo("CREATED");
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

    @Test
    void theCodeOfAPaymentIsDrawnAsItsShopWants() throws Exception {
        var drawing = shop("dk").asCode("{\"format\": \"IMAGE/SVG+XML\"}").created();
        var picture =
                shop("dk").asCode("{\"format\": \"IMAGE/PNG\", \"size\": 300}").created();
        var target = shop("dk").asCode("{\"format\": \"TEXT/TARGETURL\"}").created();

        assertThat(type(drawing.redirectUrl().getPath())).isEqualTo("image/svg+xml");
        assertThat(type(picture.redirectUrl().getPath())).isEqualTo("image/png");
        assertThat(get(target.redirectUrl().getPath()).body()).contains(target.reference());
        assertThat(Codes.width(sandbox.uri(picture.redirectUrl().getPath()))).isEqualTo(300);
        assertThat(Codes.width(sandbox.uri(drawing.path() + "/qr.png?size=100")))
                .isEqualTo(100);
        assertThat(Codes.read(sandbox.uri(drawing.path() + "/qr.png")))
                .isEqualTo(sandbox.uri(drawing.path()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "2001", "x", "-1", "1e3", "99999999999", ""})
    void aCodeOfAnotherSizeIsNotDrawn(String size) {
        var payment = shop("dk").created();

        assertThat(get(payment.path() + "/qr.png?size=" + size).status()).isEqualTo(400);
    }

    @Test
    void anAddressThatWouldRunIsNeverLinkedTo() {
        var payment = shop("dk").created();
        database.update(
                "update payment_request set terms = replace(terms, ?, ?) where payment_id = cast(? as uuid)",
                sandbox.uri("/mock").toString(),
                "javascript:alert(1)//",
                payment.id());
        send(payment, "/cancel", form(payment, "/cancel"));

        var page = get(payment.path()).body();

        assertThat(page).contains("cancelled").doesNotContain("javascript:", "alert(1)", "http-equiv");
    }

    @Test
    void aPromptOfAnotherPaymentShowsNothingOfIt() {
        var payment = shop("dk").created();
        var other = shop("dk").created();
        var prompt = ask(other, "+4571610010").headers().firstValue("Location").orElseThrow();
        var id = prompt.replaceFirst(".*/prompts/([^?]*).*", "$1");

        assertThat(get(other.path() + "/prompts/" + id).body()).contains("••••••10");
        assertThat(get(payment.path() + "/prompts/" + id).body())
                .doesNotContain("••••••10")
                .contains("name=\"phone\"");
        assertThat(get(payment.path() + "/prompts/" + id + "/state")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("OPEN");
    }

    private PaymentFixture shop(String country) {
        return new PaymentFixture(sandbox, country);
    }

    private Http.Reply get(String path) {
        return Http.get(sandbox.uri(path), "Accept-Language", "en");
    }

    private String type(String path) {
        return get(path).headers().firstValue("Content-Type").orElseThrow();
    }

    /** The hidden fields of the form on the page that is sent there. */
    private Map<String, String> form(Created payment, String action) {
        var fields = new LinkedHashMap<String, String>();
        FORM.matcher(get(payment.path()).body())
                .results()
                .filter(form -> form.group(1).endsWith(payment.token() + action))
                .findFirst()
                .ifPresent(form -> HIDDEN.matcher(form.group())
                        .results()
                        .forEach(field -> fields.put(field.group(1), field.group(2))));
        return fields;
    }

    private Http.Reply ask(Created payment, String phone) {
        var form = form(payment, "");
        form.put("phone", phone);
        return send(payment, "", form);
    }

    private Http.Reply send(Created payment, String action, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Http.send(
                "POST", sandbox.uri(payment.path() + action), body, "Content-Type", TYPE, "Accept-Language", "en");
    }

    private static String acquirer(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body().replaceFirst("(?s).*href=\"([^\"]*/mock/psp/sessions/[^\"]*)\".*", "$1");
    }

    private int notices(Created payment) {
        return database.queryForObject(
                "select count(*) from notice where subject_id = cast(? as uuid)", Integer.class, payment.id());
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
