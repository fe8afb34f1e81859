package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.Fixtures.aMerchant;
import static io.caravan.dialect.mobilepay.Fixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.invoice.Delivery;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceLinkReaderTests {

    @Test
    void anInvoiceLinkNeedsNoPayerAndHasAWayBack() {
        var link = Json.object(bytes(Golden.read("create-invoice-link.json")));

        var draft = InvoiceReader.read(link, aMerchant(), Delivery.LINK);

        assertThat(draft.phone()).isEmpty();
        assertThat(draft.document().redirectUrl()).contains("https://ProvidedUrl.com/");
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html",
        "file:///etc/passwd",
        "/back",
        "https:///x",
        "https://shop@evil.example/"
    })
    void aPayerIsNotSentAnywhere(String url) {
        var json = Golden.read("create-invoice-link.json").replace("https://ProvidedUrl.com/", url);

        var refused = catchThrowableOfType(
                InvalidInput.class, () -> InvoiceReader.read(Json.object(bytes(json)), aMerchant(), Delivery.LINK));

        assertThat(refused.violations()).extracting(Violation::field).containsExactly("RedirectUrl");
    }

    @Test
    void aPayerMayBeSentBackToAnApp() {
        var json = Golden.read("create-invoice-link.json").replace("https://ProvidedUrl.com/", "my-shop://order/7?x=1");

        assertThat(InvoiceReader.read(Json.object(bytes(json)), aMerchant(), Delivery.LINK)
                        .document()
                        .redirectUrl())
                .contains("my-shop://order/7?x=1");
    }
}
