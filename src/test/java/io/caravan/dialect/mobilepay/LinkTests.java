package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.Fixtures.aCaller;
import static io.caravan.dialect.mobilepay.Fixtures.anInvoice;
import static io.caravan.dialect.mobilepay.Fixtures.bytes;
import static io.caravan.support.TestPages.LINKS;
import static io.caravan.support.TestPages.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.page.Page;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What merchants are told of links, as it is stored and as it is sent. */
class LinkTests {

    private static final String MERCHANT = "f3dd9011-d930-4063-901d-2a47621e5b76";

    private final MobilePay mobilePay = new MobilePay("https://pay.example.org", LINKS, 10);
    private final Page page = LINKS.first(anInvoice().id());

    @Test
    void theAnswerToACreateHasTheLinkWhenItIsSentAndNoTokenBefore() {
        var request = mobilePay.readLink(
                bytes(Golden.read("create-invoice-link.json")), aCaller(), MERCHANT, Optional.empty());

        var stored = request.answer().apply(anInvoice());

        assertThat(request.draft().delivery()).isEqualTo(Delivery.LINK);
        assertThat(stored.status()).isEqualTo(202);
        assertThat(text(stored.body())).doesNotContain(TOKENS.of(page).text());
        assertThat(text(LINKS.fill(stored).body())).isEqualTo(golden("created-link.json"));
    }

    @Test
    void aLinkMayNameAPayerAndSaysWhatAnInvoiceDirectSays() {
        var request = mobilePay.readLink(
                bytes(Golden.read("create-invoice-link-full.json")), aCaller(), MERCHANT, Optional.empty());

        var draft = request.draft();
        assertThat(draft.phone()).isEqualTo(anInvoice().draft().phone());
        assertThat(draft.document().articles())
                .isEqualTo(anInvoice().draft().document().articles());
        assertThat(draft.document().redirectUrl()).contains("https://ProvidedUrl.com/");
    }

    @Test
    void halfAPayerIsAFault() {
        var half = Golden.read("create-invoice-link-full.json").replace("\"AliasType\": \"Phone\"", "\"Other\": 1");

        assertThat(catchThrowableOfType(
                                InvalidInput.class,
                                () -> mobilePay.readLink(bytes(half), aCaller(), MERCHANT, Optional.empty()))
                        .violations())
                .containsExactly(new InvalidInput.Violation("ConsumerAlias.AliasType", "is required"));
    }

    @Test
    void theEventOfALinkOfABatchHasTheLink() {
        var event = Event.of(
                anInvoice(),
                EventType.INVOICE_CREATED,
                Instant.parse("2018-04-24T07:29:47.75Z"),
                Map.of(Event.Detail.PAGE, page.text()));

        var stored = mobilePay.callbacks(Duration.ofSeconds(5)).body(List.of(event));

        assertThat(text(stored)).doesNotContain(TOKENS.of(page).text());
        assertThat(text(LINKS.fill(stored))).isEqualTo(golden("callback-link.json"));
    }

    @Test
    void theApisOwnAddressLeadsToThePage() {
        var answer = mobilePay.showPage(page);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("Location", LINKS.href(page));
        assertThat(mobilePay.readLinkId(anInvoice().id().toString()))
                .isEqualTo(anInvoice().id());
        assertThat(catchThrowableOfType(Problem.class, () -> mobilePay.readLinkId("7"))
                        .code())
                .isEqualTo(ProblemCode.INVOICE_UNKNOWN);
    }

    private String golden(String name) {
        return Golden.compact(name).replace("${href}", LINKS.href(page));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
