package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.Fixtures.aCaller;
import static io.caravan.dialect.mobilepay.Fixtures.bytes;
import static io.caravan.support.TestPages.LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.invoice.BatchItem;
import io.caravan.core.invoice.BatchItem.Readable;
import io.caravan.core.invoice.BatchItem.Unreadable;
import io.caravan.core.invoice.BatchVerdict;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTests {

    private static final String MERCHANT = "f3dd9011-d930-4063-901d-2a47621e5b76";

    private final MobilePay mobilePay = new MobilePay("https://pay.example.org", LINKS, 10);

    @Test
    void eachItemIsReadForItself() {
        var items = read(Golden.read("create-batch.json"));

        assertThat(items).hasSize(4);
        assertThat(((Readable) items.get(0)).draft().document().invoiceNumber()).contains("301");
        assertThat(items.get(1).invoiceNumber()).contains("302");
        assertThat(((Unreadable) items.get(1)).faults())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "ConsumerAlias.AliasType", "ConsumerAlias.Alias", "TotalAmount", "DueDate", "InvoiceArticles");
        assertThat(items.get(2))
                .isEqualTo(new Unreadable(Optional.empty(), List.of(new Violation("", "must be a JSON object"))));
        assertThat(items.get(3).invoiceNumber()).isEmpty();
    }

    @Test
    void theItemsOfABatchOfLinksNeedNoPayer() {
        var request = mobilePay.readLinks(
                bytes("[" + Golden.read("create-invoice-link.json") + "]"), aCaller(), MERCHANT, Optional.empty());

        assertThat(request.items()).singleElement().isInstanceOfSatisfying(Readable.class, item -> assertThat(
                        item.draft().delivery())
                .isEqualTo(Delivery.LINK));
    }

    @Test
    void theAnswerListsBothKindsInTheOrderOfTheBatch() {
        var request =
                mobilePay.readInvoices(bytes(Golden.read("create-batch.json")), aCaller(), MERCHANT, Optional.empty());
        var faults = List.of(new Violation("DueDate", "is required"), new Violation("", "is too long to be stored"));

        var answer = request.answer()
                .apply(List.of(
                        accepted(Optional.of("301"), "66119129-aaf7-4ad0-a5b1-62382932b5c6"),
                        new BatchVerdict.Refused(Optional.of("302"), ProblemCode.INVOICE_EXISTS),
                        accepted(Optional.empty(), "5e3030a3-61ff-4143-a6bd-8457a09bcb0d"),
                        new BatchVerdict.Unreadable(Optional.empty(), faults)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(Golden.compact("batch.json"));
    }

    @Test
    void nothingThatAMerchantWritesIsTakenForAPlaceholder() {
        var number = "\u0001" + InvoiceId.random() + ":1:test\u0001";
        var request = mobilePay.readInvoices(bytes("[1]"), aCaller(), MERCHANT, Optional.empty());

        var answer =
                request.answer().apply(List.of(accepted(Optional.of(number), "66119129-aaf7-4ad0-a5b1-62382932b5c6")));

        assertThat(LINKS.fill(answer)).isSameAs(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "[1", "[1]]", "[1,]", "null", "7", "\"[]\""})
    void whatIsNoListOfItemsIsRefusedAsAWhole(String body) {
        assertThat(refusal(body)).isNotNull();
    }

    @Test
    void aBatchHasTwoThousandItemsAtMost() {
        assertThat(read(numbers(2000))).hasSize(2000);
        assertThat(refusal(numbers(2001)).violations())
                .containsExactly(new Violation("", "must have at most 2000 items"));
    }

    @Test
    void ofAnItemTenFaultsAreTold() {
        var articles = String.join(",", Collections.nCopies(50, "{}"));

        var items = read("[{\"InvoiceArticles\":[" + articles + "]}]");

        assertThat(((Unreadable) items.get(0)).faults()).hasSize(10);
    }

    private static String numbers(int count) {
        return "[" + String.join(",", Collections.nCopies(count, "1")) + "]";
    }

    private List<BatchItem> read(String body) {
        return mobilePay
                .readInvoices(bytes(body), aCaller(), MERCHANT, Optional.empty())
                .items();
    }

    private InvalidInput refusal(String body) {
        return catchThrowableOfType(InvalidInput.class, () -> read(body));
    }

    private static BatchVerdict accepted(Optional<String> number, String id) {
        return new BatchVerdict.Accepted(number, InvoiceId.parse(id).orElseThrow());
    }
}
