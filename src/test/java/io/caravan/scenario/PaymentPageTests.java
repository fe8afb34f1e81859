package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.CodeReader;
import io.caravan.support.Http;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a payment, as programs and people who mean no good see it. */
class PaymentPageTests extends OnPaymentPages {

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
    void theCodeOfAPaymentIsDrawnAsItsShopWants() throws Exception {
        var drawing = shop("dk").asCode("{\"format\": \"IMAGE/SVG+XML\"}").created();
        var picture =
                shop("dk").asCode("{\"format\": \"IMAGE/PNG\", \"size\": 300}").created();
        var target = shop("dk").asCode("{\"format\": \"TEXT/TARGETURL\"}").created();

        assertThat(type(drawing.redirectUrl().getPath())).isEqualTo("image/svg+xml");
        assertThat(type(picture.redirectUrl().getPath())).isEqualTo("image/png");
        assertThat(get(target.redirectUrl().getPath()).body()).contains(target.reference());
        assertThat(picture(picture.redirectUrl().getPath()).getWidth()).isEqualTo(300);
        assertThat(picture(drawing.path() + "/qr.png?size=100").getWidth()).isEqualTo(100);
        assertThat(CodeReader.read(picture(drawing.path() + "/qr.png")).getText())
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

    private String type(String path) {
        return get(path).headers().firstValue("Content-Type").orElseThrow();
    }

    private BufferedImage picture(String path) throws IOException {
        return CodeReader.picture(sandbox.uri(path));
    }
}
