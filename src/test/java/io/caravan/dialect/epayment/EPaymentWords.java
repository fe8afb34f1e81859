package io.caravan.dialect.epayment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.page.PageLinks;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.support.TestPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The ePayment API with a caller, and what its documentation has for examples. */
abstract class EPaymentWords {

    static final Currency NOK = Currency.getInstance("NOK");
    static final Instant NOW = Instant.parse("2023-03-30T08:38:32.123456Z");
    static final String REFERENCE = "acme-shop-123-order123abc";
    static final ObjectMapper JSON = new ObjectMapper();
    final PageLinks links = TestPages.LINKS;
    final EPayment ePayment = new EPayment(links, "vipps://?token=");

    io.caravan.core.paymentrequest.PaymentDraft read(String name) {
        return ePayment.readPayment(golden(name).getBytes(StandardCharsets.UTF_8), caller(), key("k"))
                .draft();
    }

    static Optional<RequestKey> key(String key) {
        return Optional.of(RequestKey.of(key, "POST", "/", new byte[0]));
    }

    static Caller caller() {
        var id = new MerchantId(id("merchant"));
        var merchant = new Merchant(id, "Fjord", "NO", NOK, ZoneId.of("Europe/Oslo"), "NO1", true);
        var settings = new SalesUnitSettings(false, true, false, Duration.ofDays(60), false, false);
        return new Caller("client", Optional.of(merchant), Optional.empty(), Set.of(Scope.INVOICE))
                .of(new SalesUnit("123456", id, "Fjord", settings));
    }

    static void assertSame(Answer answer, String name) throws IOException {
        assertSame(answer, 200, golden(name));
    }

    static void assertSame(Answer answer, int status, String json) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(JSON.readTree(json).toString());
    }

    static String golden(String name) {
        try (var file = EPaymentWords.class.getResourceAsStream("/golden/epayment/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static UUID id(String what) {
        var known =
                List.of("payment", "merchant", "capture", "sub", "event 0", "event 1", "event 2", "event 3", "event 4");
        var at = known.indexOf(what);
        return UUID.fromString("00000000-0000-4000-8000-00000000000" + (at < 0 ? 9 : at));
    }
}
