package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.OrderFixture;
import io.caravan.support.PaymentFixture;
import io.caravan.support.PaymentFixture.Created;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sales unit tells of an order, as its payer sees it on the page and in the wallet. */
class OrderForPayersTests {

    private static final String ORDERS = "/order-management";
    private static final String WEB = "text/html";

    private final Sandbox sandbox = Sandbox.running();
    private final SalesUnitClient unit = new SalesUnitClient(sandbox::uri, "no");

    @Test
    void aPictureStandsBesideItsLinkOnThePage() throws IOException {
        var payment = new PaymentFixture(sandbox, "no").created();
        var link = OrderFixture.link(unit, payment.reference(), "TICKET", Optional.of(OrderFixture.picture(unit)));
        OrderFixture.link(unit, payment.reference(), "DELIVERY", Optional.empty());

        var page = Http.get(sandbox.uri(payment.path())).body();

        assertThat(page).containsOnlyOnce("/images/").contains("src=\"../pay/" + payment.token() + "/images/" + link);
        var image = image(payment, link);
        assertThat(image.status()).isEqualTo(200);
        assertThat(image.headers().allValues("Content-Type")).containsExactly("image/png");
        assertThat(image.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(image.headers().firstValue("Cache-Control").orElseThrow()).matches("private, max-age=[1-9].*");
        assertThat(ImageIO.read(imageOf(payment, link).toURL()).getHeight()).isEqualTo(170);
    }

    @Test
    void aPageShowsNoPicturesOfOtherOrders() throws IOException {
        var payment = new PaymentFixture(sandbox, "no").created();
        var image = OrderFixture.picture(unit);
        var other = new PaymentFixture(sandbox, "no").created();
        var dane = new SalesUnitClient(sandbox::uri, "dk");

        var ofOther = OrderFixture.link(unit, other.reference(), "TICKET", Optional.of(image));
        var ofOtherShop =
                OrderFixture.link(dane, payment.reference(), "TICKET", Optional.of(OrderFixture.picture(dane)));
        var without = OrderFixture.link(unit, payment.reference(), "TICKET", Optional.empty());
        var gone = OrderFixture.link(unit, payment.reference(), "TICKET", Optional.of(image));
        assertThat(image(payment, gone).status()).isEqualTo(200);
        unit.send("DELETE", ORDERS + "/v3/categories/" + gone, "");

        assertThat(image(other, ofOther).status()).isEqualTo(200);
        for (var link : new String[] {ofOther, ofOtherShop, without, gone, image, UUID.randomUUID() + ""}) {
            var refused = image(payment, link);
            assertThat(refused.status()).as(link).isEqualTo(404);
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(WEB);
        }
        assertThat(Http.get(sandbox.uri("/pay/AAAAAAAAAAAAAAAAAAAAAA/images/" + ofOther))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWalletShowsAllLinesAndAllLinks(boolean pushed) throws IOException {
        var phone = pushed ? "+4791300093" : "+4791300094";
        var reference = "wallet-" + UUID.randomUUID();
        var receipt =
                """
                {"orderLines": [
                 {"name": "Wool <b>socks", "id": "s", "totalAmount": 29900, "totalAmountExcludingTax": 23920,
                  "totalTaxAmount": 5980, "taxRate": 2500},
                 {"name": "Old socks", "id": "o", "totalAmount": 5000, "totalAmountExcludingTax": 4000,
                  "totalTaxAmount": 1000, "taxRate": 2500, "isReturn": true}],
                 "bottomLine": {"currency": "NOK"}}""";
        var told = unit.send("POST", ORDERS + "/v2/ecom/receipts/" + reference, receipt);
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        var plain = OrderFixture.link(unit, reference, "ORDER_CONFIRMATION", Optional.empty());
        var drawn = OrderFixture.link(unit, reference, "TICKET", Optional.of(OrderFixture.picture(unit)));

        if (pushed) {
            ask(reference, "\"PUSH_MESSAGE\", \"customer\": {\"phoneNumber\": \"" + phone.substring(1) + "\"}");
        } else {
            var address = ask(reference, "\"WEB_REDIRECT\", \"returnUrl\": \"https://shop.example\"")
                    .json()
                    .get("redirectUrl")
                    .asText();
            Http.send("POST", sandbox.uri("/mock/wallet/" + phone + "/open"), "{\"url\":\"" + address + "\"}");
        }

        var item = await().until(() -> onPhone(phone, reference), Optional::isPresent)
                .orElseThrow();
        var lines = item.get("lines");
        assertThat(lines.findValuesAsText("name")).containsExactly("Wool <b>socks", "Old socks");
        assertThat(lines.findValues("amount")).extracting(JsonNode::asDouble).containsExactly(299.0, -50.0);
        assertThat(lines.findValuesAsText("currency")).containsExactly("NOK", "NOK");
        var links = item.get("links");
        assertThat(links).hasSize(2);
        assertThat(links.findValuesAsText("category")).containsExactlyInAnyOrder("TICKET", "ORDER_CONFIRMATION");
        assertThat(links.findValuesAsText("url"))
                .contains(OrderFixture.url("TICKET"), OrderFixture.url("ORDER_CONFIRMATION"));
        assertThat(links.findValuesAsText("imageUrl")).singleElement().satisfies(url -> {
            assertThat(url).endsWith("/images/" + drawn).doesNotContain(plain);
            assertThat(ImageIO.read(URI.create(url).toURL()).getHeight()).isEqualTo(170);
        });
        assertThat(Http.get(sandbox.uri("/mock/wallet/" + phone), "Accept", WEB).body())
                .contains("Wool &lt;b&gt;socks", "299.00 NOK", "-50.00 NOK", "order confirmation", "<img src=")
                .contains(OrderFixture.url("TICKET"))
                .doesNotContain("Wool <b>", "See details");
    }

    private Http.Reply ask(String reference, String flow) {
        var body =
                """
                {"amount": {"currency": "NOK", "value": 24900}, "paymentMethod": {"type": "WALLET"}, "reference": "%s",
                 "userFlow": %s}"""
                        .formatted(reference, flow);
        var reply = unit.send("POST", "/epayment/v1/payments", body, "Idempotency-Key", UUID.randomUUID() + "");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private Optional<JsonNode> onPhone(String phone, String reference) {
        var items = Http.get(sandbox.uri("/mock/wallet/" + phone)).json();
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("reference").asText().equals(reference))
                .findFirst();
    }

    private Http.Reply image(Created payment, String link) {
        return Http.get(imageOf(payment, link));
    }

    private URI imageOf(Created payment, String link) {
        return sandbox.uri(payment.path() + "/images/" + link);
    }
}
