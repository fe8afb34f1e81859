package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.profile.ProfileScope;
import io.caravan.core.profile.ProfileSub;
import io.caravan.support.SalesUnitClient;
import io.caravan.support.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A sales unit describes its orders, and looks at what payers share, as its program sees it. */
class OrderManagementTests {

    private static final String LINK = "{\"category\":\"GENERAL\",\"orderDetailsUrl\":\"https://www.vipps.no\"}";
    private static final MerchantId NO =
            MerchantId.parse("7c1de2c9-6a0a-4b6e-8f43-2d0b9a3b5c22").orElseThrow();

    private final Sandbox sandbox = Sandbox.running();
    private final SalesUnitClient unit = new SalesUnitClient(sandbox::uri, "no");

    @ParameterizedTest
    @ValueSource(strings = {"/order-management/v2/ecom", "/order-management/v2/eCom", "/v2/ECOM"})
    void anOrderIsDescribedAndShown(String path) throws IOException {
        var order = "order-" + UUID.randomUUID();
        var receipt = Files.readString(Path.of("src/test/resources/golden/ordermanagement/receipt.json"));
        assertThat(unit.get(path + "/" + order).status()).isEqualTo(404);

        var put = unit.send("PUT", path + "/categories/" + order, LINK);
        var posted = unit.send("POST", path + "/receipts/" + order, receipt);
        var again = unit.send("POST", path + "/receipts/" + order, receipt);
        var shown = unit.get(path + "/" + order);

        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(put.json().isTextual()).isTrue();
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(shown.json().at("/category/orderDetailsUrl").asText()).isEqualTo("https://www.vipps.no");
        assertThat(shown.json().at("/receipt/orderLines")).hasSize(2);
        assertThat(new SalesUnitClient(sandbox::uri, "dk")
                        .get(path + "/" + order)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void linksAreAddedListedAndTakenAway() {
        var order = "order-" + UUID.randomUUID();
        var path = "/order-management/v3/categories";
        var body =
                "{\"orderId\":\"%s\",\"paymentType\":\"ecom\",\"type\":\"TICKET\",\"url\":\"https://shop.example/1\"}"
                        .formatted(order);

        var made = unit.send("POST", path, body);
        var id = made.json().get("categoryId").asText();
        var link =
                "{\"categoryId\":\"%s\",\"orderId\":\"%s\",\"paymentType\":\"ECOM\",\"type\":\"TICKET\",\"url\":\"https://shop.example/1\"}"
                        .formatted(id, order);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(unit.get(path + "?orderId=" + order).body()).isEqualTo("{\"categories\":[" + link + "]}");
        assertThat(unit.get(path + "/" + id).body()).isEqualTo(link);
        assertThat(new SalesUnitClient(sandbox::uri, "fi")
                        .send("DELETE", path + "/" + id, "")
                        .status())
                .isEqualTo(404);
        var gone = unit.send("DELETE", path + "/" + id, "");
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.headers().firstValue("Content-Length")).contains("0");
        assertThat(unit.get(path + "/" + id).status()).isEqualTo(404);
        assertThat(unit.get(path + "?orderId=" + order).body()).isEqualTo("{\"categories\":[]}");
    }

    @Test
    void whatAPayerSharesIsShownToTheMerchantAlone() {
        var sub = shared("+4791000018", ProfileScope.NAME, ProfileScope.PHONE_NUMBER);
        var path = "/vipps-userinfo-api/userinfo/" + sub;

        var shown = unit.get(path);

        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().get("name").asText()).isEqualTo("Payer 0018");
        assertThat(shown.json().get("phone_number").asText()).isEqualTo("4791000018");
        assertThat(shown.json().has("email")).isFalse();
        assertThat(new SalesUnitClient(sandbox::uri, "dk").get(path).status()).isEqualTo(404);
        var byRule = unit.get("/vipps-userinfo-api/userinfo/" + shared("+4791000017", ProfileScope.EMAIL));
        assertThat(byRule.json().get("email").asText()).isEqualTo("p4791000017@example.org");
    }

    private ProfileSub shared(String phone, ProfileScope... scopes) {
        var context = sandbox.context();
        var payer = new Phone(phone);
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status -> context.getBean(ProfileConsents.class)
                        .record(
                                NO,
                                context.getBean(Payers.class)
                                        .find(payer)
                                        .orElseThrow()
                                        .id(),
                                PaymentId.random(),
                                Set.of(scopes),
                                context.getBean("businessTime", Clock.class).instant()));
    }
}
